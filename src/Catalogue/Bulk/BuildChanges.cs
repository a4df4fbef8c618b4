using Yiwang.Catalogue.Elements;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Makes what an entry of a file says of an item, with everything that is wrong with it.</summary>
internal sealed class BuildChanges(ReadChoices choices)
{
    private readonly BulkChoices _words = new(choices);

    /// <summary>The base item that an entry makes of one.</summary>
    internal async Task<ServiceItem> Item(ServiceItem before, BulkEntry entry, List<FieldProblem> problems, CancellationToken stop)
    {
        var elements = ItemElements.Sections.SelectMany(s => s.Elements).Where(e => entry.Values.ContainsKey(e.Name)).ToList();
        var item = await Write(elements, before, before, entry, problems, stop);
        return WriteElements.Confirm(before, item, elements);
    }

    /// <summary>The elements of a region that an entry makes of those it has.</summary>
    internal Task<LocalElements> Own(LocalElements before, ServiceItem item, BulkEntry entry, List<FieldProblem> problems, CancellationToken stop) =>
        Write(OwnElements.Section.Elements.Where(e => entry.Values.ContainsKey(e.Name)), before, item, entry, problems, stop);

    /// <summary>The department that an entry names; null when it names none that there is.</summary>
    internal async Task<string?> Department(BulkEntry entry, CancellationToken stop)
    {
        var element = BulkLayout.Base.Elements.First(e => e.Choices == ChoiceSource.Departments);
        if (!entry.Values.TryGetValue(element.Name, out var value)) return null;
        var code = (await _words.Mean(element, value.Value, stop)).Text;
        return (await choices.Of(ChoiceSource.Departments, null, stop)).Any(c => c.Value == code) ? code : null;
    }

    private async Task<T> Write<T>(IEnumerable<Element<T>> elements, T value, ServiceItem item, BulkEntry entry, List<FieldProblem> problems, CancellationToken stop)
    {
        foreach (var element in elements)
        {
            var meant = await _words.Mean(BulkElement.Of(element), entry.Values[element.Name].Value, stop);
            if (Misfit(element, meant) is { } misfit) problems.Add(new(element.Name, misfit));
            // What is as it was is not written anew: a sample stays one.
            if (WriteElements.Tidy(element, meant).Same(WriteElements.Tidy(element, element.Read(value)))) continue;
            var words = element.Choices == ChoiceSource.None ? null : (await choices.Of(element.Choices, item, stop)).Select(c => c.Value).ToList();
            value = WriteElements.Write(element, value, meant, words, problems);
        }
        return value;
    }

    private static string? Misfit<T>(Element<T> element, ElementValue value)
    {
        if (element.Kind is ElementKind.YesNo) return YesOrNo(value.Text) ? null : $"“{element.Label}”应填 是 或 否，现为“{ElementValue.Short(value.Text)}”";
        if (element.Kind is not ElementKind.Rows) return null;
        if (value.Rows.FirstOrDefault(r => r.Count > element.Columns.Count) is { } wide) return $"“{element.Label}”每行有 {element.Columns.Count} 格，现有一行 {wide.Count} 格";
        foreach (var row in value.Rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (element.Columns[i].Kind is ElementKind.YesNo && !YesOrNo(row[i])) return $"“{element.Label}”的“{element.Columns[i].Label}”应填 是 或 否，现为“{ElementValue.Short(row[i])}”";
            }
        }
        return null;
    }

    private static bool YesOrNo(string text) => text is "" or ElementValue.Yes or ElementValue.No;
}
