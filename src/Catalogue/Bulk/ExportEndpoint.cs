using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yiwang.Catalogue.Changes;
using Yiwang.Kernel.Files;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Files of items for those who keep them.</summary>
internal static class ExportEndpoint
{
    // A workbook is made in memory, so that not many may be at once.
    private static readonly SemaphoreSlim Making = new(1);

    internal static void MapItemExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{BulkRoutes.Export}.{FileFormat.InRoute}", Send).RequireAuthorization(Policies.ItemKeeper).ExcludeFromDescription();

    private static async Task<IResult> Send(string format, string? region, string? q, string? show, HttpContext http, ChangeRights rights, ExportItems export, CancellationToken stop)
    {
        RegionCode of = default;
        if (region is { Length: > 0 } && (!RegionCode.TryParse(region, null, out of) || !rights.Covers(of))) return Results.NotFound();
        if (of.Value.Length == 0 && !rights.KeepsBase) return Results.NotFound();
        var layout = of.Value.Length == 0 ? BulkLayout.Base : BulkLayout.Own;
        var asked = export.Read(new(of, q, of.Value.Length > 0 && show == BulkRoutes.Untaken, of.Value.Length > 0 && show == BulkRoutes.Behind), stop);
        var entries = show == BulkRoutes.Blank ? AsyncEnumerable.Empty<BulkEntry>() : asked;
        var (response, kind) = (http.Response, FileFormat.Of(format)!);
        kind.Attach(response, show == BulkRoutes.Blank ? "导入模板" : of.Value.Length == 0 ? "基本目录事项" : $"实施清单事项-{of.ShortForm}");
        response.GetTypedHeaders().CacheControl = new() { NoStore = true };
        if (kind == FileFormat.Csv) return Results.Stream(body => WriteCsv.Write(body, layout, entries), kind.ContentType);
        if (kind == FileFormat.Json) return Results.Stream(body => WriteJson.Write(body, layout, entries), kind.ContentType);
        await Making.WaitAsync(stop);
        try
        {
            return Results.Bytes(WriteWorkbook.Write(layout, await entries.ToListAsync(stop), await export.Guide(layout, stop)), kind.ContentType);
        }
        finally
        {
            Making.Release();
        }
    }
}
