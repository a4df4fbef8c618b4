using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>What belongs to a region; to none where it is the base item's.</summary>
internal interface IOfRegion
{
    /// <summary>The region.</summary>
    RegionCode Region { get; }
}

/// <summary>Narrows rows by region.</summary>
internal static class RegionRows
{
    /// <summary>Those of a region and of all below it, whose codes begin alike.</summary>
    internal static IQueryable<T> Within<T>(this IQueryable<T> rows, RegionCode region) where T : class, IOfRegion
    {
        var last = RegionCode.Last(region);
        return rows.Where(r => r.Region.CompareTo(region) >= 0 && r.Region.CompareTo(last) <= 0);
    }
}
