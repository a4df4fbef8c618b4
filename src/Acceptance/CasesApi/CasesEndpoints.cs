using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Correct;
using Yiwang.Acceptance.Owed;
using Yiwang.Acceptance.Submit;
using Yiwang.Acceptance.Timeline;
using Yiwang.Acceptance.Withdraw;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.CasesApi;

internal static class CasesEndpoints
{
    private const string Root = "/api/v1/cases";

    internal static void MapCasesApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("cases").RequireAuthorization(Policies.Channel).DisableAntiforgery();

        api.MapPost("", async (CaseRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, SubmitOnceHandler handler, SubmitCaseHandler submit, TimeProvider clock, CancellationToken stop) =>
        {
            if (Read(request) is { } wrong) return wrong.ToHttp();
            var canonical = JsonSerializer.Serialize(request, Journal.Json);
            var outcome = await handler.Run(key, canonical, async () => (await submit.Prepare(Application(request, clock.GetUtcNow()), stop)).Then(c => c.Number), stop);
            return outcome.IsDone ? Results.Created($"{Root}/{outcome.Value.Value}", new CaseCreated(outcome.Value)) : outcome.Refusal.ToHttp();
        })
        .Produces<CaseCreated>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithSummary("提交一份申请")
        .WithDescription("请求头 Idempotency-Key：重发同一申请时使用同一个键，返回同一个办件编号；内容不同则为 409。");

        api.MapGet("{caseNumber}", async (CaseNumber caseNumber, CaseActs acts, CurrentActor actor, CaseTimeline timeline, CancellationToken stop) =>
            await Own(caseNumber, acts, actor, stop) is { } found ? Results.Ok(CaseView.Of(found, await timeline.Read(found, stop))) : Missing.ToHttp())
        .Produces<CaseView>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("办件的状态、时间线、期限与结果").WithDescription("只能查询本渠道提交的办件。");

        api.MapPost("{caseNumber}/corrections", async (CaseNumber caseNumber, CorrectionRequest request, CaseActs acts, CurrentActor actor, SupplyCorrectionHandler handler, TimeProvider clock, CancellationToken stop) =>
            await Own(caseNumber, acts, actor, stop) is { } found ? (await handler.Run(found, request.Form, request.Materials ?? [], Signed(request.Commitments, clock.GetUtcNow()), stop)).ToHttp() : Missing.ToHttp())
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithSummary("补正").WithDescription("只需给出新增或修改的字段、材料与承诺，其余保持不变。");

        api.MapPost("{caseNumber}/materials", async (CaseNumber caseNumber, SupplyRequest request, CaseActs acts, CurrentActor actor, SupplyOwedHandler handler, CancellationToken stop) =>
            await Own(caseNumber, acts, actor, stop) is { } found ? (await handler.Run(found, request.Materials ?? [], stop)).ToHttp() : Missing.ToHttp())
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithSummary("容缺补交").WithDescription("补交容缺受理时欠交的材料，可以分几次。");

        api.MapPost("{caseNumber}/withdrawal", async (CaseNumber caseNumber, WithdrawalRequest request, CaseActs acts, CurrentActor actor, WithdrawCaseHandler handler, CancellationToken stop) =>
            await Own(caseNumber, acts, actor, stop) is { } found ? (await handler.Run(found, request.Reason, stop)).ToHttp() : Missing.ToHttp())
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .WithSummary("撤回申请").WithDescription("在作出决定之前可以撤回，撤回后不能恢复。");
    }

    private static List<SignedCommitment> Signed(List<CommitmentRequest>? commitments, DateTimeOffset at) => [.. (commitments ?? []).Select(c => new SignedCommitment(c.Code ?? "", "", c.SignedBy ?? "", at))];

    private static Refusal Missing { get; } = Refusal.NotFound("这个办件");

    /// <summary>A channel sees the cases that it submitted, and no others.</summary>
    private static async Task<Case?> Own(CaseNumber number, CaseActs acts, CurrentActor actor, CancellationToken stop) =>
        await acts.Load(number, stop) is { } found && found.SubmittedBy == actor.Actor.JournalName ? found : null;

    private static Refusal? Read(CaseRequest request)
    {
        var problems = new List<FieldProblem>();
        if (!ItemCode.TryRead(request.ItemCode, out _, out var reason)) problems.Add(new("itemCode", reason));
        if (!RegionCode.TryRead(request.RegionCode, out _, out reason)) problems.Add(new("regionCode", reason));
        if (request.Applicant is null) problems.Add(new("applicant", "缺少申请人"));
        return problems.Count > 0 ? Refusal.Invalid(problems) : null;
    }

    private static Application Application(CaseRequest request, DateTimeOffset now) => new()
    {
        Item = ItemCode.Parse(request.ItemCode!, null),
        Region = RegionCode.Parse(request.RegionCode!, null),
        ServicePoint = request.ServicePointCode,
        Channel = request.Channel ?? "api",
        Applicant = request.Applicant!,
        Form = request.Form ?? [],
        Materials = request.Materials ?? [],
        Commitments = Signed(request.Commitments, now),
    };
}
