using System.Text.RegularExpressions;
using Yiwang.Forms;

namespace Yiwang.Acceptance.Bundles;

/// <summary>What the fields of one item's form are called in a bundle, and which of them are always the same there.</summary>
internal sealed partial class FieldNames(string step)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _constants = new(StringComparer.Ordinal);

    /// <summary>The name of a field that is asked for in addition.</summary>
    internal string Own(string field) => $"{step}_{field}";

    internal void Know(string field, FieldOrigin origin)
    {
        if (origin.Constant is { } constant) _constants[field] = constant;
        else if (origin.Field is { } name) _names[field] = name;
    }

    /// <summary>A field with its expressions in the bundle's names; null for one that what is always the same rules out.</summary>
    internal FormField? Moved(FormField field)
    {
        var parts = field.ShowWhen?.Split(" and ").Select(p => p.Trim()).ToList() ?? [];
        foreach (var part in parts.ToList())
        {
            // Of alternatives no single one is ruled out by what is always the same.
            if (field.ShowWhen!.Contains(" or ", StringComparison.Ordinal)) break;
            if (Comparison().Match(part) is not { Success: true } compared || !_constants.TryGetValue(compared.Groups["field"].Value, out var always)) continue;
            if ((always == compared.Groups["value"].Value) != (compared.Groups["op"].Value == "==")) return null;
            parts.Remove(part);
        }
        return field with
        {
            ShowWhen = parts.Count == 0 ? null : Renamed(string.Join(" and ", parts)),
            Rule = Renamed(field.Rule),
            Calculate = field.Calculate is null ? null : Quoted().Replace(Renamed(field.Calculate)!, m => _names.TryGetValue(m.Groups["table"].Value, out var table) ? $"'{table}{m.Groups["column"].Value}'" : m.Value),
        };
    }

    /// <summary>An expression with the names of fields as they are in the bundle; what stands in quotes are choices.</summary>
    private string? Renamed(string? expression) => expression is null ? null : Words().Replace(expression, m => _names.GetValueOrDefault(m.Value, m.Value));

    [GeneratedRegex(@"'[^']*'|\w+", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"'(?<table>\w+)(?<column>\.\w+)?'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?<field>\w+)\s*(?<op>==|!=)\s*'(?<value>[^']*)'$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();
}
