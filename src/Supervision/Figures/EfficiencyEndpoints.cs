using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MiniExcelLibs;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Files;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Supervision.Figures;

/// <summary>The figures of a month as a workbook, and as a report on official paper (效能监察月报).</summary>
internal static class EfficiencyEndpoints
{
    internal static void MapEfficiency(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{SupervisionRoutes.Efficiency}.xlsx", async (string? month, string? by, string? region, string? department, ReadFigures read, CurrentSight sight, TimeProvider clock, CancellationToken stop) =>
        {
            var view = EfficiencyView.Of(month, by, region, department, sight.Now, clock);
            return Results.File(Workbook(await view.Lines(read, sight.Now, stop)), FileFormat.Workbook.ContentType, $"效能监察{NamedMonth.Write(view.Month)}.xlsx");
        }).RequireAuthorization(Policies.Supervised).ExcludeFromDescription();

        routes.MapGet($"{SupervisionRoutes.Efficiency}.pdf", async (string? month, string? by, string? region, string? department, ReadFigures read, CurrentSight sight, IOfficialPaper paper, MonthlyReport report, TimeProvider clock, CancellationToken stop) =>
        {
            var view = EfficiencyView.Of(month, by, region, department, sight.Now, clock);
            var printed = paper.Print(await report.Write(view, await view.Lines(read, sight.Now, stop), stop));
            return printed.IsDone ? Results.File(printed.Value, "application/pdf", $"效能监察月报{NamedMonth.Write(view.Month)}.pdf") : printed.Refusal.ToHttp();
        }).RequireAuthorization(Policies.Supervised).ExcludeFromDescription();
    }

    private static byte[] Workbook(IReadOnlyList<FigureLine> lines)
    {
        using var file = new MemoryStream();
        file.SaveAs(lines.Select(line =>
        {
            var row = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["代码"] = line.Code, ["名称"] = line.Name, ["效能指数"] = Rounded(Efficiency.Index(line.Sum)), ["申报"] = line.Sum[Measure.Submitted], ["受理"] = line.Sum[Measure.Accepted], ["补正告知"] = line.Sum[Measure.Corrections],
                ["准予"] = line.Sum[Measure.Granted], ["不予许可"] = line.Sum[Measure.Refused], ["不予受理"] = line.Sum[Measure.Declined], ["终止"] = line.Sum[Measure.Stopped], ["超期"] = line.Sum[Measure.Late],
            };
            foreach (var part in Efficiency.Parts) row[part.Name] = FigureWords.Percent(Efficiency.Share(part.Code, line.Sum));
            (row["平均天数"], row["黄牌"], row["红牌"]) = (Rounded(line.Sum.AverageDays), line.Sum.YellowCards, line.Sum.RedCards);
            return row;
        }));
        return file.ToArray();
    }

    private static double? Rounded(double? number) => number is { } known ? double.Parse(known.ToString("0.0", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;
}
