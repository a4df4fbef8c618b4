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
        var (never, condition) = FormConditions.Settled(field.ShowWhen, _constants);
        return never ? null : field with
        {
            ShowWhen = Renamed(condition),
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
}
