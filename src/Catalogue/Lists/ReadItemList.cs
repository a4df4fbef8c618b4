using System.Runtime.CompilerServices;
using Yiwang.Catalogue.Search;
using Yiwang.Catalogue.Synonyms;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Lists;

/// <summary>The lists of powers and public services: narrowed and counted in the index; only the rows of a page are read.</summary>
internal sealed class ReadItemList(ItemIndex index, SynonymShelf synonyms, CatalogueShelf shelf, ListDates dates) : IListSource
{
    public bool Gives(PublishedList list) => list is PublishedList.Powers or PublishedList.Services;

    public ValueTask<bool> Has(PublishedList list, RegionCode region, CancellationToken stop) => new(true);

    // An item has a guide.
    public ValueTask<IListEntry?> Row(ListEdition edition, string id, CancellationToken stop) => new((IListEntry?)null);

    public async ValueTask<ListEdition> Edition(PublishedList list, RegionCode region, CancellationToken stop)
    {
        var items = index.Of(region);
        return new(list, region, items.Rows.Count(Of(list, items)), await dates.Of(list, stop), items.Mark(Of(list, items)));
    }

    public async IAsyncEnumerable<IListEntry> Rows(ListEdition edition, [EnumeratorCancellation] CancellationToken stop)
    {
        var items = index.Of(edition.Region);
        foreach (var part in items.Rows.Where(Of(edition.List, items)).Chunk(ReadItems.Batch))
        {
            foreach (var entry in await Read(edition, [.. part.Select(r => r.Code)], stop)) yield return entry;
        }
    }

    public async ValueTask<FoundEntries> Find(ListEdition edition, ListQuery query, string? after, int size, CancellationToken stop)
    {
        var items = index.Of(edition.Region);
        var rows = items.Rows.Where(Of(edition.List, items));
        if (Words.Fold(query.Text, Words.QueryMaxLength).Length > 0)
        {
            index.Use(await synonyms.Words(stop));
            var codes = index.Codes(query.Text!, edition.Region);
            rows = rows.Where(r => codes.Contains(r.Code));
        }
        bool InGroup(ItemRow r) => query.Group is null or "" || Groups(edition.List, r).Any(g => items.Value(g) == query.Group);
        bool InDepartment(ItemRow r) => query.Department is null or "" || items.Value(r.Department) == query.Department;
        bool Handled(ItemRow r) => query.Trait is not { } trait || r.Has(trait);
        var all = rows.ToList();
        var found = all.Where(r => InGroup(r) && InDepartment(r) && Handled(r)).ToList();
        var page = found.Where(r => after is null || string.CompareOrdinal(r.Code, after) > 0).Take(size + 1).Select(r => r.Code).ToList();
        var next = page.Count > size ? Cursor.Write(new(0, 0, page[size - 1], "")) : null;
        return new(await Read(edition, page.Count > size ? page[..size] : page, stop), next, found.Count,
            items.Counted(all.Where(r => InDepartment(r) && Handled(r)).SelectMany(r => Groups(edition.List, r))),
            items.Counted(all.Where(r => InGroup(r) && Handled(r)).Select(r => r.Department)),
            [.. Enum.GetValues<ItemTrait>().Select(t => (t, all.Count(r => InGroup(r) && InDepartment(r) && r.Has(t)))).Where(t => t.Item2 > 0)]);
    }

    private async Task<List<IListEntry>> Read(ListEdition edition, IReadOnlyCollection<string> codes, CancellationToken stop)
    {
        var read = await shelf.In(edition.Region, [.. codes.Select(c => ItemCode.Parse(c, null))], stop);
        return [.. read.Select(offer => Entry(edition.List, offer))];
    }

    private static ItemEntry Entry(PublishedList list, ItemOffer offer)
    {
        var item = offer.Item;
        var sample = list is PublishedList.Powers ? item.LegalBasis.Count == 0 || item.LegalBasis.Any(b => !b.Verified) || item.IsSample("legal_basis") : item.IsSample("promised_limit") || item.IsSample("online_depth");
        return new(IndexFeed.Card(offer), item, [.. item.PersonalThemes.Concat(item.CorporateThemes).Distinct(StringComparer.Ordinal)], sample);
    }

    private static int[] Groups(PublishedList list, ItemRow row) => list is PublishedList.Services ? row.Themes : [row.Category];

    private static Func<ItemRow, bool> Of(PublishedList list, RegionItems items) => row => items.Value(row.Category) == ItemEntry.Service == (list is PublishedList.Services);
}
