using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Supervision.Findings;

/// <summary>Shows findings to those whom they concern, and takes answers and decisions.</summary>
internal sealed class FindingActs(YiwangDb db, Journal journal, CurrentActor actor, TimeProvider clock)
{
    internal static string Stream(Guid id) => $"finding/{id}";

    /// <summary>Whether the reader supervises, and does not only answer for a department.</summary>
    internal bool Supervises => Has(Policies.Supervisor);

    /// <summary>Whether the reader answers for a department.</summary>
    internal bool Answers => Has(Policies.Handler);

    /// <summary>
    /// What an official may see: a supervisor of the city all of it, one of a county what concerns the county's departments, others what concerns
    /// their own department, or all departments of the region where they work for all of them.
    /// </summary>
    internal IQueryable<Finding> Visible()
    {
        var (all, region, department) = (db.Set<Finding>(), actor.Actor.Region.County, actor.Actor.Department ?? "");
        if (Supervises) return region.Level is RegionLevel.City ? all : all.Where(f => f.Region == region);
        var here = all.Where(f => f.Region == region);
        return Actor.IsAllDepartments(department) ? here : here.Where(f => f.Department == department);
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

    private bool Has(string post) => actor.Actor.Posts.Contains(post, StringComparer.Ordinal);

    internal async Task<Outcome> Decide(Guid id, bool uphold, string? words, CancellationToken stop)
    {
        if (!Supervises || await Visible().SingleOrDefaultAsync(f => f.Id == id, stop) is not { } found) return Refusal.NotFound("这条监察发现");
        var outcome = found.Decide(uphold, words, actor.Actor.JournalName, WorkCalendar.TodayInNingbo(clock), clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(Stream(id), new FindingDecided(uphold));
        return await db.TrySave(stop);
    }
}
