using System.Text.Json.Nodes;

namespace Yiwang.Exchange.Deliver;

/// <summary>Gives a form the field names and codes of the receiving system (表单通). A field that the mapping does not name goes as it is.</summary>
internal static class FormTranslation
{
    internal static JsonObject Translate(JsonObject form, string? mapping)
    {
        if (mapping is null) return (JsonObject)form.DeepClone();
        var rules = JsonNode.Parse(mapping)!.AsObject();
        var fields = rules["fields"] as JsonObject ?? [];
        var values = rules["values"] as JsonObject ?? [];
        var translated = new JsonObject();
        foreach (var (name, value) in form)
        {
            translated[(string?)fields[name] ?? name] = Value(value, values[name] as JsonObject);
        }
        return translated;
    }

    /// <summary>Gives the list of fields the names of the receiving system.</summary>
    internal static void Rename(JsonArray fields, string? mapping)
    {
        if (mapping is null || JsonNode.Parse(mapping)!["fields"] is not JsonObject names) return;
        foreach (var field in fields.OfType<JsonObject>())
        {
            if ((string?)names[(string)field["name"]!] is { } theirs) field["name"] = theirs;
        }
    }

    private static JsonNode? Value(JsonNode? value, JsonObject? codes) => (value, codes) switch
    {
        (null, _) => null,
        (_, null) => value.DeepClone(),
        (JsonArray many, _) => new JsonArray([.. many.Select(v => Value(v, codes))]),
        (JsonValue single, _) => codes[single.ToString()]?.DeepClone() ?? single.DeepClone(),
        _ => value.DeepClone(),
    };
}
