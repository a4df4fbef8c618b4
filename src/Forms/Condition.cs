using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Yiwang.Forms;

/// <summary>
/// Conditions in the notation of the form definitions: <c>hasName</c> (yes, or anything filled in), <c>sendWay=='邮寄'</c>, <c>bizForm!='食品销售经营者'</c>,
/// <c>'含网络经营' in subForm</c>.
/// </summary>
internal static partial class Condition
{
    /// <summary>Whether a text is a bare name.</summary>
    internal static bool IsName(string text) => Flag().IsMatch(text);

    /// <summary>The field that decides.</summary>
    internal static string Field(string condition) =>
        Comparison().Match(condition) is { Success: true } comparison ? comparison.Groups["field"].Value
        : Membership().Match(condition) is { Success: true } membership ? membership.Groups["field"].Value : condition;

    /// <summary>Whether the condition can be read at all.</summary>
    internal static bool IsReadable(string condition) => Flag().IsMatch(condition) || Comparison().IsMatch(condition) || Membership().IsMatch(condition);

    /// <summary>Whether it holds for these values. No condition always holds.</summary>
    internal static bool Holds(string? condition, JsonObject values)
    {
        if (condition is null) return true;
        if (Comparison().Match(condition) is { Success: true } comparison)
            return (Text(values[comparison.Groups["field"].Value]) == comparison.Groups["value"].Value) == (comparison.Groups["op"].Value == "==");
        if (Membership().Match(condition) is { Success: true } membership)
            return values[membership.Groups["field"].Value] is JsonArray chosen && chosen.Any(c => Text(c) == membership.Groups["value"].Value);
        return values[condition] is JsonValue flag && flag.TryGetValue<bool>(out var set) ? set : !ReadValue.IsEmpty(values[condition]);
    }

    internal static string Text(JsonNode? node) => node is JsonValue value ? value.TryGetValue<string>(out var text) ? text : value.ToString() : "";

    [GeneratedRegex(@"^\w+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Flag();

    [GeneratedRegex(@"^(?<field>\w+)\s*(?<op>==|!=)\s*'(?<value>[^']*)'$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^'(?<value>[^']*)'\s+in\s+(?<field>\w+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Membership();
}
