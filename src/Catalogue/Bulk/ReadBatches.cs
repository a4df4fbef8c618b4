using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Changes;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Bulk;

/// <summary>A batch as pages show it.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Where">Its reach, in words.</param>
/// <param name="Stages">How many of its changes are in which stage.</param>
internal sealed record BatchView(ChangeBatch Batch, string Where, IReadOnlyDictionary<ChangeStage, int> Stages)
{
    internal int In(ChangeStage stage) => Stages.GetValueOrDefault(stage);
}

/// <summary>Reads batches for their pages.</summary>
internal sealed class ReadBatches(YiwangDb db, ChangeRights rights, IDirectory directory)
{
    private const int MostShown = 20;

    /// <summary>A page of the batches in reach, the latest first.</summary>
    internal async Task<(IReadOnlyList<BatchView> Found, string? Next)> Page(string? cursor, int size, CancellationToken stop)
    {
        var batches = rights.Reach(db.Set<ChangeBatch>().AsNoTracking());
        if (cursor is { Length: ItemChange.IdLength }) batches = batches.Where(b => b.Id.CompareTo(cursor) < 0);
        var page = await batches.OrderByDescending(b => b.Id).Take(size + 1).ToListAsync(stop);
        return (await Counted(page.Take(size), stop), page.Count > size ? page[size - 1].Id : null);
    }

    /// <summary>The latest batches in reach that have changes in a stage.</summary>
    internal async Task<IReadOnlyList<BatchView>> With(ChangeStage stage, CancellationToken stop) =>
        await Counted(await rights.Reach(db.Set<ChangeBatch>().AsNoTracking()).Where(b => db.Set<ItemChange>().Any(c => c.Batch == b.Id && c.Stage == stage)).OrderByDescending(b => b.Id).Take(MostShown).ToListAsync(stop), stop);

    private async Task<IReadOnlyList<BatchView>> Counted(IEnumerable<ChangeBatch> batches, CancellationToken stop)
    {
        var shown = batches.ToList();
        var ids = shown.ConvertAll(b => (string?)b.Id);
        var counts = (await db.Set<ItemChange>().AsNoTracking().Where(c => ids.Contains(c.Batch)).GroupBy(c => new { c.Batch, c.Stage }).Select(g => new { g.Key.Batch, g.Key.Stage, Count = g.Count() }).ToListAsync(stop)).ToLookup(c => c.Batch!, StringComparer.Ordinal);
        var views = new List<BatchView>(shown.Count);
        foreach (var batch in shown)
        {
            var where = batch.OfBase ? ChangeWords.Everywhere : (await directory.Region(batch.Region, stop))?.FullName ?? batch.Region.Value;
            views.Add(new(batch, where, counts[batch.Id].ToDictionary(c => c.Stage, c => c.Count)));
        }
        return views;
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
