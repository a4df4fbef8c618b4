using Yiwang.Catalogue;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Portal.Sites;

namespace Yiwang.Portal.Home;

/// <summary>What one can apply for on a site: the only place in which home page and boards ask the catalogue.</summary>
internal sealed class SiteCatalogue(ICatalogue catalogue, IDirectory directory)
{
    /// <summary>
    /// The items that are decided where the site is, or, where nothing of its own is decided, by the nearest region above it. The province's
    /// items are not kept on this platform.
    /// </summary>
    internal async Task<SiteItems> Of(Site site, CancellationToken stop)
    {
        if (site.Level is RegionLevel.Province) return new(site.Region, SiteItems.None);
        foreach (var region in site.Chain.Reverse())
        {
            var found = catalogue.Overview(region.Code);
            if (found.Counts.OnApplication > 0) return new(region, found);
        }
        var city = site.IsCity ? site.Region : await directory.Region(RegionCode.Ningbo, stop) ?? site.Region;
        return new(city, catalogue.Overview(default));
    }

    /// <summary>Departments with their items as the deciding region names them.</summary>
    internal async Task<IReadOnlyList<Counted>> Departments(SiteItems items, IEnumerable<FacetValue> counts, CancellationToken stop)
    {
        var counted = new List<Counted>();
        foreach (var (code, count) in counts)
        {
            var department = await directory.Competent(code, items.Decides.Code, stop) ?? await directory.Department(code, stop);
            counted.Add(new(code, department?.ShortName ?? code, count, department?.Sample is true));
        }
        return counted;
    }
}

/// <summary>The items of a site.</summary>
/// <param name="Decides">The region whose departments decide them.</param>
/// <param name="Overview">The items in numbers.</param>
public sealed record SiteItems(Region Decides, CatalogueOverview Overview)
{
    /// <summary>No items.</summary>
    internal static CatalogueOverview None { get; } = new(default, new(0, 0, 0, 0, 0, 0), false, [], new([], [], []), new([], [], []));

    /// <summary>What a page has before the catalogue has answered.</summary>
    internal static SiteItems NotYet { get; } = new(new(RegionCode.Ningbo, "", "", "", default, Current: true, HasStation: true, Sample: false), None);

    /// <summary>How many one can apply for.</summary>
    internal int Count => Overview.Counts.OnApplication;

    /// <summary>Themes as boards list them: those with most items first, and others last.</summary>
    internal static IReadOnlyList<Counted> Themes(IEnumerable<FacetValue> themes) => [.. themes.Select(t => new Counted(t.Value, t.Value, t.Count, false)).OrderBy(t => t.Key is "其他")];
}

/// <summary>Something that items are grouped by.</summary>
/// <param name="Key">What filters go by.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Items">How many items it has.</param>
/// <param name="Sample">Whether its name is of low confidence and shown as 示例.</param>
public sealed record Counted(string Key, string Name, int Items, bool Sample);
