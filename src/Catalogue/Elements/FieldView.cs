using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Yiwang.Catalogue.Elements;

/// <summary>An element as its form shows it.</summary>
/// <param name="Name">The name of its field.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">What its value looks like.</param>
/// <param name="Hint">How to fill it in; null when there is nothing to say.</param>
/// <param name="MaxLength">The most characters of a value.</param>
/// <param name="Choices">What can be chosen; empty where one writes.</param>
/// <param name="Columns">The columns of a table, each with what can be chosen.</param>
/// <param name="Value">What is in it.</param>
public sealed record FieldView(string Name, string Label, ElementKind Kind, string? Hint, int MaxLength, IReadOnlyList<ElementChoice> Choices, IReadOnlyList<(ElementColumn Column, IReadOnlyList<ElementChoice> Choices)> Columns, ElementValue Value)
{
    /// <summary>Blank rows that a table offers for more.</summary>
    internal const int BlankRows = 2;

    /// <summary>How rows are numbered, so that one can put another between two.</summary>
    internal const int OrderStep = 10;

    internal static async ValueTask<FieldView> Of<T>(Element<T> element, ElementValue value, ReadChoices choices, ServiceItem? item, CancellationToken stop)
    {
        var columns = new List<(ElementColumn, IReadOnlyList<ElementChoice>)>();
        foreach (var column in element.Columns) columns.Add((column, await choices.Of(column.Choices, item, stop)));
        return new(element.Name, element.Label, element.Kind, element.Hint, element.MaxLength, await choices.Of(element.Choices, item, stop), columns, value);
    }

    internal static string Field(string name) => $"e.{name}";

    internal static string Cell(string name, int row, string column) => string.Create(CultureInfo.InvariantCulture, $"e.{name}.{row}.{column}");

    /// <summary>Reads what was typed into the form of an element.</summary>
    internal static ElementValue Typed<T>(Element<T> element, IFormCollection form)
    {
        var name = Field(element.Name);
        switch (element.Kind)
        {
            case ElementKind.Choices:
                return ElementValue.Of(form[name].OfType<string>());
            case ElementKind.Lines:
                return ElementValue.Of(form[name].ToString().ReplaceLineEndings("\n").Split('\n'));
            case ElementKind.YesNo:
                return ElementValue.Of(form[name].ToString() == ElementValue.Yes);
            case ElementKind.Rows:
                var rows = new List<(int Order, string[] Cells)>();
                for (var row = 0; row < WriteElements.MostRows + BlankRows && form.ContainsKey(Cell(element.Name, row, "0")); row++)
                {
                    if (form[Cell(element.Name, row, "remove")].ToString() == ElementValue.Yes) continue;
                    var order = int.TryParse(form[Cell(element.Name, row, "order")], CultureInfo.InvariantCulture, out var typed) ? typed : int.MaxValue;
                    rows.Add((order, [.. Enumerable.Range(0, element.Columns.Count).Select(c => form[Cell(element.Name, row, c.ToString(CultureInfo.InvariantCulture))].ToString())]));
                }
                return ElementValue.Of(rows.OrderBy(r => r.Order).Select(r => r.Cells));
            default:
                return ElementValue.Of(form[name].ToString());
        }
    }
}
