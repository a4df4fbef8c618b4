using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Yiwang.Forms;

/// <summary>
/// Conditions in the notation of the form definitions: <c>hasName</c> (yes, or anything filled in), <c>sendWay=='邮寄'</c>, <c>bizForm!='食品销售经营者'</c>,
/// <c>'含网络经营' in subForm</c>, <c>'出生医学证明' not in services</c>; several joined by <c>and</c>, and such alternatives by <c>or</c>.
/// </summary>
internal static partial class Condition
{
    private const string And = " and ";
    private const string Or = " or ";

    /// <summary>Whether a text is a bare name.</summary>
    internal static bool IsName(string text) => Flag().IsMatch(text);

    /// <summary>The alternatives of a condition, each as the conditions that it joins.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Alternatives(string condition) => [.. condition.Split(Or).Select(a => (IReadOnlyList<string>)[.. a.Split(And).Select(part => part.Trim())])];

    /// <summary>Alternatives as a condition writes them.</summary>
    internal static string Write(IEnumerable<IReadOnlyList<string>> alternatives) => string.Join(Or, alternatives.Select(parts => string.Join(And, parts)));

    /// <summary>The opposite of a membership; null of anything else.</summary>
    internal static string? NotChosen(string condition) =>
        Membership().Match(condition) is { Success: true } membership && membership.Groups["op"].Value == "in" ? $"'{membership.Groups["value"].Value}' not in {membership.Groups["field"].Value}" : null;

    /// <summary>The fields that decide.</summary>
    internal static IEnumerable<string> Fields(string condition) => Alternatives(condition).SelectMany(a => a).Select(Field);

    /// <summary>The field that decides a condition that joins nothing.</summary>
    internal static string Field(string part) =>
        Comparison().Match(part) is { Success: true } comparison ? comparison.Groups["field"].Value
        : Membership().Match(part) is { Success: true } membership ? membership.Groups["field"].Value : part;

    /// <summary>Whether the condition can be read at all.</summary>
    internal static bool IsReadable(string condition) => Alternatives(condition).SelectMany(a => a).All(part => Flag().IsMatch(part) || Comparison().IsMatch(part) || Membership().IsMatch(part));

    /// <summary>Whether it holds for these values. No condition always holds.</summary>
    internal static bool Holds(string? condition, JsonObject values) => condition is null || Alternatives(condition).Any(parts => parts.All(part => HoldsPart(part, values)));

    private static bool HoldsPart(string condition, JsonObject values)
    {
        if (Comparison().Match(condition) is { Success: true } comparison)
            return (Text(values[comparison.Groups["field"].Value]) == comparison.Groups["value"].Value) == (comparison.Groups["op"].Value == "==");
        if (Membership().Match(condition) is { Success: true } membership)
            return (values[membership.Groups["field"].Value] is JsonArray chosen && chosen.Any(c => Text(c) == membership.Groups["value"].Value)) == (membership.Groups["op"].Value == "in");
        return values[condition] is JsonValue flag && flag.TryGetValue<bool>(out var set) ? set : !ReadValue.IsEmpty(values[condition]);
    }

    internal static string Text(JsonNode? node) => node is JsonValue value ? value.TryGetValue<string>(out var text) ? text : value.ToString() : "";

    [GeneratedRegex(@"^\w+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Flag();

    [GeneratedRegex(@"^\s*(?<field>\w+)\s*(?<op>==|!=)\s*'(?<value>[^']*)'\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^\s*'(?<value>[^']*)'\s+(?<op>not in|in)\s+(?<field>\w+)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Membership();
}
