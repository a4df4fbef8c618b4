using System.Globalization;
using System.IO.Pipelines;
using System.Text;
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

    /// <summary>The formats with the names that people know.</summary>
    internal static IReadOnlyList<(string Format, string Name)> Formats { get; } = [("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON")];

    internal static void MapListFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var prefix in new[] { "", $"{PortalRoutes.Sites}/{{site}}" })
            routes.MapGet($"{prefix}{PortalRoutes.Open}/{{list}}.{{format:regex(^(csv|xlsx|json)$)}}", Send).AllowAnonymous().ExcludeFromDescription();
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
        var name = $"{found.Region.Name}{plan.Title}.{format}";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition;
        return format switch
        {
            "csv" => Results.Stream(body => WriteCsv(body, plan, rows), "text/csv; charset=utf-8"),
            "json" => Results.Stream(body => WriteJson(body, plan, found, rows), "application/json; charset=utf-8"),
            _ => Results.Bytes(await Workbook(plan, found, rows, stop), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        };
    }

    /// <summary>CSV after RFC 4180 with a mark of its encoding, without which Excel takes it for another.</summary>
    private static async Task WriteCsv(Stream body, ListPlan plan, IAsyncEnumerable<IListEntry> rows)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(SpreadsheetText.Line(plan.All.Select(c => c.Name)));
        await foreach (var entry in rows) await writer.WriteLineAsync(SpreadsheetText.Line(plan.All.Select(c => c.Text(entry))));
    }

    private static async Task WriteJson(Stream body, ListPlan plan, SiteList list, IAsyncEnumerable<IListEntry> rows)
    {
        var pipe = PipeWriter.Create(body, new(leaveOpen: true));
        await using var writer = new Utf8JsonWriter(pipe, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All), Indented = true });
        writer.WriteStartObject();
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
        writer.WriteStartArray("rows");
        await foreach (var entry in rows)
        {
            writer.WriteStartObject();
            foreach (var column in plan.All)
            {
                writer.WritePropertyName(column.Key);
                JsonSerializer.Serialize(writer, column.Of(entry));
            }
            writer.WriteEndObject();
            await writer.FlushAsync();
            if (pipe.UnflushedBytes > 16 * 1024) await pipe.FlushAsync();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync();
        await pipe.CompleteAsync();
    }

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
        await file.SaveAsAsync(new Dictionary<string, object>(StringComparer.Ordinal) { ["清单"] = rows, ["说明"] = about }, cancellationToken: stop);
        return file.ToArray();
    }
}
