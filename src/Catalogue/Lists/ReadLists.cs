using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yiwang.Catalogue.Search;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Lists;

/// <summary>Reads the lists: powers and services from the index, whose rows are read only where they are shown; reductions as publications wrote them; the others from the rows that were imported.</summary>
internal sealed class ReadLists(ReadItemList items, ReadImportedList imported, ReadReductions reductions, ListDates dates) : IPublishedLists
{
    public async ValueTask<bool> Has(PublishedList list, RegionCode region, CancellationToken stop) =>
        OfItems(list) || list is PublishedList.Reductions || region.Level is RegionLevel.City || (await dates.OfRegions(stop)).ContainsKey((ListLayout.Of(list)!.File, region));

    public async ValueTask<ListEdition> Edition(PublishedList list, RegionCode region, CancellationToken stop)
    {
        if (!await Has(list, region, stop)) return new(list, region, 0, null, "");
        if (list is PublishedList.Reductions) return await reductions.Edition(region, stop);
        var at = await dates.Of(list, stop);
        if (OfItems(list)) return items.Edition(list, region, at);
        var rows = await imported.Rows(list, region, stop);
        return new(list, region, rows.Count, (await dates.OfRegions(stop)).TryGetValue((ListLayout.Of(list)!.File, region), out var own) ? own : at, MarkOf(rows));
    }

    public async IAsyncEnumerable<IListEntry> Rows(ListEdition edition, [EnumeratorCancellation] CancellationToken stop)
    {
        if (OfItems(edition.List))
        {
            await foreach (var entry in items.Rows(edition, stop)) yield return entry;
            yield break;
        }
        if (edition.List is PublishedList.Reductions)
        {
            await foreach (var entry in reductions.Rows(edition.Region, stop)) yield return entry;
            yield break;
        }
        foreach (var entry in await imported.Rows(edition.List, edition.Region, stop)) yield return entry;
    }

    public async ValueTask<IListEntry?> Row(ListEdition edition, string id, CancellationToken stop) =>
        OfItems(edition.List) || edition.List is PublishedList.Reductions ? null : (await imported.Rows(edition.List, edition.Region, stop)).FirstOrDefault(e => e.Id == id);

    public async ValueTask<IReadOnlyList<ReductionEntry>> Reductions(ItemCode item, RegionCode region, CancellationToken stop) => await reductions.Of(item, region, stop);

    public async ValueTask<Outcome<FoundEntries>> Find(ListEdition edition, ListQuery query, string? cursor, int size, CancellationToken stop)
    {
        var after = Cursor.Read(cursor);
        if (!after.IsDone) return after.Refusal;
        var from = after.Value?.Code;
        if (OfItems(edition.List)) return await items.Find(edition, query, from, size, stop);
        if (edition.List is PublishedList.Reductions) return await reductions.Find(edition.Region, query, from, size, stop);
        return await imported.Find(edition.List, edition.Region, query, from, size, stop);
    }

    private static bool OfItems(PublishedList list) => list is PublishedList.Powers or PublishedList.Services;

    private static string MarkOf(IEnumerable<IListEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries) hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, entry.GetType(), Journal.Json) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
