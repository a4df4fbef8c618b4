using Yiwang.Kernel.Calendar;

namespace Yiwang.Supervision;

/// <summary>The addresses of this room's pages.</summary>
public static class SupervisionRoutes
{
    /// <summary>The findings.</summary>
    public const string Findings = "/desk/supervision";

    /// <summary>The rules.</summary>
    public const string Rules = "/desk/supervision-rules";

    /// <summary>阳光政务, to which the public pages lead back.</summary>
    public const string Open = "/open";

    /// <summary>办件统计 for everybody, of a month and the departments of a region.</summary>
    public static string OpenStatistics(DateOnly month, string region) => Address("/open/statistics", ("month", NamedMonth.Write(month)), ("region", region));

    /// <summary>What happens today.</summary>
    public const string Board = "/desk/board";

    /// <summary>What the reader of the journal has put aside.</summary>
    public const string Parked = "/desk/supervision-parked";

    /// <summary>The letters (督办).</summary>
    public const string Letters = "/desk/supervision-letters";

    /// <summary>A letter.</summary>
    public static string Letter(Guid id) => $"{Letters}/{id}";

    /// <summary>Who looked at a case.</summary>
    public const string Looks = "/desk/supervision-looks";

    /// <summary>The efficiency index and the figures.</summary>
    public const string Efficiency = "/desk/efficiency";

    /// <summary>The cases behind a figure.</summary>
    public const string Cases = "/desk/efficiency/cases";

    /// <summary>The figures of a month, by region, department, item or point, of one region or one department.</summary>
    public static string EfficiencyOf(DateOnly month, string by, string? region = null, string? department = null) => EfficiencyFile("", month, by, region, department);

    /// <summary>The same as a file, <c>.xlsx</c> or <c>.pdf</c>.</summary>
    public static string EfficiencyFile(string ending, DateOnly month, string by, string? region = null, string? department = null) =>
        Address(Efficiency + ending, ("month", NamedMonth.Write(month)), ("by", by), ("region", region), ("department", department));

    /// <summary>The cases of a month that a figure counts.</summary>
    public static string CasesOf(DateOnly month, string of, string? department = null, string? item = null, string? point = null) =>
        Address(Cases, ("month", NamedMonth.Write(month)), ("of", of), ("department", department), ("item", item), ("point", point));

    private static string Address(string page, params (string Name, string? Value)[] query) =>
        $"{page}?{string.Join('&', query.Where(q => q.Value is { Length: > 0 }).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"))}";

    /// <summary>A finding.</summary>
    public static string Finding(Guid id) => $"{Findings}/{id}";

    /// <summary>A rule.</summary>
    public static string Rule(string code) => $"{Rules}/{code}";
}
