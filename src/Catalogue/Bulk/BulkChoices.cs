using Yiwang.Catalogue.Elements;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Choices as files write them: by name where the name says which, otherwise by code. Both are understood.</summary>
internal sealed class BulkChoices(ReadChoices choices)
{
    private readonly Dictionary<ChoiceSource, (Dictionary<string, string> Shown, Dictionary<string, string> Meant)> _known = [];

    /// <summary>A value of an element as it is shown.</summary>
    internal async ValueTask<ElementValue> Show(BulkElement element, ElementValue value, CancellationToken stop) =>
        await Map(element, value, async (source, text) => (await Words(source, stop)).Shown.GetValueOrDefault(text, text));

    /// <summary>What was written, as values; what is no choice stays as it is.</summary>
    internal async ValueTask<ElementValue> Mean(BulkElement element, ElementValue value, CancellationToken stop)
    {
        if (element.Kind is ElementKind.Choices && element.Choices.List != ChoiceSource.MaterialList) value = Apart(value, (await Words(element.Choices, stop)).Meant);
        return await Map(element, value, async (source, text) => (await Words(source, stop)).Meant.GetValueOrDefault(text, text));
    }

    // People also write 市级、县级 on one line.
    private static ElementValue Apart(ElementValue value, Dictionary<string, string> known) => ElementValue.Of(value.List.SelectMany(text =>
        known.ContainsKey(text) ? [text] : text.Split(['、', '，', ',', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    private static async ValueTask<ElementValue> Map(BulkElement element, ElementValue value, Func<ChoiceSource, string, ValueTask<string>> one)
    {
        var rows = new List<IReadOnlyList<string>>(value.Rows.Count);
        foreach (var row in value.Rows)
        {
            var cells = row.ToArray();
            for (var i = 0; i < cells.Length; i++)
            {
                var (kind, source) = element.Kind is ElementKind.Rows ? i < element.Columns.Count ? (element.Columns[i].Kind, element.Columns[i].Choices) : (ElementKind.Text, ChoiceSource.None) : (element.Kind, element.Choices);
                if (kind is ElementKind.YesNo && cells[i].Length > 0) cells[i] = YesNo(cells[i]);
                else if (kind is ElementKind.Choice or ElementKind.Choices && source.List is not (null or ChoiceSource.MaterialList) && cells[i].Length > 0) cells[i] = await one(source, cells[i]);
            }
            rows.Add(cells);
        }
        return new(rows);
    }

    private static string YesNo(string text) => text is "是" or "1" or "Y" or "y" or "√" or "TRUE" or "True" or "true" ? ElementValue.Yes
        : text is "否" or "0" or "N" or "n" or "×" or "FALSE" or "False" or "false" ? ElementValue.No : text;

    private async ValueTask<(Dictionary<string, string> Shown, Dictionary<string, string> Meant)> Words(ChoiceSource source, CancellationToken stop)
    {
        if (_known.TryGetValue(source, out var known)) return known;
        var all = await choices.Of(source, null, stop);
        var meant = all.ToDictionary(c => c.Value, c => c.Value, StringComparer.Ordinal);
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in all.GroupBy(c => c.Text, StringComparer.Ordinal).Where(g => g.Count() == 1))
        {
            if (!meant.TryAdd(group.Key, group.First().Value) && meant[group.Key] != group.First().Value) continue;
            shown[group.First().Value] = group.Key;
        }
        return _known[source] = (shown, meant);
    }
}
