using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Portal.Sites;

/// <summary>
/// A site (站点) of the portal: the same interface and navigation for the city and for each county, zone, town and village in it
/// (统一界面、统一导航).
/// </summary>
/// <param name="Region">Whose site it is.</param>
/// <param name="Chain">The regions from below the city down to this one; empty on the city's own site and the province's.</param>
internal sealed record Site(Region Region, IReadOnlyList<Region> Chain)
{
    /// <summary>The code.</summary>
    internal RegionCode Code => Region.Code;

    /// <summary>The level.</summary>
    internal RegionLevel Level => Code.Level;

    /// <summary>Whether it is the city's own, whose addresses have no prefix.</summary>
    internal bool IsCity => Level is RegionLevel.City;

    /// <summary>The address of a page of the portal within this site: <c>/items</c> becomes <c>/sites/330203/items</c>.</summary>
    internal string Path(string address) => IsCity ? address : address == PortalRoutes.Home ? Home(Code) : $"{Home(Code)}{address}";

    /// <summary>The home page of a region's site.</summary>
    internal static string Home(RegionCode region) => region.Level is RegionLevel.City ? PortalRoutes.Home : $"{PortalRoutes.Sites}/{region.ShortForm}";
}
