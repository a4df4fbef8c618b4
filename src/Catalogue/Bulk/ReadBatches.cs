using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Changes;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Bulk;

/// <summary>A batch with how many of its changes are in which stage.</summary>
internal sealed record BatchView(ChangeBatch Batch, IReadOnlyDictionary<ChangeStage, int> Stages)
{
    internal int In(ChangeStage stage) => Stages.GetValueOrDefault(stage);
}

/// <summary>Reads batches for their pages.</summary>
internal sealed class ReadBatches(YiwangDb db, ChangeRights rights)
{
    private const int MostShown = 20;

    /// <summary>A page of the batches in reach, the latest first.</summary>
    internal async Task<(IReadOnlyList<BatchView> Found, string? Next)> Page(string? cursor, int size, CancellationToken stop)
    {
        var batches = InReach();
        if (cursor is { Length: ItemChange.IdLength }) batches = batches.Where(b => b.Id.CompareTo(cursor) < 0);
        var page = await batches.OrderByDescending(b => b.Id).Take(size + 1).ToListAsync(stop);
        return (await Counted(page.Take(size), stop), page.Count > size ? page[size - 1].Id : null);
    }

    /// <summary>The latest batches in reach that have changes in a stage.</summary>
    internal async Task<IReadOnlyList<BatchView>> With(ChangeStage stage, CancellationToken stop) =>
        await Counted(await InReach().Where(b => db.Set<ItemChange>().Any(c => c.Batch == b.Id && c.Stage == stage)).OrderByDescending(b => b.Id).Take(MostShown).ToListAsync(stop), stop);

    private IQueryable<ChangeBatch> InReach()
    {
        var own = rights.Who.Region;
        var batches = db.Set<ChangeBatch>().AsNoTracking();
        if (own.Value.Length == 0) return batches.Where(_ => false);
        if (own.Level is RegionLevel.City or RegionLevel.Province) return batches;
        var last = own.Level is RegionLevel.Village ? own : RegionCode.Last(own);
        return batches.Where(b => b.Region.CompareTo(own) >= 0 && b.Region.CompareTo(last) <= 0);
    }

    private async Task<IReadOnlyList<BatchView>> Counted(IEnumerable<ChangeBatch> batches, CancellationToken stop)
    {
        var shown = batches.ToList();
        var ids = shown.ConvertAll(b => (string?)b.Id);
        var counts = (await db.Set<ItemChange>().AsNoTracking().Where(c => ids.Contains(c.Batch)).GroupBy(c => new { c.Batch, c.Stage }).Select(g => new { g.Key.Batch, g.Key.Stage, Count = g.Count() }).ToListAsync(stop)).ToLookup(c => c.Batch!, StringComparer.Ordinal);
        return [.. shown.Select(b => new BatchView(b, counts[b.Id].ToDictionary(c => c.Stage, c => c.Count)))];
    }

    /// <summary>One batch with its numbers.</summary>
    internal async Task<BatchView> Of(ChangeBatch batch, CancellationToken stop) => (await Counted([batch], stop))[0];

    /// <summary>A page of the changes of a batch that are in a stage, in order of codes.</summary>
    internal async Task<(IReadOnlyList<ItemChange> Found, ItemCode? Next)> Changes(string batch, ChangeStage stage, ItemCode? after, int size, CancellationToken stop)
    {
        var changes = db.Set<ItemChange>().AsNoTracking().Where(c => c.Batch == batch && c.Stage == stage);
        if (after is { } last) changes = changes.Where(c => c.Code.CompareTo(last) > 0);
        var page = await changes.OrderBy(c => c.Code).Take(size + 1).ToListAsync(stop);
        return page.Count > size ? (page[..size], page[size - 1].Code) : (page, null);
    }
}
