using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.HandOver;
using Yiwang.Acceptance.MyCases;
using Yiwang.Acceptance.Withdraw;
using Yiwang.Documents;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Pages;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.DeskCases;

/// <summary>What a window official does with a case, on the department's behalf (委托受理).</summary>
internal sealed class DeskActs(YiwangDb db, CaseActs acts, HandOverResultHandler handOver, WithdrawCaseHandler withdrawal, CurrentActor actor)
{
    /// <summary>The case, if this official may see it.</summary>
    internal async Task<Case?> Find(CaseNumber number, CancellationToken stop) =>
        await acts.Load(number, stop) is { } found && DeskAccess.May(actor.Actor, found) ? found : null;

    internal async Task<Outcome> Accept(Case found, CancellationToken stop) => await Save(await acts.Accept(found, AcceptedBy.Window, null, stop), stop);

    /// <param name="found">The case.</param>
    /// <param name="lines">What is missing, one on a line; the reason after a colon.</param>
    /// <param name="by">The last day for handing it in, 2026-12-01; empty for the city's usual number of working days.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<Outcome> RequestCorrection(Case found, string? lines, string? by, CancellationToken stop)
    {
        DateOnly? last = DateOnly.TryParseExact(by, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (last is null && !string.IsNullOrWhiteSpace(by)) return Refusal.Invalid([new("correctBy", "补正期限应写作 2026-12-01")]);
        return await Save(acts.RequestCorrection(found, AcceptedBy.Window, [.. NamedLines.Read(lines).Select(l => new CorrectionProblem(l.Name, l.Why))], last), stop);
    }

    internal async Task<Outcome> Decline(Case found, string? reason, CancellationToken stop) => await Save(await acts.Decline(found, AcceptedBy.Window, reason?.Trim() ?? "", stop), stop);

    /// <summary>The applicant, who has come to the counter, withdraws.</summary>
    internal Task<Outcome> Withdraw(Case found, string? reason, CancellationToken stop) => withdrawal.Run(found, string.IsNullOrWhiteSpace(reason) ? "申请人到窗口撤回" : reason, stop);

    internal Task<Outcome> HandOver(Case found, HandOverWay way, string? to, string? code, CancellationToken stop) => handOver.Run(found, way, to, code, stop);

    private async Task<Outcome> Save(Outcome outcome, CancellationToken stop) => outcome.IsDone ? await db.TrySave(stop) : outcome;
}

internal static class DeskCaseFiles
{
    internal static void MapDeskCaseFiles(this IEndpointRouteBuilder routes) => routes
        .MapGet($"{AcceptanceRoutes.DeskCases}/{{number}}/files/{{material:guid}}", async (CaseNumber number, Guid material, DeskActs desk, MyCase cases, IMaterials materials, CancellationToken stop) =>
        {
            if (await desk.Find(number, stop) is not { } found || !await cases.Holds(found, material, stop)) return Refusal.NotFound("这份文件").ToHttp();
            var file = (await materials.Find([material], stop)).Single();
            return Results.File(materials.Open(file), file.ContentType);
        })
        .RequireAuthorization(Policies.Window)
        .ExcludeFromDescription();
}
