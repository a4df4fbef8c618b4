using System.Globalization;
using System.Text.Json.Nodes;

namespace Yiwang.Forms;

/// <summary>Reads numbers and days out of the values of a form; null where there is none.</summary>
internal static class Values
{
    internal static decimal? Number(JsonNode? value) =>
        value is JsonValue number && decimal.TryParse(number.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;

    /// <summary>The day of a date, or of a date with a time.</summary>
    internal static DateOnly? Day(JsonNode? value) =>
        Condition.Text(value) is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>How many months a range of months has, both ends counted.</summary>
    internal static int? Months(JsonNode? value) =>
        value is JsonObject && Day(JsonValue.Create($"{value["start"]}-01")) is { } start && Day(JsonValue.Create($"{value["end"]}-01")) is { } end
            ? (end.Year - start.Year) * 12 + end.Month - start.Month + 1 : null;

    internal static decimal Sum(JsonArray rows, string column) => rows.OfType<JsonObject>().Sum(r => Number(r[column]) ?? 0);
}
