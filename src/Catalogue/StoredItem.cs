using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>A base item in force and the implementing items in force of it, as the shelf keeps them.</summary>
/// <param name="Item">The version of the base item in force.</param>
/// <param name="Rows">The implementing items, by region.</param>
/// <param name="Older">Older versions of the base item that regions still follow.</param>
internal sealed record StoredItem(ServiceItem Item, IReadOnlyDictionary<RegionCode, ImplementingItem> Rows, IReadOnlyDictionary<int, ServiceItem> Older)
{
    /// <summary>The item as the organ of a row carries it out.</summary>
    internal ServiceItem Read(ImplementingItem row)
    {
        var read = row.Read(row.BaseVersion == Item.Version ? Item : Older[row.BaseVersion]);
        // Suspended everywhere, whatever a region says of itself and whichever version it follows.
        return read with { Suspension = Item.Suspension ?? read.Suspension };
    }
}
