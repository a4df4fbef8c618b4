using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Commitments;

/// <summary>Lets the days of commitments run out: what was not put right in time is broken, and what nobody has checked in time is told.</summary>
internal sealed class WatchCommitments(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WatchCommitments> log) : Chore(TimeSpan.FromMinutes(1), clock, log)
{
    private const int BatchSize = 100;

    protected override async Task Once(CancellationToken stop)
    {
        while (await Run(stop) == BatchSize) { }
    }

    /// <summary>Does one batch; how many were due.</summary>
    internal async Task<int> Run(CancellationToken stop)
    {
        await using var list = scopes.CreateAsyncScope();
        var (today, last) = (WorkCalendar.TodayInNingbo(Clock), list.ServiceProvider.GetRequiredService<WorkCalendar>().LastKnown);
        var due = await list.ServiceProvider.GetRequiredService<YiwangDb>().Set<CommitmentNotice>().AsNoTracking()
            .Where(c => (c.State == CommitmentState.Ordered && c.CorrectBy < today)
                || (c.State == CommitmentState.ToCheck && !c.OverdueTold && ((c.CheckBy < today && !c.CheckByProvisional) || (c.CheckByProvisional && c.CheckBy <= last))))
            .OrderBy(c => c.Case).Select(c => new { c.Case, c.Code }).Take(BatchSize).ToListAsync(stop);
        foreach (var key in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
            if (await db.Set<CommitmentNotice>().FindAsync([key.Case, key.Code], stop) is not { } one || await db.Set<Case>().FindAsync([key.Case], stop) is not { } found) continue;
            var acts = scope.ServiceProvider.GetRequiredService<CommitmentActs>();
            if (one.State is CommitmentState.Ordered) acts.Lapse(found, one);
            else acts.Overdue(found, one);
            await db.TrySave(stop);
        }
        return due.Count;
    }
}
