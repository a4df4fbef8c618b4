using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Yiwang.Acceptance.Bundles;

/// <summary>
/// Where a field of an item's form comes from in a bundle: <c>babyName</c>, a part of it <c>mother.name</c>, with choices said in the item's words
/// <c>sendWay{窗口领取=窗口,邮寄=邮寄}</c>, the number of another step's result <c>result:licence</c>, the first of several that is there
/// <c>prodAddress|address</c>, or always the same <c>=新生儿</c>.
/// </summary>
internal sealed partial record FieldOrigin(string? Constant, IReadOnlyList<string> Alternatives, IReadOnlyDictionary<string, string> Choices)
{
    private const string ResultOf = "result:";
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    /// <summary>Of a field that is never asked for in the bundle.</summary>
    internal static FieldOrigin Nothing { get; } = new(null, [], None);

    internal static FieldOrigin Read(string text)
    {
        if (text.StartsWith('=')) return new(text[1..], [], None);
        var match = Form().Match(text);
        var choices = match.Groups["choices"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('=')).ToDictionary(c => c[0], c => c[^1], StringComparer.Ordinal);
        return new(null, match.Groups["fields"].Value.Split('|'), choices);
    }

    /// <summary>The bundle's field that is looked at first; null where there is none.</summary>
    internal string? Field => Alternatives.Where(a => !a.StartsWith(ResultOf, StringComparison.Ordinal)).Select(a => a.Split('.')[0]).FirstOrDefault();

    /// <summary>The step whose result it may be; null where it is none's.</summary>
    internal string? Result => Alternatives.Where(a => a.StartsWith(ResultOf, StringComparison.Ordinal)).Select(a => a[ResultOf.Length..]).FirstOrDefault();

    /// <summary>The value for a field of the item's form; null when there is none yet.</summary>
    /// <param name="type">The type of the item's field.</param>
    /// <param name="answers">The answers of the bundle.</param>
    /// <param name="result">The number of a step's result; null while it has none.</param>
    internal JsonNode? Value(string type, JsonObject answers, Func<string, string?> result)
    {
        if (Constant is not null) return type == "multiselect" ? new JsonArray(Constant) : JsonValue.Create(Constant);
        foreach (var alternative in Alternatives)
        {
            if (alternative.StartsWith(ResultOf, StringComparison.Ordinal))
            {
                if (result(alternative[ResultOf.Length..]) is { } number) return JsonValue.Create(number);
                continue;
            }
            var path = alternative.Split('.');
            if ((path.Length == 1 ? answers[path[0]] : (answers[path[0]] as JsonObject)?[path[1]]) is { } value) return Fit(type, value.DeepClone());
        }
        return null;
    }

    private JsonNode Fit(string type, JsonNode value)
    {
        if (Choices.Count > 0 && value is JsonValue chosen && Choices.TryGetValue(chosen.ToString(), out var other)) return JsonValue.Create(other)!;
        if (type == "date" && value is JsonValue moment && moment.ToString() is { Length: > 10 } text) return JsonValue.Create(text[..10])!;
        if (value is not JsonObject parts) return value;
        return type switch
        {
            "text" when parts["name"] is { } name => name.DeepClone(),
            "idno" when parts["idNo"] is { } number => number.DeepClone(),
            "region" when parts["region"] is { } region => region.DeepClone(),
            "party" when parts["idNo"] is { } id => new JsonObject { ["name"] = parts["name"]?.DeepClone(), ["number"] = id.DeepClone() },
            _ => value,
        };
    }

    [GeneratedRegex(@"^(?<fields>[^{]+)(\{(?<choices>[^}]*)\})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
