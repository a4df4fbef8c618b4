using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Lists;

/// <summary>The lists that a government publishes: the four lists (四张清单, 浙江省 2014) and the public services.</summary>
public enum PublishedList
{
    /// <summary>行政权力清单: every power, also those that nobody applies for.</summary>
    Powers,

    /// <summary>部门责任清单.</summary>
    Duties,

    /// <summary>企业投资负面清单 (政府核准的投资项目目录, 国发〔2016〕72号).</summary>
    Investments,

    /// <summary>财政专项资金管理清单.</summary>
    Funds,

    /// <summary>公共服务事项清单.</summary>
    Services,

    /// <summary>材料精简清单: which materials items no longer ask for.</summary>
    Reductions,
}

/// <summary>How an item can be handled.</summary>
public enum ItemTrait
{
    /// <summary>One can hand it in at a window (可在窗口办理).</summary>
    Window,

    /// <summary>One can apply online (可网上申报).</summary>
    Online,

    /// <summary>No visit is needed (一次都不用跑).</summary>
    NoVisit,

    /// <summary>At most one visit is needed (最多跑一次).</summary>
    OneVisit,
}

/// <summary>What narrows a list.</summary>
/// <param name="Text">Words that a row must have; for powers and services also in pinyin; empty for all.</param>
/// <param name="Group">Only rows of this group, see <see cref="IListEntry.Groups"/>.</param>
/// <param name="Department">Only rows of this city department.</param>
/// <param name="Trait">Only items that are handled so; rows that are no items are never.</param>
public sealed record ListQuery(string? Text = null, string? Group = null, string? Department = null, ItemTrait? Trait = null);

/// <summary>A page of a list, in order of the rows' numbers.</summary>
/// <param name="Entries">The rows.</param>
/// <param name="Next">The cursor for the next page; null on the last.</param>
/// <param name="Total">How many rows fit in all.</param>
/// <param name="Groups">The groups with their rows, as if none were chosen; the most frequent first.</param>
/// <param name="Departments">The city departments with their rows, as if none were chosen; the most frequent first.</param>
/// <param name="Traits">The ways of handling with their rows, as if none were chosen.</param>
public sealed record FoundEntries(IReadOnlyList<IListEntry> Entries, string? Next, int Total, IReadOnlyList<FacetValue> Groups, IReadOnlyList<FacetValue> Departments, IReadOnlyList<(ItemTrait Trait, int Count)> Traits);

/// <summary>A list as it stands now.</summary>
/// <param name="List">Which list.</param>
/// <param name="Region">Whose.</param>
/// <param name="Count">How many rows it has.</param>
/// <param name="ChangedAt">When it was last published or imported; null when it never was.</param>
/// <param name="Mark">12 hexadecimal digits that change with any content of any row.</param>
public sealed record ListEdition(PublishedList List, RegionCode Region, int Count, DateTimeOffset? ChangedAt, string Mark);

/// <summary>Questions to the published lists.</summary>
public interface IPublishedLists
{
    /// <summary>Whether there is a list for a region: duties, investments and funds where the region has published its own.</summary>
    ValueTask<bool> Has(PublishedList list, RegionCode region, CancellationToken stop);

    /// <summary>The list of a region as it stands now; empty when there is none.</summary>
    ValueTask<ListEdition> Edition(PublishedList list, RegionCode region, CancellationToken stop);

    /// <summary>All rows of a list, in order of their numbers, read a part at a time.</summary>
    IAsyncEnumerable<IListEntry> Rows(ListEdition edition, CancellationToken stop);

    /// <summary>A row of one of the lists that are no items; null when there is none.</summary>
    ValueTask<IListEntry?> Row(ListEdition edition, string id, CancellationToken stop);

    /// <summary>What one item asks for less (材料精简), in a region or everywhere.</summary>
    ValueTask<IReadOnlyList<ReductionEntry>> Reductions(ItemCode item, RegionCode region, CancellationToken stop);

    /// <summary>A page of the rows that fit; refused with <c>bad-cursor</c> when the cursor is none of ours.</summary>
    ValueTask<Outcome<FoundEntries>> Find(ListEdition edition, ListQuery query, string? cursor, int size, CancellationToken stop);
}
