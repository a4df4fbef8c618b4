using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Lists;

/// <summary>Where some of the lists come from.</summary>
internal interface IListSource
{
    /// <summary>Whether a list is of this source.</summary>
    bool Gives(PublishedList list);

    /// <summary>Whether there is a list for a region.</summary>
    ValueTask<bool> Has(PublishedList list, RegionCode region, CancellationToken stop);

    /// <summary>The list of a region as it stands now.</summary>
    ValueTask<ListEdition> Edition(PublishedList list, RegionCode region, CancellationToken stop);

    /// <summary>All rows, in order of their numbers, a part in memory at a time.</summary>
    IAsyncEnumerable<IListEntry> Rows(ListEdition edition, CancellationToken stop);

    /// <summary>A row that has a page of its own; null when there is none.</summary>
    ValueTask<IListEntry?> Row(ListEdition edition, string id, CancellationToken stop);

    /// <summary>A page of the rows that fit, after the row of a number.</summary>
    ValueTask<FoundEntries> Find(ListEdition edition, ListQuery query, string? after, int size, CancellationToken stop);
}
