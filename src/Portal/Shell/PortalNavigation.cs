using Microsoft.AspNetCore.Routing;
using Yiwang.Acceptance;

namespace Yiwang.Portal.Shell;

/// <summary>An entry of the navigation.</summary>
/// <param name="Address">The page as the city's site has it.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Words">What one finds there, for the site map and for the page's description.</param>
internal sealed record NavigationEntry(string Address, string Text, string Words);

/// <summary>
/// The one navigation of all sites, 2+4: 个人办事 and 法人办事, then the special boards. What no room has made a page for is not shown.
/// </summary>
internal sealed class PortalNavigation(EndpointDataSource endpoints)
{
    private static readonly NavigationEntry[] All =
    [
        new(PortalRoutes.Person, "个人办事", "按生活事件、部门和办事人查找个人的事"),
        new(PortalRoutes.Company, "法人办事", "按经营阶段、部门和办事人查找企业和单位的事"),
        new(PortalRoutes.Approvals, "行政审批", "各部门的行政许可、行政确认、审核转报等事项"),
        new(PortalRoutes.Services, "便民服务", "公共服务事项，按主题查找"),
        new(PortalRoutes.Open, "阳光政务", "公告、清单和留痕，供您查阅和监督"),
        new(PortalRoutes.Points, "服务点", "就近的行政服务中心、便民服务中心和便民服务站"),
        new(AcceptanceRoutes.MyCases, "我的办件", "已提交的申请办到哪一步"),
    ];

    private readonly Lazy<HashSet<string>> _patterns = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(e => $"/{e.RoutePattern.RawText?.Trim('/')}").ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>The entries whose pages there are.</summary>
    internal IEnumerable<NavigationEntry> Entries => All.Where(e => Has(e.Address));

    /// <summary>Whether some room has a page at an address.</summary>
    internal bool Has(string address) => _patterns.Value.Contains(address);

    /// <summary>Whether a page is one that every site has.</summary>
    internal bool HasSites(string address) => _patterns.Value.Contains($"{PortalRoutes.Sites}/{{site}}{(address == PortalRoutes.Home ? "" : address)}");

    /// <summary>The address within a site, or the city's where the page is not one of a site.</summary>
    internal string In(Sites.Site site, string address) =>
        HasSites(address) ? site.Path(address)
        : address == PortalRoutes.Points && !site.IsCity ? $"{address}?region={site.Code.ShortForm}"
        : address;

    /// <summary>The entry that a path lies under; null for the home page and pages that are not in the navigation.</summary>
    internal static NavigationEntry? Of(Sites.Site site, string path) => Array.Find(All, e => path == site.Path(e.Address) || path == e.Address || path.StartsWith($"{site.Path(e.Address)}/", StringComparison.Ordinal));
}
