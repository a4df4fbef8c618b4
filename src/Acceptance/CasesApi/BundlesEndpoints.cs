using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Drafts;
using Yiwang.Acceptance.Submit;
using Yiwang.Forms;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.CasesApi;

/// <summary>A bundle (一件事), in short.</summary>
internal sealed record BundleSummary(string Code, string Name, string About, bool ForPersons, bool ForCompanies);

/// <summary>A bundle as it is applied for in a region.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">The region.</param>
/// <param name="Edition">Changes whenever what is asked for does; sent back with the application.</param>
/// <param name="Steps">Its items, with who decides and after which others.</param>
/// <param name="Form">The one form.</param>
/// <param name="Materials">The materials when all is chosen; each with the code under which it is handed in.</param>
internal sealed record BundleDetail(string Code, string Name, RegionCode Region, int Edition, IReadOnlyList<BundleStepView> Steps, FormDefinition Form, IReadOnlyList<MaterialNeed> Materials);

/// <summary>An item of a bundle.</summary>
internal sealed record BundleStepView(string Key, string Title, ItemCode Item, string Department, bool Optional, IReadOnlyList<string> After);

/// <summary>An application for a bundle, as a channel sends it.</summary>
/// <param name="RegionCode">The region.</param>
/// <param name="Edition">What was shown; refused when it has changed since. Null for whatever is asked for now.</param>
/// <param name="ServicePointCode">The service point at which it was handed in; null online.</param>
/// <param name="Channel">web, app, kiosk, window or api.</param>
/// <param name="Applicant">The applicant.</param>
/// <param name="Form">The answers to the one form.</param>
/// <param name="Materials">The materials, uploaded before.</param>
internal sealed record BundleRequest(string? RegionCode, int? Edition, string? ServicePointCode, string? Channel, Applicant? Applicant, JsonObject? Form, List<MaterialChoice>? Materials);

/// <summary>Where an application for a bundle stands.</summary>
internal sealed record BundleCaseView(CaseNumber CaseNumber, string BundleCode, string Name, string Status, IReadOnlyList<BundleCaseStepView> Steps);

/// <summary>Where an item of it stands.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">What it is called.</param>
/// <param name="State">waiting, incomplete, begun, granted, failed or dropped.</param>
/// <param name="CaseNumber">Its own case, once there is one.</param>
internal sealed record BundleCaseStepView(string Key, string Title, string State, CaseNumber? CaseNumber);

/// <summary>一件事 for channels: the same core as on the pages.</summary>
internal static class BundlesEndpoints
{
    private const string Root = "/api/v1/bundles";

    internal static void MapBundlesApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithTags("bundles").RequireAuthorization(Policies.Channel).DisableAntiforgery();

        api.MapGet("", async (OfferBundles bundles, CancellationToken stop) => (await bundles.All(stop)).Select(b => new BundleSummary(b.Code, b.Name, b.About, b.ForPersons, b.ForCompanies)))
        .WithSummary("一件事");

        api.MapGet("{code}", async (string code, string? region, OfferBundles bundles, CancellationToken stop) =>
        {
            if (!RegionCode.TryRead(region, out var place, out var reason)) return Refusal.Invalid([new("region", reason)]).ToHttp();
            var offered = await bundles.Offer(code, place, stop);
            return offered.IsDone ? Results.Ok(View(offered.Value)) : offered.Refusal.ToHttp();
        })
        .Produces<BundleDetail>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithSummary("一件事在某个地区的表单、材料和步骤");

        api.MapPost("{code}/cases", async (string code, BundleRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, SubmitOnceHandler once, OfferBundles bundles, SubmitBundle submit, CurrentActor actor, TimeProvider clock, CancellationToken stop) =>
        {
            if (!RegionCode.TryRead(request.RegionCode, out var region, out var reason)) return Refusal.Invalid([new("regionCode", reason)]).ToHttp();
            var outcome = await once.Run(key, $"{code}\n{JsonSerializer.Serialize(request, Journal.Json)}", async () =>
            {
                var offered = await bundles.Offer(code, region, stop);
                if (!offered.IsDone) return offered.Refusal;
                if (request.Edition is { } seen && seen != offered.Value.Edition) return new Refusal(RefusalKind.Conflict, "item-version-withdrawn", "这件事的办理要求已更新，请重新取得表单和材料清单。");
                return (await submit.Prepare(Draft(request, offered.Value, actor.Actor, clock.GetUtcNow()), offered.Value, request.Channel ?? "api", stop)).Then(b => b.Number);
            }, stop);
            return outcome.IsDone ? Results.Created($"{Root}/cases/{outcome.Value.Value}", new CaseCreated(outcome.Value)) : outcome.Refusal.ToHttp();
        })
        .Produces<CaseCreated>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithSummary("提交一件事").WithDescription("请求头 Idempotency-Key：重发同一申请时使用同一个键，返回同一个编号。");

        api.MapGet("cases/{caseNumber}", async (CaseNumber caseNumber, YiwangDb db, CurrentActor actor, CancellationToken stop) =>
        {
            if (await db.Set<BundleCase>().AsNoTracking().SingleOrDefaultAsync(b => b.Number == caseNumber, stop) is not { } found || found.SubmittedBy != actor.Actor.JournalName) return Refusal.NotFound("这件事").ToHttp();
            var steps = await db.Set<BundleCaseStep>().AsNoTracking().Where(s => s.Bundle == caseNumber).OrderBy(s => s.Order).ToListAsync(stop);
            return Results.Ok(new BundleCaseView(found.Number, found.Bundle, found.Name, BundleWords.State(found, steps), [.. steps.Select(s => new BundleCaseStepView(s.Key, s.Title, s.State.ToString().ToLowerInvariant(), s.Case))]));
        })
        .Produces<BundleCaseView>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("一件事的进度").WithDescription("只能查询本渠道提交的。每一项有自己的办件编号，详情用办件的接口查询。");
    }

    private static BundleDetail View(BundleOffer offer) => new(
        offer.Bundle.Code, offer.Bundle.Name, offer.Region.Code, offer.Edition,
        [.. offer.Steps.Select(s => new BundleStepView(s.Step.Key, s.Step.Title, s.Step.Item, s.Offer.Department.Name, s.Step.When is not null, s.Step.After))], offer.Merged.Form, offer.Needs(offer.Steps));

    /// <summary>The application in the shape in which pages hand theirs in; it is not kept.</summary>
    private static Draft Draft(BundleRequest request, BundleOffer offer, Actor channel, DateTimeOffset now)
    {
        var draft = Drafts.Draft.Begin(Guid.CreateVersion7(now), channel.OwnerName, offer.Steps[0].Step.Item, offer.Edition, offer.Edition, offer.Region.Code, request.ServicePointCode, now, offer.Bundle.Code);
        (draft.ApplicantKind, draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone) = (request.Applicant?.Kind ?? "", request.Applicant?.Name, request.Applicant?.IdNumber, request.Applicant?.Phone);
        draft.SaveForm(request.Form ?? [], 0, done: true, now);
        draft.SaveMaterials((request.Materials ?? []).Select(m => new SubmittedMaterial(m.Code ?? "", "", m.MaterialId, "", "", 0, "")), now);
        return draft;
    }
}
