using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using MiniExcelLibs;
using Yiwang.Catalogue.Lists;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Files;
using Yiwang.Portal.Sites;

namespace Yiwang.Portal.Lists;

/// <summary>
/// The lists as open data (公共数据开放): whole, for anybody, as CSV for spreadsheets, as a workbook and as JSON. A file that has not changed
/// isn't sent again.
/// </summary>
internal static class ListFiles
{
    private const string Licence = "本数据随一网平台按 Apache-2.0 许可发布，转用请注明来源。标为示例的数据尚未与正式文件核对，不作为办事依据。";

    internal static void MapListFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var prefix in new[] { "", $"{PortalRoutes.Sites}/{{site}}" })
            routes.MapGet($"{prefix}{PortalRoutes.Open}/{{list}}.{FileFormat.InRoute}", Send).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Send(string list, string format, HttpContext http, CurrentSite current, SiteLists lists, IPublishedLists published, CancellationToken stop)
    {
        if (ListPlans.Of(list) is not { } plan || await lists.Of(current.Site, plan, stop) is not { } found) return Results.NotFound();
        var headers = http.Response.GetTypedHeaders();
        var tag = new EntityTagHeaderValue($"\"{found.Edition.Mark}-{format}\"");
        headers.ETag = tag;
        headers.LastModified = found.Edition.ChangedAt;
        headers.CacheControl = new() { Public = true, MaxAge = TimeSpan.FromMinutes(1) };
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))) return Results.StatusCode(StatusCodes.Status304NotModified);
        var rows = published.Rows(found.Edition, stop);
        var kind = FileFormat.Of(format)!;
        kind.Attach(http.Response, $"{found.Region.Name}{plan.Title}");
        if (kind == FileFormat.Csv) return Results.Stream(body => CsvFile.Write(body, plan.All.Select(c => c.Name), rows.Select(entry => plan.All.Select(c => c.Text(entry)))), kind.ContentType);
        if (kind == FileFormat.Json) return Results.Stream(body => WriteJson(body, plan, found, rows), kind.ContentType);
        return Results.Bytes(await Workbook(plan, found, rows, stop), kind.ContentType);
    }

    private static Task WriteJson(Stream body, ListPlan plan, SiteList list, IAsyncEnumerable<IListEntry> rows) => JsonFile.Write(body, writer =>
    {
        writer.WriteString("name", plan.Title);
        writer.WriteString("list", plan.Slug);
        writer.WriteString("region", list.Region.Code.Value);
        writer.WriteString("regionName", list.Region.Name);
        writer.WriteString("version", list.Edition.Mark);
        if (list.Edition.ChangedAt is { } at) writer.WriteString("date", WorkCalendar.InNingbo(at));
        writer.WriteString("licence", Licence);
        writer.WriteNumber("count", list.Edition.Count);
        writer.WriteStartObject("columns");
        foreach (var column in plan.All) writer.WriteString(column.Key, column.Name);
        writer.WriteEndObject();
    }, "rows", rows, (writer, entry) =>
    {
        foreach (var column in plan.All)
        {
            writer.WritePropertyName(column.Key);
            JsonSerializer.Serialize(writer, column.Of(entry));
        }
    });

    /// <summary>A workbook: its cells are texts and numbers, never formulas. It is made before it is sent, for a zip's writer goes back and forth.</summary>
    private static async Task<byte[]> Workbook(ListPlan plan, SiteList list, IAsyncEnumerable<IListEntry> entries, CancellationToken stop)
    {
        // Row by row, so that a long list is never in memory as a whole.
        var rows = entries.ToBlockingEnumerable(stop).Select(e => plan.All.ToDictionary(c => c.Name, c => c.Of(e) is int number ? number : (object)c.Text(e), StringComparer.Ordinal));
        var about = new[]
        {
            ("名称", plan.Title), ("地区", list.Region.Name), ("行政区划代码", list.Region.Code.Value), ("版本", list.Edition.Mark),
            ("更新日期", list.Edition.ChangedAt is { } at ? WorkCalendar.InNingbo(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""),
            ("项数", list.Edition.Count.ToString(CultureInfo.InvariantCulture)), ("使用说明", Licence),
        }.Select(a => new Dictionary<string, object>(StringComparer.Ordinal) { ["说明"] = a.Item1, ["内容"] = a.Item2 }).ToList();
        using var file = new MemoryStream();
        await file.SaveAsAsync(new Dictionary<string, object>(StringComparer.Ordinal) { [ListLayout.MainSheet] = rows, ["说明"] = about }, cancellationToken: stop);
        return file.ToArray();
    }
}
