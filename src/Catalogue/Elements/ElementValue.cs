using System.Globalization;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Elements;

/// <summary>The value of an element: rows of cells.</summary>
/// <param name="Rows">The rows.</param>
public sealed record ElementValue(IReadOnlyList<IReadOnlyList<string>> Rows)
{
    internal const string Yes = "是", No = "否";
    private const int ShortLength = 20;

    internal static ElementValue Of(string text) => new(text.Length > 0 ? [[text]] : []);
    internal static ElementValue Of(int? number) => Of(number?.ToString(CultureInfo.InvariantCulture) ?? "");
    internal static ElementValue Of(bool yes) => Of(yes ? Yes : No);
    internal static ElementValue Of(IEnumerable<string> texts) => new([.. texts.Select(t => (IReadOnlyList<string>)[t])]);
    internal static ElementValue Of(IEnumerable<string[]> rows) => new([.. rows]);

    /// <summary>The single value; empty when there is none.</summary>
    internal string Text => Rows.Count > 0 && Rows[0].Count > 0 ? Rows[0][0] : "";

    /// <summary>The values of a list.</summary>
    internal IReadOnlyList<string> List => [.. Rows.Select(r => r.Count > 0 ? r[0] : "").Where(t => t.Length > 0)];

    internal bool IsYes => Text is Yes or "true" or "1" or "TRUE" or "True";

    /// <summary>The whole number; null when there is none, with a problem when it is none.</summary>
    internal int? Number(string field, string label, List<FieldProblem> problems) => NumberOf(Text, field, label, problems);

    internal static int? NumberOf(string text, string field, string label, List<FieldProblem> problems)
    {
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add(new(field, $"{label}应为整数，现为“{Short(text)}”"));
        return null;
    }

    internal static decimal DecimalOf(string text, string field, string label, List<FieldProblem> problems)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add(new(field, $"{label}应为数字，现为“{Short(text)}”"));
        return 0;
    }

    /// <summary>The beginning of a text, for messages.</summary>
    internal static string Short(string text) => text.Length > ShortLength ? $"{text[..ShortLength]}…" : text;

    internal bool Same(ElementValue other) => Rows.Count == other.Rows.Count && Rows.Zip(other.Rows, (a, b) => a.SequenceEqual(b, StringComparer.Ordinal)).All(same => same);
}
