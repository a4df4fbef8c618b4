using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Elements;

/// <summary>Writes typed values into an item: trims, drops rows that are blank, checks lengths and words, and gathers everything that is wrong.</summary>
internal static class WriteElements
{
    /// <summary>The most rows of a table or list.</summary>
    internal const int MostRows = 100;

    /// <summary>The value with every row as wide as the element has columns, without blank rows.</summary>
    internal static ElementValue Tidy<T>(Element<T> element, ElementValue value)
    {
        var width = element.Kind is ElementKind.Rows ? element.Columns.Count : 1;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in value.Rows)
        {
            var cells = Enumerable.Range(0, width).Select(i => i < row.Count ? Clean(row[i]) : "").ToArray();
            // What only a machine fills in does not make a row.
            var said = element.Kind is ElementKind.Rows ? cells.Where((c, i) => element.Columns[i].Kind is not ElementKind.YesNo).Any(c => c.Length > 0) : cells[0].Length > 0;
            if (said) rows.Add(cells);
        }
        return new(rows);
    }

    /// <summary>The item with a value of an element; problems are added.</summary>
    internal static T Write<T>(Element<T> element, T item, ElementValue typed, IReadOnlyCollection<string>? choices, List<FieldProblem> problems)
    {
        var value = Tidy(element, typed);
        if (value.Rows.Count > MostRows) problems.Add(new(element.Name, $"{element.Label}不超过 {MostRows} 行"));
        if (value.Rows.SelectMany(r => r).Any(c => c.Length > element.MaxLength)) problems.Add(new(element.Name, $"{element.Label}每项不超过 {element.MaxLength} 字"));
        if (element.Kind is ElementKind.Choice or ElementKind.Choices && choices is { Count: > 0 } && value.List.FirstOrDefault(v => !choices.Contains(v, StringComparer.Ordinal)) is { } unknown)
            problems.Add(new(element.Name, $"{element.Label}“{ElementValue.Short(unknown)}”不在可选的范围内"));
        return element.Write(item, value, problems);
    }

    /// <summary>An item's elements that are no samples any more, because an editor wrote them anew.</summary>
    internal static ServiceItem Confirm(ServiceItem before, ServiceItem after, IEnumerable<Element<ServiceItem>> elements)
    {
        var confirmed = elements.Where(e => e.SampleKey is not null && !e.Read(before).Same(e.Read(after))).Select(e => e.SampleKey!).ToHashSet(StringComparer.Ordinal);
        return confirmed.Count == 0 ? after : after with { Samples = [.. after.Samples.Where(s => !confirmed.Contains(s))] };
    }

    private static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();
}
