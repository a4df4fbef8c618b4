using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Changes;

/// <summary>The addresses of the keeping of items on the desk.</summary>
internal static class ChangeRoutes
{
    /// <summary>事项库: the items; takes q, region, show and cursor.</summary>
    internal const string Items = "/desk/items";

    /// <summary>变更: what is on its way; takes stage and cursor.</summary>
    internal const string Changes = "/desk/item-changes";

    /// <summary>A new base item.</summary>
    internal const string New = "/desk/item-changes/new";

    internal static string Item(ItemCode code) => $"{Items}/{code.Value}";

    internal static string Change(string id) => $"{Changes}/{id}";

    internal static string Edit(string id, string section) => $"{Changes}/{id}/edit/{section}";
}
