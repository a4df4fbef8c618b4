namespace Yiwang.Identity.Delegations;

/// <summary>The addresses of 授权委托.</summary>
public static class DelegationRoutes
{
    /// <summary>Those that I gave and got.</summary>
    public const string Mine = "/my/delegations";

    /// <summary>Where one leaves the delegation under which one acts.</summary>
    public const string Leave = $"{Mine}/leave";

    /// <summary>Giving a new one, for an item where one is named.</summary>
    public static string New(string? item = null) => item is null ? $"{Mine}/new" : $"{Mine}/new?item={Uri.EscapeDataString(item)}";
}
