using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Directory;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Transfers;

/// <summary>What can be packed, by where it goes.</summary>
/// <param name="Kind">Papers or results.</param>
/// <param name="From">Where it lies.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Cases">The cases, the oldest first.</param>
internal sealed record Parcel(TransferKind Kind, TransferPlace From, TransferPlace To, IReadOnlyList<Case> Cases);

/// <summary>
/// Finds what is to travel from where an official works: the papers of cases that were handed in at the point, to the departments that decide; and
/// the results of the region's departments, to the points at which they are collected.
/// </summary>
internal sealed class ReadyToTravel(YiwangDb db, IDirectory directory, CurrentActor actor)
{
    /// <summary>The most cases that are looked at; those packed make room for the next.</summary>
    private const int Most = 500;

    internal async Task<IReadOnlyList<Parcel>> All(CancellationToken stop) => [.. await Papers(stop), .. await Results(stop)];

    private async Task<IReadOnlyList<Parcel>> Papers(CancellationToken stop)
    {
        if (actor.Actor.ServicePoint is not { } here || await directory.ServicePoint(here, stop) is not { } point) return [];
        var cases = await db.Set<Case>().AsNoTracking()
            .Where(c => c.ServicePoint == here && c.Channel == "window" && c.State != CaseState.Closed && !db.Set<TransferLine>().Any(l => l.Case == c.Number && l.Kind == TransferKind.Papers && !l.Missing))
            .OrderBy(c => c.Number).Take(Most).ToListAsync(stop);
        return [.. cases.GroupBy(c => c.Department, StringComparer.Ordinal).Select(g => new Parcel(TransferKind.Papers, TransferPlace.Of(point), new(g.Key, g.First().DepartmentName, g.First().DepartmentRegion), [.. g.Take(TransferSlip.LinesMax)]))];
    }

    private async Task<IReadOnlyList<Parcel>> Results(CancellationToken stop)
    {
        var (region, here) = (actor.Actor.Region, actor.Actor.ServicePoint);
        var cases = await db.Set<Case>().AsNoTracking()
            .Where(c => c.ReadyAt != null && c.DepartmentRegion == region && (c.CollectAt ?? c.ServicePoint) != null && (c.CollectAt ?? c.ServicePoint) != here && (c.CollectAt != null || c.Delivery == null)
                && !db.Set<TransferLine>().Any(l => l.Case == c.Number && l.Kind == TransferKind.Results && !l.Missing))
            .OrderBy(c => c.ReadyAt).Take(Most).ToListAsync(stop);
        var parcels = new List<Parcel>();
        foreach (var group in cases.Where(c => TransferPlace.Is(actor.Actor, c.Department, c.DepartmentRegion)).GroupBy(c => (c.Department, To: (c.CollectAt ?? c.ServicePoint)!)))
        {
            if (await directory.ServicePoint(group.Key.To, stop) is { } to)
                parcels.Add(new(TransferKind.Results, new(group.Key.Department, group.First().DepartmentName, group.First().DepartmentRegion), TransferPlace.Of(to), [.. group.Take(TransferSlip.LinesMax)]));
        }
        return parcels;
    }
}
