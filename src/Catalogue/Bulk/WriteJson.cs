using System.Globalization;
using System.Text.Json;
using Yiwang.Catalogue.Elements;
using Yiwang.Kernel.Files;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Writes items as JSON, with the names of the columns.</summary>
internal static class WriteJson
{
    /// <summary>The name under which the items stand.</summary>
    internal const string Items = "items";

    internal static Task Write(Stream body, BulkLayout layout, IAsyncEnumerable<BulkEntry> entries) => JsonFile.Write(body, null, Items, entries, (writer, entry) =>
    {
        writer.WriteString(BulkLayout.Key, entry.Key);
        foreach (var note in layout.Notes.Where(entry.Notes.ContainsKey)) Single(writer, note, entry.Notes[note], note == BulkLayout.Version ? ElementKind.Number : ElementKind.Text);
        foreach (var element in layout.Elements) if (entry.Values.TryGetValue(element.Name, out var found)) Write(writer, element, found.Value);
    });

    private static void Write(Utf8JsonWriter writer, BulkElement element, ElementValue value)
    {
        switch (element.Kind)
        {
            case ElementKind.Rows:
                writer.WriteStartArray(element.Label);
                foreach (var row in value.Rows)
                {
                    writer.WriteStartObject();
                    for (var i = 0; i < element.Columns.Count; i++) Single(writer, element.Columns[i].Label, row[i], element.Columns[i].Kind);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
                break;
            case ElementKind.Lines or ElementKind.Choices:
                writer.WriteStartArray(element.Label);
                foreach (var text in value.List) writer.WriteStringValue(text);
                writer.WriteEndArray();
                break;
            default:
                Single(writer, element.Label, value.Text, element.Kind);
                break;
        }
    }

    private static void Single(Utf8JsonWriter writer, string name, string text, ElementKind kind)
    {
        if (kind is ElementKind.YesNo) writer.WriteBoolean(name, text == ElementValue.Yes);
        else if (kind is not ElementKind.Number) writer.WriteString(name, text);
        else if (int.TryParse(text, CultureInfo.InvariantCulture, out var number)) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }
}
