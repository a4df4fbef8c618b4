using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MiniExcelLibs;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Files;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Workload;

/// <summary>The report as a workbook.</summary>
internal static class WorkloadSheet
{
    internal const string Page = "/desk/workload";

    internal static void MapWorkload(this IEndpointRouteBuilder routes) => routes.MapGet($"{Page}.xlsx", async (string? month, ReadWorkload read, AcceptanceSettings settings, TimeProvider clock, CancellationToken stop) =>
    {
        var report = await read.Of(NamedMonth.Read(month, clock), stop);
        return Results.File(Write(report, settings.SettlementFen), FileFormat.Workbook.ContentType, $"通办工作量{report.Month:yyyy-MM}.xlsx");
    }).RequireAuthorization(Policies.Window).ExcludeFromDescription();

    private static byte[] Write(WorkloadReport report, int? fen)
    {
        using var file = new MemoryStream();
        file.SaveAs(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["服务点"] = report.Points.Select(p => new Dictionary<string, object?>(StringComparer.Ordinal) { ["服务点"] = p.Point, ["地区"] = p.Region, ["收本地区的件"] = p.Own, ["代收其他地区的件"] = p.Others, ["送出结果"] = p.HandedOver }),
            ["地区结算"] = report.Pairs.Select(p => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["代收地区"] = p.One, ["决定地区"] = p.Other, ["代收"] = p.ByOne, ["对方代收"] = p.ByOther, ["差额（件）"] = p.Difference, ["结算金额（元）"] = fen is { } price ? p.Difference * price / 100m : null,
            }),
        });
        return file.ToArray();
    }
}
