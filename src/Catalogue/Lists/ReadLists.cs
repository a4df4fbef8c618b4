using Yiwang.Catalogue.Search;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Lists;

/// <summary>Reads each list from where it comes from.</summary>
internal sealed class ReadLists(IEnumerable<IListSource> sources, ReadReductions reductions) : IPublishedLists
{
    public async ValueTask<bool> Has(PublishedList list, RegionCode region, CancellationToken stop) => await Source(list).Has(list, region, stop);

    public async ValueTask<ListEdition> Edition(PublishedList list, RegionCode region, CancellationToken stop) =>
        await Has(list, region, stop) ? await Source(list).Edition(list, region, stop) : new(list, region, 0, null, "");

    public IAsyncEnumerable<IListEntry> Rows(ListEdition edition, CancellationToken stop) => Source(edition.List).Rows(edition, stop);

    public ValueTask<IListEntry?> Row(ListEdition edition, string id, CancellationToken stop) => Source(edition.List).Row(edition, id, stop);

    public async ValueTask<Outcome<FoundEntries>> Find(ListEdition edition, ListQuery query, string? cursor, int size, CancellationToken stop)
    {
        var after = Cursor.Read(cursor);
        return after.IsDone ? await Source(edition.List).Find(edition, query, after.Value?.Code, size, stop) : after.Refusal;
    }

    public ValueTask<IReadOnlyList<ReductionEntry>> Reductions(ItemCode item, RegionCode region, CancellationToken stop) => reductions.Of(item, region, stop);

    private IListSource Source(PublishedList list) => sources.First(s => s.Gives(list));
}
