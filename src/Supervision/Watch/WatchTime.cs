using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Rules;

namespace Yiwang.Supervision.Watch;

/// <summary>Each minute, looks at the cases of which a time rule may be broken today. What has been found stays found: looking again finds nothing twice.</summary>
internal sealed class WatchTime(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WatchTime> log) : Chore(TimeSpan.FromMinutes(1), clock, log)
{
    private const int BatchSize = 100;

    protected override async Task Once(CancellationToken stop)
    {
        while (await Look(stop) == BatchSize) { }
    }

    /// <summary>Looks at one batch; how many were due.</summary>
    internal async Task<int> Look(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, book, raise, calendar) = (scope.ServiceProvider.GetRequiredService<YiwangDb>(), scope.ServiceProvider.GetRequiredService<RuleBook>(), scope.ServiceProvider.GetRequiredService<RaiseFindings>(), scope.ServiceProvider.GetRequiredService<WorkCalendar>());
        var (today, rules) = (WorkCalendar.TodayInNingbo(Clock), await book.Current(stop));
        await using var transaction = await db.BeginWrite(stop);
        var due = await db.Set<WatchedCase>().Where(c => c.CheckOn <= today).OrderBy(c => c.CheckOn).ThenBy(c => c.Number).Take(BatchSize).ToListAsync(stop);
        var moved = 0;
        foreach (var found in due)
        {
            // What has happened since is read first: nobody is given a card for a case that is decided.
            var (stream, kinds) = (WatchJournal.StreamOf(found.Number), WatchJournal.Kinds);
            if (await db.Set<JournalEntry>().AnyAsync(e => e.Stream == stream && e.Version > found.Seen && kinds.Contains(e.Kind), stop)) continue;
            var all = TimeRules.Of(found, rules, calendar).ToList();
            foreach (var broken in all.Where(d => d.From <= today)) await raise.Once(found, rules[broken.Rule], broken.About.DayNumber, stop);
            found.CheckOn = all.Where(d => d.From > today).Select(d => (DateOnly?)d.From).Min();
            moved++;
        }
        if (!(await db.TrySave(stop)).IsDone) return 0;
        await transaction.Commit(stop);
        return moved;
    }
}
