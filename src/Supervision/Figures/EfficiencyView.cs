using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Supervision.Figures;

/// <summary>What somebody asks to see of the figures, as the address says it.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="By">region, department, item or point.</param>
/// <param name="Region">Only of this region.</param>
/// <param name="Department">Only of this department.</param>
internal sealed record EfficiencyView(DateOnly Month, string By, RegionCode? Region, string? Department)
{
    internal static IReadOnlyList<(string By, string Name)> Ways { get; } = [("region", "地区"), ("department", "部门"), ("item", "事项"), ("point", "服务点")];

    /// <summary>Reads an address; what it does not say is chosen so that the reader sees the widest that is theirs.</summary>
    internal static EfficiencyView Of(string? month, string? by, string? region, string? department, Sight sight, TimeProvider clock)
    {
        var widest = sight.Department is not null ? "item" : sight.Region is not null ? "department" : "region";
        var way = Ways.Any(w => w.By == by) && !(by == "point" && sight.Department is not null) ? by! : widest;
        return new(NamedMonth.Read(month, clock), way, RegionCode.TryParse(region, null, out var code) ? code : null, department is { Length: > 0 } ? department : null);
    }

    /// <summary>The lines: the best first, those without an index last.</summary>
    internal async Task<IReadOnlyList<FigureLine>> Lines(ReadFigures read, Sight sight, CancellationToken stop)
    {
        var lines = By switch
        {
            "region" => await read.Regions(sight, Month, stop),
            "department" => await read.Departments(sight, Month, Region, stop),
            "point" => await read.Points(sight, Month, Region, stop),
            _ => await read.Items(sight, Month, Region, Department, stop),
        };
        return [.. lines.OrderByDescending(l => Efficiency.Index(l.Sum) ?? -1).ThenByDescending(l => l.Sum[Measure.Submitted]).ThenBy(l => l.Code, StringComparer.Ordinal)];
    }

    /// <summary>The address of what a line stands for, one step down; null where the cases themselves come next.</summary>
    internal string? Below(FigureLine line) => By switch
    {
        "region" => SupervisionRoutes.EfficiencyOf(Month, "department", region: line.Code),
        "department" => SupervisionRoutes.EfficiencyOf(Month, "item", department: line.Code),
        _ => null,
    };

    /// <summary>The cases behind a figure of a line; null where too many lie behind it for a list.</summary>
    internal string? Cases(FigureLine line, string of) => By switch
    {
        "department" => SupervisionRoutes.CasesOf(Month, of, line.Code),
        "item" when Department is not null => SupervisionRoutes.CasesOf(Month, of, Department, line.Code),
        "point" => SupervisionRoutes.CasesOf(Month, of, point: line.Code),
        _ => null,
    };
}
