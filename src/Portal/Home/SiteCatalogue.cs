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
        if (site.Level is RegionLevel.Province) return new(site.Region, []);
        foreach (var region in site.Chain.Reverse())
        {
            var found = await catalogue.Search(new(Region: region.Code), null, int.MaxValue, stop);
            if (found.Total > 0) return new(region, found.Items);
        }
        var city = site.IsCity ? site.Region : await directory.Region(RegionCode.Ningbo, stop) ?? site.Region;
        return new(city, (await catalogue.Search(new(), null, int.MaxValue, stop)).Items);
    }

    /// <summary>The departments of these items as the deciding region names them, those with most items first.</summary>
    internal async Task<IReadOnlyList<Counted>> Departments(SiteItems items, CancellationToken stop)
    {
        var counted = new List<Counted>();
        foreach (var group in items.Items.GroupBy(i => i.Department, StringComparer.Ordinal))
        {
            var department = await directory.Competent(group.Key, items.Decides.Code, stop) ?? await directory.Department(group.Key, stop);
            counted.Add(new(group.Key, department?.ShortName ?? group.Key, group.Count(), department?.Sample is true));
        }
        return [.. counted.OrderByDescending(c => c.Items).ThenBy(c => c.Key, StringComparer.Ordinal)];
    }
}

/// <summary>The items of a site.</summary>
/// <param name="Decides">The region whose departments decide them.</param>
/// <param name="Items">The items, the most asked for first.</param>
public sealed record SiteItems(Region Decides, IReadOnlyList<ServiceItem> Items)
{
    /// <summary>What a page has before the catalogue has answered.</summary>
    internal static SiteItems NotYet { get; } = new(new(RegionCode.Ningbo, "", "", "", default, Current: true, HasStation: true, Sample: false), []);

    /// <summary>The themes of 个人办事 or 法人办事, those with most items first.</summary>
    internal IReadOnlyList<Counted> Themes(string audience) =>
    [
        .. Items.Where(i => Is(i, audience)).SelectMany(i => audience == "person" ? i.PersonalThemes : i.CorporateThemes).GroupBy(t => t, StringComparer.Ordinal)
            .Select(t => new Counted(t.Key, t.Key, t.Count(), false)).OrderBy(t => t.Key is "其他").ThenByDescending(t => t.Items).ThenBy(t => t.Key, StringComparer.Ordinal),
    ];

    /// <summary>Whether an item is for persons, or for companies.</summary>
    internal static bool Is(ServiceItem item, string audience) => audience == "person" ? item.ForPersons : item.ForCompanies;
}

/// <summary>Something that items are grouped by.</summary>
/// <param name="Key">What filters go by.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Items">How many items it has.</param>
/// <param name="Sample">Whether its name is of low confidence and shown as 示例.</param>
public sealed record Counted(string Key, string Name, int Items, bool Sample);
