using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Yiwang.Kernel.Files;

/// <summary>A format in which tables are given out.</summary>
/// <param name="Ending">The ending of its files' names, without a dot.</param>
/// <param name="Name">The name that people know.</param>
/// <param name="ContentType">Its media type.</param>
public sealed record FileFormat(string Ending, string Name, string ContentType)
{
    /// <summary>CSV in UTF-8 (RFC 4180).</summary>
    public static FileFormat Csv { get; } = new("csv", "CSV", "text/csv; charset=utf-8");

    /// <summary>A workbook (Office Open XML).</summary>
    public static FileFormat Workbook { get; } = new("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>JSON.</summary>
    public static FileFormat Json { get; } = new("json", "JSON", "application/json; charset=utf-8");

    /// <summary>All formats.</summary>
    public static IReadOnlyList<FileFormat> All { get; } = [Csv, Workbook, Json];

    /// <summary>What stands for the format in a route that ends in it.</summary>
    public const string InRoute = "{format:regex(^(csv|xlsx|json)$)}";

    /// <summary>The format of an ending; null when there is none.</summary>
    public static FileFormat? Of(string ending) => All.FirstOrDefault(f => f.Ending == ending);

    /// <summary>Says that an answer is a file of this name, which is without its ending.</summary>
    public void Attach(HttpResponse response, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.{Ending}");
        response.GetTypedHeaders().ContentDisposition = disposition;
    }
}
