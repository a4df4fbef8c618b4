using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DepartmentSystems.OwnForms;

/// <summary>Writes values for reading. Numbers of persons are shown in part.</summary>
public static partial class FieldText
{
    private const string Nothing = "—";
    private static readonly HashSet<string> IdParts = new(StringComparer.OrdinalIgnoreCase) { "idno", "idNumber", "number", "公民身份号码", "身份号码", "证件号", "证件号码" };

    private static readonly Dictionary<string, string> PartLabels = new(StringComparer.Ordinal)
    {
        ["name"] = "姓名",
        ["idNo"] = "身份号码",
        ["mobile"] = "手机",
        ["start"] = "起",
        ["end"] = "止",
        ["uscc"] = "统一社会信用代码",
        ["legalRep"] = "法定代表人",
        ["number"] = "证件号码",
    };

    public static string Of(OwnField? field, JsonNode? value) => value switch
    {
        null => Nothing,
        JsonArray many => many.Count == 0 ? Nothing : string.Join("、", many.Select(v => Of(field, v))),
        JsonObject { Count: 0 } => Nothing,
        JsonObject parts when parts.ContainsKey("region") || parts.ContainsKey("detail") => $"{District.NameOf(parts["region"]?.ToString() ?? "")} {parts["detail"]}".Trim(),
        JsonObject parts when parts.ContainsKey("start") => $"{parts["start"]} 至 {parts["end"]}",
        JsonObject parts => string.Join("，", parts.Select(p => $"{Label(p.Key)} {Part(p.Key, p.Value)}")),
        JsonValue flag when flag.TryGetValue<bool>(out var set) => set ? "是" : "否",
        _ => Single(field, value.ToString()),
    };

    /// <summary>The rows of a table; empty when the value is none.</summary>
    public static IReadOnlyList<JsonObject> Rows(JsonNode? value) => value is JsonArray { Count: > 0 } many && many.All(m => m is JsonObject) ? [.. many.Cast<JsonObject>()] : [];

    /// <summary>A cell of a table.</summary>
    public static string Part(string name, JsonNode? value) => value is null ? Nothing : IdParts.Contains(name) ? Masked(value.ToString()) : name is "mobile" ? MaskedPhone(value.ToString()) : Of(null, value);

    /// <summary>The label of a part or a column.</summary>
    public static string Label(string name) => PartLabels.GetValueOrDefault(name, name);

    /// <summary>An ID number with its middle hidden.</summary>
    public static string Masked(string text) => text.Length <= 8 ? text : $"{text[..4]}{new string('*', text.Length - 8)}{text[^4..]}";

    /// <summary>A telephone number with its middle hidden.</summary>
    public static string MaskedPhone(string text) => text.Length < 11 ? text : $"{text[..3]}****{text[^4..]}";

    private static string Single(OwnField? field, string text) => field switch
    {
        _ when text.Length == 0 => Nothing,
        { Kind: OwnField.IdNumber } => Masked(text),
        { Kind: OwnField.Mobile } => MaskedPhone(text),
        { Codes: { } codes } when codes.TryGetValue(text, out var meaning) => $"{meaning}（{text}）",
        // Forms that are not known must not show whole numbers of persons either.
        _ when IdNumber().IsMatch(text) => Masked(text),
        _ when Mobile().IsMatch(text) => MaskedPhone(text),
        _ => text,
    };

    [GeneratedRegex(@"^\d{17}[\dXx]$", RegexOptions.None, 1000)] private static partial Regex IdNumber();
    [GeneratedRegex(@"^1[3-9]\d{9}$", RegexOptions.None, 1000)] private static partial Regex Mobile();
}
