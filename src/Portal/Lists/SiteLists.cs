using Yiwang.Catalogue.Lists;
using Yiwang.Directory;
using Yiwang.Portal.Home;
using Yiwang.Portal.Sites;

namespace Yiwang.Portal.Lists;

/// <summary>A list as a site publishes it.</summary>
/// <param name="Region">Whose list it is: the site's region, or the nearest above it that decides anything.</param>
/// <param name="Edition">The list.</param>
internal sealed record SiteList(Region Region, ListEdition Edition);

/// <summary>The lists of a site.</summary>
internal sealed class SiteLists(IPublishedLists lists, SiteCatalogue items)
{
    /// <summary>The list; null when it isn't kept for the site: the city's own lists elsewhere, everything for the province.</summary>
    internal async Task<SiteList?> Of(Site site, ListPlan plan, CancellationToken stop)
    {
        var region = plan.OfRegions ? (await items.Of(site, stop)).Decides : site.Region;
        if (site.Level is Kernel.Identifiers.RegionLevel.Province || !await lists.Has(plan.List, region.Code, stop)) return null;
        return new(region, await lists.Edition(plan.List, region.Code, stop));
    }
}
