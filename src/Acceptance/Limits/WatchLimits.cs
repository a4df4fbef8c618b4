using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Limits;

/// <summary>
/// Lets limits run out: a case that nobody answered in five working days is accepted by law (行政许可法 32 (4)); limits that
/// were counted into an unknown year are counted again once its holidays are known.
/// </summary>
internal sealed class WatchLimits(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WatchLimits> log) : Chore(TimeSpan.FromMinutes(1), clock, log)
{
    private const int BatchSize = 100;

    protected override async Task Once(CancellationToken stop)
    {
        while (await CountAgain(stop) == BatchSize) { }
        while (await AcceptSilentOnes(stop) == BatchSize) { }
    }

    /// <summary>Accepts one batch; each case in a transaction of its own, so that a race over one does not undo the others.</summary>
    internal async Task<int> AcceptSilentOnes(CancellationToken stop)
    {
        await using var list = scopes.CreateAsyncScope();
        var today = WorkCalendar.TodayInNingbo(Clock);
        var due = await list.ServiceProvider.GetRequiredService<YiwangDb>().Set<Case>()
            .Where(c => c.State == CaseState.Received && c.AnswerBy < today && !c.AnswerByProvisional).OrderBy(c => c.AnswerBy).Select(c => c.Number).Take(BatchSize).ToListAsync(stop);
        foreach (var number in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            var acts = scope.ServiceProvider.GetRequiredService<CaseActs>();
            var found = await acts.Load(number, stop);
            if ((await acts.Accept(found!, AcceptedBy.Silence, null, stop)).IsDone) await scope.ServiceProvider.GetRequiredService<YiwangDb>().TrySave(stop);
        }
        return due.Count;
    }

    /// <summary>Counts one batch again. Each becomes certain, or moves past what is known, so that none is looked at twice.</summary>
    internal async Task<int> CountAgain(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var acts = scope.ServiceProvider.GetRequiredService<CaseActs>();
        var last = scope.ServiceProvider.GetRequiredService<WorkCalendar>().LastKnown;
        var open = await db.Set<Case>()
            .Where(c => c.State != CaseState.Closed && ((c.AnswerByProvisional && c.AnswerBy <= last) || (c.DueProvisional && (c.LegalDue ?? c.PromisedDue) <= last)))
            .OrderBy(c => c.Number).Take(BatchSize).ToListAsync(stop);
        foreach (var found in open) await acts.CountAgain(found, stop);
        return (await db.TrySave(stop)).IsDone ? open.Count : 0;
    }
}
