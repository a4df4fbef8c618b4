using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Supervision.Findings;

/// <summary>Shows findings to those whom they concern, and takes answers and decisions.</summary>
internal sealed class FindingActs(YiwangDb db, Journal journal, CurrentSight sight, CurrentActor actor, TimeProvider clock)
{
    internal static string Stream(Guid id) => $"finding/{id}";

    /// <summary>Whether the reader supervises, and does not only answer for a department.</summary>
    internal bool Supervises => sight.Now.Supervises;

    /// <summary>Whether the reader answers for a department.</summary>
    internal bool Answers => actor.Actor.Posts.Contains(Policies.Handler, StringComparer.Ordinal);

    /// <summary>What an official may see.</summary>
    internal IQueryable<Finding> Visible()
    {
        IQueryable<Finding> found = db.Set<Finding>();
        if (sight.Now.Region is { } region) found = found.Where(f => f.Region == region);
        if (sight.Now.Department is { } department) found = found.Where(f => f.Department == department);
        return found;
    }

    internal async Task<Outcome> Reply(Guid id, string? kind, string? words, CancellationToken stop)
    {
        if (await Visible().SingleOrDefaultAsync(f => f.Id == id, stop) is not { } found) return Refusal.NotFound("这条监察发现");
        // Who watches does not answer for those who are watched.
        if (!Answers) return new Refusal(RefusalKind.Forbidden, "not-yours", "只有办理部门的人员可以答复。");
        var outcome = found.Reply(kind, words, actor.Actor.JournalName, clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(Stream(id), new FindingAnswered(kind!));
        return await db.TrySave(stop);
    }

    internal async Task<Outcome> Decide(Guid id, bool uphold, string? words, CancellationToken stop)
    {
        if (!Supervises || await Visible().SingleOrDefaultAsync(f => f.Id == id, stop) is not { } found) return Refusal.NotFound("这条监察发现");
        var outcome = found.Decide(uphold, words, actor.Actor.JournalName, WorkCalendar.TodayInNingbo(clock), clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(Stream(id), new FindingDecided(uphold));
        return await db.TrySave(stop);
    }
}
