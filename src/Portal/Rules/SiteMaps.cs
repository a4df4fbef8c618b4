using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Portal.Caching;
using Yiwang.Portal.Lists;
using Yiwang.Portal.Shell;
using Yiwang.Portal.Sites;

namespace Yiwang.Portal.Rules;

/// <summary>
/// <c>robots.txt</c> and the site map for search engines (sitemaps.org 0.9): an index of parts with the pages, the sites, the service points and the items.
/// No part says when a page changed, because that is known of no page.
/// </summary>
internal static class SiteMaps
{
    /// <summary>How many items a part holds; a part may have 50,000 addresses.</summary>
    internal const int ItemsInPart = 10_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xml = "application/xml; charset=utf-8";

    internal static void MapSiteMaps(this IEndpointRouteBuilder routes)
    {
        var maps = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription().CacheOutput(PortalCache.Policy);
        maps.MapGet("/robots.txt", (HttpContext http) => Results.Text($"""
            User-agent: *
            Disallow: /desk
            Disallow: /my/
            Disallow: /reports
            Disallow: /apply/
            Disallow: /sign-in
            Disallow: /accessibility?
            Sitemap: {Here(http)}/sitemap.xml

            """.ReplaceLineEndings("\n")));
        maps.MapGet("/sitemap.xml", (HttpContext http, ICatalogue catalogue) =>
        {
            var items = catalogue.Overview(default).Counts.Items;
            var parts = Enumerable.Range(1, (items + ItemsInPart - 1) / ItemsInPart).Select(n => string.Create(CultureInfo.InvariantCulture, $"/sitemap/items-{n}.xml"));
            return Write("sitemapindex", "sitemap", Here(http), ["/sitemap/pages.xml", "/sitemap/sites.xml", "/sitemap/points.xml", .. parts]);
        });
        maps.MapGet("/sitemap/pages.xml", (HttpContext http, PortalNavigation navigation) => Write("urlset", "url", Here(http),
            [PortalRoutes.Home, .. navigation.Entries.Select(e => e.Address).Where(navigation.HasSites), PortalRoutes.Items, .. ListPlans.All.Select(p => p.Address), PortalRoutes.Figures, PortalRoutes.Notices, PortalRoutes.Sites, PortalRoutes.SiteMap, PortalRoutes.AccessibilityStatement]));
        maps.MapGet("/sitemap/sites.xml", async (HttpContext http, IDirectory directory, CancellationToken stop) =>
        {
            var sites = (await Regions(directory, stop)).Select(r => Site.Home(r.Code)).Where(home => home != PortalRoutes.Home);
            return Write("urlset", "url", Here(http), sites);
        });
        maps.MapGet("/sitemap/points.xml", async (HttpContext http, IDirectory directory, CancellationToken stop) =>
        {
            var points = new List<string>();
            foreach (var region in await Regions(directory, stop)) points.AddRange((await directory.PointsOf(region.Code, stop)).Select(p => PortalRoutes.Point(p.Code)));
            return Write("urlset", "url", Here(http), points);
        });
        maps.MapGet("/sitemap/items-{part:int:min(1)}.xml", (int part, HttpContext http, ICatalogue catalogue) =>
            part <= int.MaxValue / ItemsInPart && catalogue.Codes((part - 1) * ItemsInPart, ItemsInPart) is { Count: > 0 } codes ? Write("urlset", "url", Here(http), codes.Select(c => PortalRoutes.Guide(c))) : Results.NotFound());
    }

    /// <summary>The city, its counties and zones, and all below them.</summary>
    private static async Task<List<Region>> Regions(IDirectory directory, CancellationToken stop)
    {
        var all = new List<Region>();
        for (var level = (await directory.CityAndCounties(stop)).ToList(); level.Count > 0;)
        {
            all.AddRange(level);
            var below = new List<Region>();
            foreach (var region in level.Where(r => r.Code.Level is not RegionLevel.City)) below.AddRange(await directory.Below(region.Code, stop));
            level = below;
        }
        return all;
    }

    private static string Here(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    private static IResult Write(string root, string entry, string here, IEnumerable<string> addresses)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var address in addresses)
            {
                xml.WriteStartElement(entry, Namespace);
                xml.WriteElementString("loc", Namespace, here + address);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return Results.Text($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{text}", Xml);
    }
}
