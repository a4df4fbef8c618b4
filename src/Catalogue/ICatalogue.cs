using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue;

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

/// <summary>Questions to the catalogue.</summary>
public interface ICatalogue
{
    /// <summary>The version of a base item that is in force, suspended or not; null when it is unknown or withdrawn.</summary>
    ValueTask<ServiceItem?> Current(ItemCode code, CancellationToken stop);

    /// <summary>A certain version of an implementing item, in force or not: what a case is bound to.</summary>
    ValueTask<ServiceItem?> Version(ItemCode code, RegionCode region, int version, CancellationToken stop);

    /// <summary>All regions that carry an item out, suspended or not, from the city down.</summary>
    ValueTask<IReadOnlyList<ItemOffer>> Places(ItemCode code, CancellationToken stop);

    /// <summary>The item as the organ decides it that is competent for a region, its own or that of the region above it, suspended or not; null when there is none.</summary>
    ValueTask<ItemOffer?> For(ItemCode code, RegionCode region, CancellationToken stop);

    /// <summary>The item as one can apply for it in a region; refused with <c>unknown-item</c>, <c>unknown-region</c>, <c>item-not-offered</c> or <c>item-suspended</c>.</summary>
    ValueTask<Outcome<ItemOffer>> Offer(ItemCode code, RegionCode region, CancellationToken stop);

    /// <summary>All regions among which one chooses whose department decides: city, counties and zones, and towns where they are not their county's.</summary>
    ValueTask<IReadOnlyList<ItemOffer>> Offers(ServiceItem item, CancellationToken stop);

    /// <summary>
    /// Finds items in force with the search of the portal: by words, in pinyin or by initials, the best first; without words the most asked for
    /// first. Refused with <c>bad-cursor</c> for a cursor that is none of ours.
    /// </summary>
    ValueTask<Outcome<FoundItems>> Find(ItemQuery query, string? cursor, int size, CancellationToken stop);

    /// <summary>The parts (子项) of a main item (主项) in force in a region, or without one everywhere, in order of their codes; at most 200.</summary>
    IReadOnlyList<ItemCard> Parts(ItemCode main, RegionCode region);

    /// <summary>The items of a region, or without one all base items, in numbers.</summary>
    CatalogueOverview Overview(RegionCode region);

    /// <summary>A part of all base items' codes in their order, for site maps.</summary>
    IReadOnlyList<ItemCode> Codes(int skip, int take);
}
