namespace Yiwang.Catalogue.Elements;

/// <summary>How an element of one version differs from that of another.</summary>
/// <param name="Section">The section that it belongs to.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Columns">The names of the columns of a table; empty for a single value or a list.</param>
/// <param name="Before">Rows that are no longer there.</param>
/// <param name="After">Rows that are new.</param>
/// <param name="Kept">How many rows are the same.</param>
public sealed record Difference(string Section, string Label, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Before, IReadOnlyList<IReadOnlyList<string>> After, int Kept)
{
    /// <summary>Whether the rows are the same, in another order.</summary>
    internal bool OnlyOrder => Before.Count == 0 && After.Count == 0;
}

/// <summary>Compares two versions element by element.</summary>
internal static class Differences
{
    /// <summary>All differences in the order of the form; empty when everything is the same. Without a version before, everything that is there is new.</summary>
    internal static List<Difference> Of<T>(IEnumerable<ElementSection<T>> sections, T? before, T after) where T : class =>
        [.. sections.SelectMany(s => s.Elements.Select(e => Of(s.Title, e, before is null ? new([]) : Tidy(e, before), Tidy(e, after)))).OfType<Difference>()];

    private static ElementValue Tidy<T>(Element<T> element, T item) => WriteElements.Tidy(element, element.Read(item));

    private static Difference? Of<T>(string section, Element<T> element, ElementValue before, ElementValue after)
    {
        if (before.Same(after)) return null;
        var keys = after.Rows.Select(Key).ToHashSet(StringComparer.Ordinal);
        var known = before.Rows.Select(Key).ToHashSet(StringComparer.Ordinal);
        return new(section, element.Label, [.. element.Columns.Select(c => c.Label)],
            [.. before.Rows.Where(r => !keys.Contains(Key(r)))], [.. after.Rows.Where(r => !known.Contains(Key(r)))], after.Rows.Count(r => known.Contains(Key(r))));
    }

    private static string Key(IReadOnlyList<string> row) => string.Join('\u001f', row);
}
