using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Yiwang.Catalogue.Reductions;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Lists;

/// <summary>The list of materials that are asked for less (材料精简).</summary>
internal sealed class ReadReductions(ReductionShelf shelf, IDirectory directory) : IListSource
{
    private static readonly SearchRows<MaterialReduction> Search = new(r => r.Id, r => [ReductionEntry.Kinds[r.Kind]], r => r.Department, r => $"{r.Id} {r.ItemName} {r.Material} {r.Reason}");

    public bool Gives(PublishedList list) => list is PublishedList.Reductions;

    public ValueTask<bool> Has(PublishedList list, RegionCode region, CancellationToken stop) => new(true);

    // A reduction leads to its item.
    public ValueTask<IListEntry?> Row(ListEdition edition, string id, CancellationToken stop) => new((IListEntry?)null);

    public async ValueTask<ListEdition> Edition(PublishedList list, RegionCode region, CancellationToken stop)
    {
        var kept = await shelf.Now(stop);
        var count = (await shelf.Of(kept, region, stop)).Count;
        var mark = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{region.Value}|{count}|{kept.Ever}|{kept.ChangedAt?.UtcTicks}")));
        return new(list, region, count, kept.ChangedAt, Convert.ToHexStringLower(mark)[..12]);
    }

    public async IAsyncEnumerable<IListEntry> Rows(ListEdition edition, [EnumeratorCancellation] CancellationToken stop)
    {
        var kept = await shelf.Now(stop);
        foreach (var row in await shelf.Of(kept, edition.Region, stop)) yield return await Entry(row, kept, stop);
    }

    public async ValueTask<FoundEntries> Find(ListEdition edition, ListQuery query, string? after, int size, CancellationToken stop)
    {
        var kept = await shelf.Now(stop);
        return await Search.Find(await shelf.Of(kept, edition.Region, stop), query, after, size, async row => await Entry(row, kept, stop));
    }

    /// <summary>What one item asks for less, in a region or, without one, everywhere.</summary>
    internal async ValueTask<IReadOnlyList<ReductionEntry>> Of(ItemCode code, RegionCode region, CancellationToken stop)
    {
        var kept = await shelf.Now(stop);
        var entries = new List<ReductionEntry>();
        foreach (var row in kept.Of(code)) if (row.Region == default || row.Region == region) entries.Add(await Entry(row, kept, stop));
        return entries;
    }

    private async ValueTask<ReductionEntry> Entry(MaterialReduction row, ReductionShelf.Kept kept, CancellationToken stop) => new(
        row.Id, row.ItemName, row.Code, row.Department, (await directory.Department(row.Department, stop))?.ShortName ?? row.Department, row.Material, row.Kind,
        row.Licence is { } licence ? kept.Licences.GetValueOrDefault(licence, licence) : "", row.Region.Value.Length > 0 ? (await directory.Region(row.Region, stop))?.Name ?? "" : "",
        row.Since, row.Reason, row.Sample);
}
