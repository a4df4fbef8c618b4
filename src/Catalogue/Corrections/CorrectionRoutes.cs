using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Corrections;

/// <summary>The addresses of what has to do with errors on guides (纠错).</summary>
public static class CorrectionRoutes
{
    /// <summary>指南纠错 on the desk; takes state and cursor.</summary>
    public const string Desk = "/desk/item-reports";

    /// <summary>Looking up a report by its number.</summary>
    public const string LookUp = "/reports";

    /// <summary>Reports an error on an item's guide, as a region's site shows it.</summary>
    public static string Report(ItemCode item, RegionCode region) => $"/items/{item.Value}/report{(region.Level is RegionLevel.City ? "" : $"?region={region.ShortForm}")}";

    internal static string DeskReport(string id) => $"{Desk}/{id}";
}
