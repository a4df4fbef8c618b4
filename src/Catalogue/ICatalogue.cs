using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue;

/// <summary>What a visitor looks for in the catalogue.</summary>
/// <param name="Text">Words in the name, the code, the result's name or the themes; empty for all.</param>
/// <param name="Region">Only items that a department decides for this region; none for all.</param>
/// <param name="Theme">Only items of this theme.</param>
/// <param name="Category">Only items of this category.</param>
/// <param name="Department">Only items of this city department.</param>
/// <param name="Audience">Only items for <c>person</c> or <c>company</c>.</param>
/// <param name="OnApplication">Only items that one applies for.</param>
public sealed record ItemSearch(
    string? Text = null, RegionCode Region = default, string? Theme = null, string? Category = null,
    string? Department = null, string? Audience = null, bool OnApplication = true);

/// <summary>A page of items, in a fixed order, by key.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor for the next page; null on the last.</param>
/// <param name="Total">How many items the search finds.</param>
public sealed record ItemPage(IReadOnlyList<ServiceItem> Items, string? Next, int Total);

/// <summary>An item as a department of one region decides it.</summary>
/// <param name="Item">The item as the organ carries it out: the base item with what is its own; its version is that of the implementing item.</param>
/// <param name="Region">The region.</param>
/// <param name="Department">The department that decides there.</param>
public sealed record ItemOffer(ServiceItem Item, Region Region, Department Department)
{
    /// <summary>The version of the base item that it follows.</summary>
    public int BaseVersion { get; init; }

    /// <summary>Whether a newer version of the base item is in force, which the region has not followed (未跟进).</summary>
    public bool Behind { get; init; }

    /// <summary>Whether it may be handed in at a service point: anywhere in the city, unless it is handled where it belongs (属地办理).</summary>
    public bool MayBeHandedInAt(ServicePoint point) => Item.Scope is not ServiceItem.LocalScope || Region.Code.Contains(point.Region) || Region.Code.County == point.Region.County;
}

/// <summary>A theme of 个人办事 or 法人办事.</summary>
public sealed record Theme(string Audience, int Order, string Name, int Items);

/// <summary>Questions to the catalogue.</summary>
public interface ICatalogue
{
    /// <summary>The version of a base item that is in force, suspended or not; null when it is unknown or withdrawn.</summary>
    ValueTask<ServiceItem?> Current(ItemCode code, CancellationToken stop);

    /// <summary>A certain version of an implementing item, in force or not: what a case is bound to.</summary>
    ValueTask<ServiceItem?> Version(ItemCode code, RegionCode region, int version, CancellationToken stop);

    /// <summary>All regions that carry an item out, suspended or not, from the city down.</summary>
    ValueTask<IReadOnlyList<ItemOffer>> Places(ItemCode code, CancellationToken stop);

    /// <summary>The item as one can apply for it in a region; refused with <c>unknown-item</c>, <c>unknown-region</c>, <c>item-not-offered</c> or <c>item-suspended</c>.</summary>
    ValueTask<Outcome<ItemOffer>> Offer(ItemCode code, RegionCode region, CancellationToken stop);

    /// <summary>All regions among which one chooses whose department decides: city, counties and zones, and towns where they are not their county's.</summary>
    ValueTask<IReadOnlyList<ItemOffer>> Offers(ServiceItem item, CancellationToken stop);

    /// <summary>
    /// Finds items in force with the search of the portal: by words, in pinyin or by initials, the best first; without words the most asked for
    /// first. Refused with <c>bad-cursor</c> for a cursor that is none of ours.
    /// </summary>
    ValueTask<Outcome<FoundItems>> Find(ItemQuery query, string? cursor, int size, CancellationToken stop);

    /// <summary>Items in force that fit a search, the most asked for first.</summary>
    ValueTask<ItemPage> Search(ItemSearch search, string? cursor, int size, CancellationToken stop);

    /// <summary>The themes with the number of items in force.</summary>
    ValueTask<IReadOnlyList<Theme>> Themes(CancellationToken stop);
}
