using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.DeskCases;

/// <summary>
/// The window's lists of cases. Each is put together from the beginnings of as many ordered indexes as say which cases an official sees: so a page
/// costs the same however many cases there are.
/// </summary>
internal sealed class DeskList(YiwangDb db, CurrentActor actor)
{
    private static readonly CaseState[] Every = [CaseState.Received, CaseState.AwaitingCorrection, CaseState.Accepted, CaseState.Decided, CaseState.Closed];

    /// <summary>The case of a number, if this official may see it.</summary>
    internal async Task<List<Case>> Of(CaseNumber number, CancellationToken stop) =>
        await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, stop) is { } found && DeskAccess.May(actor.Actor, found) ? [found] : [];

    /// <summary>Some cases of a list, the most urgent first, and where the results wait, those that wait longest.</summary>
    /// <param name="list">received, awaiting, accepted, closed, handover or all.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<List<Case>> Read(string list, CaseNumber? after, int most, CancellationToken stop)
    {
        var last = after is { } number ? await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, stop) : null;
        if (list == "handover") return await Waiting(last, most, stop);
        CaseState[] states = list switch
        {
            "received" => [CaseState.Received], "awaiting" => [CaseState.AwaitingCorrection], "accepted" => [CaseState.Accepted, CaseState.Decided], "closed" => [CaseState.Closed], _ => Every,
        };
        var (point, region) = (actor.Actor.ServicePoint, actor.Actor.Region);
        var all = db.Set<Case>().AsNoTracking();
        var parts = states.SelectMany(state => Scopes(all.Where(c => c.State == state), point, region));
        return await Merge(parts.Select(cases => (last is null ? cases : cases.Where(c => c.AnswerBy > last.AnswerBy || (c.AnswerBy == last.AnswerBy && c.Number.CompareTo(last.Number) > 0))).OrderBy(c => c.AnswerBy).ThenBy(c => c.Number)),
            found => found.OrderBy(c => c.AnswerBy).ThenBy(c => c.Number), most, stop);
    }

    /// <summary>待取件: results that are collected here, and those of here for which nothing else was chosen.</summary>
    private async Task<List<Case>> Waiting(Case? last, int most, CancellationToken stop)
    {
        var (point, region) = (actor.Actor.ServicePoint, actor.Actor.Region);
        var all = db.Set<Case>().AsNoTracking().Where(c => c.ReadyAt != null);
        var parts = Scopes(all.Where(c => c.CollectAt == null), point, region);
        if (point is not null) parts = parts.Append(all.Where(c => c.CollectAt == point));
        return await Merge(parts.Select(cases => (last is null ? cases : cases.Where(c => c.ReadyAt > last.ReadyAt || (c.ReadyAt == last.ReadyAt && c.Number.CompareTo(last.Number) > 0))).OrderBy(c => c.ReadyAt).ThenBy(c => c.Number)),
            found => found.OrderBy(c => c.ReadyAt).ThenBy(c => c.Number), most, stop);
    }

    private static IEnumerable<IQueryable<Case>> Scopes(IQueryable<Case> cases, string? point, RegionCode region)
    {
        yield return cases.Where(c => c.DepartmentRegion == region);
        if (point is not null) yield return cases.Where(c => c.ServicePoint == point);
    }

    private static async Task<List<Case>> Merge(IEnumerable<IQueryable<Case>> parts, Func<IEnumerable<Case>, IEnumerable<Case>> order, int most, CancellationToken stop)
    {
        var found = new List<Case>();
        foreach (var part in parts) found.AddRange(await part.Take(most).ToListAsync(stop));
        return [.. order(found.DistinctBy(c => c.Number)).Take(most)];
    }
}
