using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Yiwang.Catalogue.Changes;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Files of items for those who keep them.</summary>
internal static class ExportEndpoint
{
    // A workbook is made in memory, so that not many may be at once.
    private static readonly SemaphoreSlim Making = new(1);

    internal static void MapItemExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{BulkRoutes.Export}.{{format:regex(^(csv|xlsx|json)$)}}", Send).RequireAuthorization(Policies.ItemKeeper).ExcludeFromDescription();

    private static async Task<IResult> Send(string format, string? region, string? q, string? show, HttpContext http, ChangeRights rights, ExportItems export, CancellationToken stop)
    {
        RegionCode of = default;
        if (region is { Length: > 0 } && (!RegionCode.TryParse(region, null, out of) || !rights.Covers(of))) return Results.NotFound();
        if (of.Value.Length == 0 && !rights.KeepsBase) return Results.NotFound();
        var layout = of.Value.Length == 0 ? BulkLayout.Base : BulkLayout.Own;
        var asked = export.Read(new(of, q, of.Value.Length > 0 && show == BulkRoutes.Untaken, of.Value.Length > 0 && show == BulkRoutes.Behind), stop);
        var entries = show == BulkRoutes.Blank ? AsyncEnumerable.Empty<BulkEntry>() : asked;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{(show == BulkRoutes.Blank ? "导入模板" : of.Value.Length == 0 ? "基本目录事项" : $"实施清单事项-{of.ShortForm}")}.{format}");
        http.Response.GetTypedHeaders().ContentDisposition = disposition;
        http.Response.GetTypedHeaders().CacheControl = new() { NoStore = true };
        switch (format)
        {
            case "csv":
                return Results.Stream(body => WriteCsv.Write(body, layout, entries), "text/csv; charset=utf-8");
            case "json":
                return Results.Stream(body => WriteJson.Write(body, layout, entries), "application/json; charset=utf-8");
            default:
                await Making.WaitAsync(stop);
                try
                {
                    return Results.Bytes(WriteWorkbook.Write(layout, await entries.ToListAsync(stop), await export.Guide(layout, stop)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                }
                finally
                {
                    Making.Release();
                }
        }
    }
}
