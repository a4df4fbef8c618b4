using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Yiwang.Forms;

/// <summary>
/// The further rules of a field (校验规则), separated by semicolons. What a machine can check:
/// <c>&gt;0</c>, <c>&gt;=0</c>, <c>1..10</c>, <c>must be true</c>, <c>required if name</c>, <c>^pattern$</c>, <c>&lt;=other</c>, <c>&gt;other</c> (numbers and dates),
/// <c>&lt;=today</c>, <c>within 12 months</c>, <c>&gt;=1行</c>, <c>&lt;=50行</c>, <c>=1行 if type=='…'</c>, <c>sum(column)=other</c>, <c>sum(column)=100</c>,
/// <c>not '…' if field=='…'</c>, <c>end&lt;=当前月</c>, <c>&lt;=240个月</c>. Any other text is for the official who reviews.
/// </summary>
internal static partial class FieldRule
{
    internal const string RequiredIf = "required if ";

    /// <summary>The rules of a field, one by one.</summary>
    internal static IEnumerable<string> Of(FormField field) => (field.Rule ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong with a value, as a sentence for the person; null when all rules that can be checked hold.</summary>
    internal static string? Problem(FormField field, JsonNode value, JsonObject values, FormDefinition form, DateOnly today)
    {
        foreach (var rule in Of(field))
        {
            var conditional = If().Match(rule) is { Success: true } only;
            if (conditional && !Condition.Holds(If().Match(rule).Groups["condition"].Value, values)) continue;
            var bare = conditional ? If().Match(rule).Groups["rule"].Value : rule;
            var problem = value is JsonArray rows ? OfRows(bare, field, rows, values, form) : OfOne(bare, value, values, form, today);
            if (problem is not null) return problem;
        }
        return null;
    }

    private static string? OfOne(string rule, JsonNode value, JsonObject values, FormDefinition form, DateOnly today)
    {
        var number = Values.Number(value);
        return rule switch
        {
            ">0" when number is <= 0 => "应大于 0",
            ">=0" when number is < 0 => "不能小于 0",
            "must be true" when !(value is JsonValue flag && flag.TryGetValue<bool>(out var set) && set) => "需要您确认后才能继续",
            "end<=当前月" when value is JsonObject && value["end"]?.GetValue<string>() is { } end && string.CompareOrdinal(end, today.ToString("yyyy-MM", CultureInfo.InvariantCulture)) > 0 => "止月不能晚于本月",
            "<=240个月" when Values.Months(value) is > 240 => "起止年月最多 240 个月",
            "<=today" when Values.Day(value) > today => "不能晚于今天",
            _ when Within().Match(rule) is { Success: true } within && Values.Day(value) < today.AddMonths(-int.Parse(within.Groups["months"].Value, CultureInfo.InvariantCulture)) => $"应在最近 {within.Groups["months"].Value} 个月之内",
            _ when Range().Match(rule) is { Success: true } range && (number < Parse(range.Groups["low"].Value) || number > Parse(range.Groups["high"].Value)) => $"应在 {range.Groups["low"].Value} 至 {range.Groups["high"].Value} 之间",
            _ when Against().Match(rule) is { Success: true } other => AgainstOther(other.Groups["op"].Value, other.Groups["field"].Value, value, values, form),
            _ when rule.StartsWith('^') && rule.EndsWith('$') && !Regex.IsMatch(Condition.Text(value), rule, RegexOptions.None, TimeSpan.FromSeconds(1)) => "写法不对，请核对",
            _ => null,
        };
    }

    private static string? AgainstOther(string op, string name, JsonNode value, JsonObject values, FormDefinition form)
    {
        var label = form.Fields().FirstOrDefault(f => f.Name == name)?.Label ?? name;
        if (Values.Number(value) is { } number && Values.Number(values[name]) is { } limit)
            return op == "<=" ? number > limit ? $"不能超过{label}（{limit}）" : null : number <= limit ? $"应大于{label}（{limit}）" : null;
        if (Values.Day(value) is { } day && Values.Day(values[name]) is { } other)
            return op == "<=" ? day > other ? $"不能晚于{label}" : null : day <= other ? $"应晚于{label}" : null;
        return null;
    }

    private static string? OfRows(string rule, FormField field, JsonArray rows, JsonObject values, FormDefinition form)
    {
        if (Rows().Match(rule) is { Success: true } count)
        {
            var number = int.Parse(count.Groups["number"].Value, CultureInfo.InvariantCulture);
            return count.Groups["op"].Value switch { ">=" when rows.Count < number => $"至少填写 {number} 行", "<=" when rows.Count > number => $"最多 {number} 行", "=" when rows.Count != number => $"应为 {number} 行", _ => null };
        }
        if (Sum().Match(rule) is { Success: true } sum)
        {
            var (column, other) = (sum.Groups["column"].Value, sum.Groups["other"].Value);
            var wanted = decimal.TryParse(other, NumberStyles.Number, CultureInfo.InvariantCulture, out var fixedSum) ? fixedSum : Values.Number(values[other]);
            var total = Values.Sum(rows, column);
            if (wanted is not { } expected || total == expected) return null;
            var label = field.ReadColumns().FirstOrDefault(c => c.Name == column)?.Label ?? column;
            var name = form.Fields().FirstOrDefault(f => f.Name == other)?.Label;
            return $"各行{label}合计 {total}，应等于{(name is null ? " " : $"{name} ")}{expected}";
        }
        return Not().Match(rule) is { Success: true } not && rows.Any(r => Condition.Text(r) == not.Groups["option"].Value) ? $"不能选“{not.Groups["option"].Value}”" : null;
    }

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?!required)(?<rule>.+?)\s+if\s+(?<condition>.+)$", RegexOptions.ExplicitCapture, 1000)] private static partial Regex If();
    [GeneratedRegex(@"^(?<low>\d+)\.\.(?<high>\d+)$", RegexOptions.ExplicitCapture, 1000)] private static partial Regex Range();
    [GeneratedRegex(@"^(?<op><=|>)(?<field>[a-zA-Z]\w*)(\*1\.0)?$", RegexOptions.ExplicitCapture, 1000)] private static partial Regex Against();
    [GeneratedRegex(@"^within (?<months>\d{1,3}) months$", RegexOptions.ExplicitCapture, 1000)] private static partial Regex Within();
    [GeneratedRegex(@"^(?<op>>=|<=|=)(?<number>\d{1,4})行$", RegexOptions.ExplicitCapture, 1000)] private static partial Regex Rows();
    [GeneratedRegex(@"^sum\((?<column>\w+)\)=(?<other>\w+)%?$", RegexOptions.ExplicitCapture, 1000)] private static partial Regex Sum();
    [GeneratedRegex("^not '(?<option>[^']+)'$", RegexOptions.ExplicitCapture, 1000)] private static partial Regex Not();
}
