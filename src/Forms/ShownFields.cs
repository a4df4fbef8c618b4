using System.Text.Json.Nodes;

namespace Yiwang.Forms;

/// <summary>Which fields a page has to show at all: what other pages have decided against is left out; what the page itself decides, its script hides.</summary>
public static class ShownFields
{
    /// <summary>Whether a field may be asked for, for all that is decided elsewhere.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">The answers so far.</param>
    /// <param name="onPage">The names of the fields on the same page, of which nothing is decided yet.</param>
    public static bool MayBeShown(FormField field, JsonObject values, IReadOnlySet<string> onPage) =>
        field.ShowWhen is null || Condition.Alternatives(field.ShowWhen).Any(parts => parts.All(part => onPage.Contains(Condition.Field(part)) || Condition.Holds(part, values)));

    /// <summary>Whether it depends on what is filled in on the same page whether a field is asked for.</summary>
    public static bool DependsOnPage(FormField field, IReadOnlySet<string> onPage) => field.ShowWhen is { } condition && Condition.Fields(condition).Any(onPage.Contains);

    /// <summary>Whether a field must be filled in by a rule (<c>required if …</c>): true or false as far as the answers tell; null where it has no such rule.</summary>
    public static bool? IsRequiredByRule(FormField field, JsonObject values)
    {
        var rules = FieldRule.Of(field).Where(r => r.StartsWith(FieldRule.RequiredIf, StringComparison.Ordinal)).Select(r => r[FieldRule.RequiredIf.Length..]).ToList();
        return rules.Count == 0 ? null : rules.Exists(condition => Condition.IsReadable(condition) && Condition.Holds(condition, values));
    }

    /// <summary>Whether any field of a section may be asked for.</summary>
    public static bool MayBeShown(FormSection section, JsonObject values)
    {
        var names = section.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        return section.Fields.Any(f => MayBeShown(f, values, names));
    }
}
