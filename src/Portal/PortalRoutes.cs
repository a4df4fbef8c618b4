using Yiwang.Kernel.Identifiers;

namespace Yiwang.Portal;

/// <summary>The addresses of the portal's pages, as the city's site has them; <c>Site.Path</c> makes them a site's own.</summary>
public static class PortalRoutes
{
    public const string Home = "/";

    /// <summary>The list of items; takes q, region, theme, category, department, audience and cursor.</summary>
    public const string Items = "/items";

    /// <summary>个人办事.</summary>
    public const string Person = "/person";

    /// <summary>法人办事.</summary>
    public const string Company = "/company";

    /// <summary>行政审批.</summary>
    public const string Approvals = "/approvals";

    /// <summary>便民服务.</summary>
    public const string Services = "/services";

    /// <summary>阳光政务.</summary>
    public const string Open = "/open";

    /// <summary>一网晒权.</summary>
    public const string Figures = "/open/figures";

    /// <summary>服务点; takes q, region, kind and cursor, or place, or near, or lat and lon.</summary>
    public const string Points = "/points";

    /// <summary>Choosing a site; takes q and in.</summary>
    public const string Sites = "/sites";

    /// <summary>公告.</summary>
    public const string Notices = "/notices";

    /// <summary>我的收藏; takes cursor.</summary>
    public const string Favourites = "/my/favourites";

    /// <summary>公告 on the desk.</summary>
    public const string DeskNotices = "/desk/notices";

    /// <summary>Where the accessibility switches lead; takes set, clear and next.</summary>
    public const string Accessibility = "/accessibility";

    /// <summary>无障碍说明.</summary>
    public const string AccessibilityStatement = "/accessibility/statement";

    /// <summary>网站地图, for people.</summary>
    public const string SiteMap = "/site-map";

    /// <summary>The sites directly below a region.</summary>
    public static string SitesOf(RegionCode region) => $"{Sites}?in={region.ShortForm}";

    /// <summary>A service point.</summary>
    public static string Point(string code) => $"{Points}/{code}";

    /// <summary>The service points of a region and all below it.</summary>
    public static string PointsOf(RegionCode region) => $"{Points}?region={region.ShortForm}";

    /// <summary>The service points of a place and of the places around it.</summary>
    public static string PointsNear(RegionCode place) => $"{Points}?near={place.ShortForm}";

    /// <summary>An item's guide (办事指南).</summary>
    public static string Guide(ItemCode item) => $"{Items}/{item.Value}";

    /// <summary>The versions of an item; takes from and to.</summary>
    public static string Versions(ItemCode item) => $"{Guide(item)}/versions";

    /// <summary>The items of a theme.</summary>
    public static string Theme(string audience, string theme) => $"{Items}?audience={audience}&theme={Uri.EscapeDataString(theme)}";

    /// <summary>The items of a theme in a category.</summary>
    public static string CategoryTheme(string category, string theme) => $"{Items}?category={Uri.EscapeDataString(category)}&theme={Uri.EscapeDataString(theme)}";

    /// <summary>The items of a department, of a category or for an audience alone where one is given.</summary>
    public static string Department(string department, string? category = null, string? audience = null) =>
        $"{Items}?department={Uri.EscapeDataString(department)}{(category is null ? "" : $"&category={Uri.EscapeDataString(category)}")}{(audience is null ? "" : $"&audience={audience}")}";

    /// <summary>A notice.</summary>
    public static string Notice(string id) => $"{Notices}/{id}";

    /// <summary>A notice on the desk.</summary>
    public static string DeskNotice(string id) => $"{DeskNotices}/{id}";
}
