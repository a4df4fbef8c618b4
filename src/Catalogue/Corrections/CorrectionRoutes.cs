namespace Yiwang.Catalogue.Corrections;

/// <summary>The addresses of what has to do with errors on guides (纠错).</summary>
public static class CorrectionRoutes
{
    /// <summary>指南纠错 on the desk; takes state and cursor.</summary>
    public const string Desk = "/desk/item-reports";

    /// <summary>Looking up a report by its number.</summary>
    public const string LookUp = "/reports";

    /// <summary>What follows the address of a guide, on any site, where an error on it is reported.</summary>
    public const string ReportEnd = "/report";

    internal static string DeskReport(string id) => $"{Desk}/{id}";
}
