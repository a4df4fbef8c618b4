using System.Globalization;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Figures;

/// <summary>How figures are written.</summary>
internal static class FigureWords
{
    /// <summary>98.5%; a dash where there is nothing to count.</summary>
    internal static string Percent(double? share) => share is { } value ? (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%" : "—";

    /// <summary>One digit after the point; a dash where there is nothing to count.</summary>
    internal static string Decimal(double? number) => number is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) : "—";

    internal static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Month(DateOnly month) => month.ToString("yyyy年M月", CultureInfo.InvariantCulture);

    /// <summary>A region among others: of the city, what its own departments decide.</summary>
    internal static string Region(RegionCode code, Region? region) => code.Level is RegionLevel.City ? "市本级" : region?.Name ?? code.Value;

    internal static string Ending(Ending? ending) => ending switch
    {
        Watch.Ending.Granted => "准予",
        Watch.Ending.Refused => "不予许可",
        Watch.Ending.Declined => "不予受理",
        Watch.Ending.Stopped => "终止",
        _ => "在办",
    };

    internal static string Channel(string channel) => channel switch
    {
        "web" => "网上",
        "window" => "窗口",
        "kiosk" => "自助机",
        "phone" => "手机",
        _ => channel,
    };
}
