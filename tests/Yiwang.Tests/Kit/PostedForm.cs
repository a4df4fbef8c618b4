using System.Text.Json.Nodes;

namespace Yiwang.Tests.Kit;

/// <summary>The answers of a form as a page posts them.</summary>
internal static class PostedForm
{
    internal static Dictionary<string, string> Of(JsonObject answers)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten("form", answers, fields);
        return fields;
    }

    private static void Flatten(string name, JsonNode? value, Dictionary<string, string> fields)
    {
        switch (value)
        {
            case JsonObject parts: foreach (var (part, inner) in parts) Flatten($"{name}.{part}", inner, fields); break;
            case JsonArray many: fields[name] = string.Join('\n', many.Select(m => m!.ToString())); break;
            case { } single: fields[name] = single.ToString(); break;
            default: break;
        }
    }
}
