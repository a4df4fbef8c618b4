using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Yiwang.Forms;

/// <summary>Reads what a browser posted into the values of a form. Names: <c>form.opName</c>, <c>form.domicile.region</c>, <c>form.rows[0].column</c>.</summary>
public static class FormPost
{
    /// <summary>The values of one section merged over those that were there; fields of other sections stay.</summary>
    public static JsonObject Read(FormSection section, IFormCollection posted, JsonObject before)
    {
        var values = (JsonObject)before.DeepClone();
        foreach (var field in section.Fields.Where(f => f.Type != FieldTypes.File && f.Calculate is null))
        {
            var name = $"form.{field.Name}";
            values.Remove(field.Name);
            JsonNode? value = field.Type switch
            {
                FieldTypes.Bool => Flag(posted[name]),
                FieldTypes.MultiSelect => Many(field, posted[name]),
                FieldTypes.Table => Rows(field, posted),
                _ when FieldTypes.PartsOf(field.Type) is { Count: > 0 } parts => Parts(name, parts, posted),
                _ => Text(posted[name]),
            };
            if (value is not null) values[field.Name] = value;
        }
        return values;
    }

    private static JsonValue? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text.Trim());

    private static JsonValue? Flag(string? text) => text switch { "true" => JsonValue.Create(true), "false" => JsonValue.Create(false), _ => null };

    private static JsonArray? Many(FormField field, IEnumerable<string?> texts)
    {
        var chosen = (field.Options.Count > 0 ? texts : texts.SelectMany(t => t?.Split('\n') ?? [])).Select(t => t?.Trim()).Where(t => t is { Length: > 0 }).ToList();
        return chosen.Count == 0 ? null : [.. chosen.Select(t => JsonValue.Create(t))];
    }

    private static JsonArray? Rows(FormField field, IFormCollection posted)
    {
        var rows = new JsonArray();
        var columns = field.ReadColumns();
        for (var i = 0; columns.Any(c => posted.ContainsKey($"form.{field.Name}[{i}].{c.Name}")); i++)
        {
            var row = new JsonObject();
            foreach (var column in columns)
            {
                var text = posted[$"form.{field.Name}[{i}].{column.Name}"];
                if ((column.Type is FieldTypes.Bool ? Flag(text) : Text(text)) is { } cell) row[column.Name] = cell;
            }
            rows.Add(row);
        }
        // An empty row between others keeps its place, so that problems are told of the row that the person sees.
        while (rows.Count > 0 && rows[^1]!.AsObject().Count == 0) rows.RemoveAt(rows.Count - 1);
        return rows.Count == 0 ? null : rows;
    }

    private static JsonObject? Parts(string name, IReadOnlyList<(string Name, string Label, string Type)> parts, IFormCollection posted)
    {
        var value = new JsonObject();
        foreach (var part in parts)
        {
            if (Text(posted[$"{name}.{part.Name}"]) is { } text) value[part.Name] = text;
        }
        return value.Count == 0 ? null : value;
    }
}
