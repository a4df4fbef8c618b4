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

    /// <summary>Whether any field of a section may be asked for.</summary>
    public static bool MayBeShown(FormSection section, JsonObject values)
    {
        var names = section.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        return section.Fields.Any(f => MayBeShown(f, values, names));
    }
}
