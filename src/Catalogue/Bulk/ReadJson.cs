using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Yiwang.Catalogue.Elements;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Reads a JSON file: a list of items, or an object that holds it as <c>items</c>; the names are those of the columns.</summary>
internal static class ReadJson
{
    internal static BulkFile Read(BulkLayout layout, byte[] content)
    {
        var file = new BulkFile();
        if (!Utf8.IsValid(content))
        {
            file.Bad("", "", "JSON 文件应是 UTF-8 编码");
            return file;
        }
        try
        {
            using var document = JsonDocument.Parse(content, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 });
            var items = document.RootElement;
            if (items.ValueKind is JsonValueKind.Object) items = items.TryGetProperty(WriteJson.Items, out var inner) ? inner : default;
            if (items.ValueKind is not JsonValueKind.Array) file.Bad("", "", $"应是事项的数组，或以“{WriteJson.Items}”存放这个数组的对象");
            else Items(file, layout, items);
        }
        catch (JsonException exception)
        {
            file.Bad($"第 {(exception.LineNumber ?? 0) + 1} 行", "", "不是完整的 JSON，请检查括号、引号和逗号");
        }
        return file;
    }

    private static void Items(BulkFile file, BulkLayout layout, JsonElement items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var item in items.EnumerateArray())
        {
            var where = $"第 {++number} 项";
            if (item.ValueKind is not JsonValueKind.Object)
            {
                file.Bad(where, "", "应是一个对象");
                continue;
            }
            var entry = new BulkEntry(item.TryGetProperty(BulkLayout.Key, out var key) ? Text(key) : "", where);
            if (entry.Key.Length == 0) file.Bad(where, "", BulkFile.NoKey);
            else if (!seen.Add(entry.Key)) file.Bad(where, entry.Key, "这个事项前面已有一项");
            else file.Entries.Add(entry);
            foreach (var property in item.EnumerateObject())
            {
                if (layout.ByLabel.TryGetValue(property.Name, out var element))
                {
                    if (Value(element, property.Value) is { } value) entry.Values[element.Name] = new(value, where);
                    else file.Bad(where, entry.Key, element.IsTable ? $"“{element.Label}”应是对象的数组，只含 {string.Join("、", element.Columns.Select(c => c.Label))}" : $"“{element.Label}”的形式不对");
                }
                else if (layout.Notes.Contains(property.Name, StringComparer.Ordinal)) entry.Notes[property.Name] = Text(property.Value);
                else if (property.Name != BulkLayout.Key) file.Bad(where, entry.Key, $"不认识的名称“{ElementValue.Short(property.Name)}”");
            }
        }
    }

    private static ElementValue? Value(BulkElement element, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null) return new([]);
        if (element.Kind is ElementKind.Rows) return Rows(element, json);
        if (json.ValueKind is JsonValueKind.Array) return element.Kind is ElementKind.Lines or ElementKind.Choices ? ElementValue.Of(json.EnumerateArray().Select(Text)) : null;
        return json.ValueKind is JsonValueKind.Object ? null : BulkCells.Read(element, Text(json));
    }

    private static ElementValue? Rows(BulkElement element, JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Array) return null;
        var names = element.Columns.Select(c => c.Label).ToList();
        var rows = new List<string[]>();
        foreach (var row in json.EnumerateArray())
        {
            if (row.ValueKind is not JsonValueKind.Object || row.EnumerateObject().Any(p => !names.Contains(p.Name))) return null;
            rows.Add([.. names.Select(n => row.TryGetProperty(n, out var cell) ? Text(cell) : "")]);
        }
        return ElementValue.Of(rows);
    }

    private static string Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!.Trim(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : json.GetRawText(),
        JsonValueKind.True => ElementValue.Yes,
        JsonValueKind.False => ElementValue.No,
        JsonValueKind.Null => "",
        _ => json.GetRawText(),
    };
}
