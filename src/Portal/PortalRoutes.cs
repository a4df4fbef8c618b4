using Yiwang.Kernel.Identifiers;

namespace Yiwang.Portal;

/// <summary>The addresses of the portal's pages.</summary>
public static class PortalRoutes
{
    public const string Home = "/";

    /// <summary>The list of items; takes q, region, theme, category, audience and cursor.</summary>
    public const string Items = "/items";

    /// <summary>An item's guide (办事指南).</summary>
    public static string Guide(ItemCode item) => $"{Items}/{item.Value}";

    /// <summary>The items of a theme.</summary>
    public static string Theme(string audience, string theme) => $"{Items}?audience={audience}&theme={Uri.EscapeDataString(theme)}";
}
