using Yiwang.Catalogue.Elements;

namespace Yiwang.Catalogue.Bulk;

/// <summary>A column of a file of items, or a table of its own: an element, of whichever kind of item.</summary>
internal sealed record BulkElement(string Name, string Label, ElementKind Kind, ChoiceSource Choices, IReadOnlyList<ElementColumn> Columns, string? Hint)
{
    internal bool IsTable => Kind is ElementKind.Rows;

    internal static BulkElement Of<T>(Element<T> element) => new(element.Name, element.Label, element.Kind, element.Choices, element.Columns, element.Hint);
}

/// <summary>
/// What stands in a file of items (批量导入导出): base items or the elements that one region has of its own. A row is an item; the columns are called
/// as the fields of the forms; what is a table in the form is a sheet of its own in a workbook.
/// </summary>
internal sealed class BulkLayout
{
    /// <summary>The column that says which item a row is.</summary>
    internal const string Key = "事项编码";

    /// <summary>The version in force when the file was made, so that nobody overwrites what came since.</summary>
    internal const string Version = "版本";

    /// <summary>The category, which only new items need.</summary>
    internal const string Category = "类别";

    /// <summary>The name, for those who read a file of own elements.</summary>
    internal const string Name = "事项名称";

    /// <summary>The sheet of the items.</summary>
    internal const string MainSheet = "事项";

    /// <summary>The sheet that says how to fill in the others.</summary>
    internal const string GuideSheet = "填写说明";

    private BulkLayout(IReadOnlyList<string> notes, IEnumerable<BulkElement> elements)
    {
        (Notes, Elements) = (notes, [.. elements]);
        ByLabel = Elements.ToDictionary(e => e.Label, StringComparer.Ordinal);
    }

    /// <summary>Base items (基本目录).</summary>
    internal static BulkLayout Base { get; } = new([Version, Category], ItemElements.Sections.SelectMany(s => s.Elements).Select(BulkElement.Of));

    /// <summary>The elements of one region (实施清单的本地要素).</summary>
    internal static BulkLayout Own { get; } = new([Version, Name], OwnElements.Section.Elements.Select(BulkElement.Of));

    /// <summary>Columns that are no elements.</summary>
    internal IReadOnlyList<string> Notes { get; }

    /// <summary>The elements, in the order of the forms.</summary>
    internal IReadOnlyList<BulkElement> Elements { get; }

    /// <summary>The elements by what they are called.</summary>
    internal IReadOnlyDictionary<string, BulkElement> ByLabel { get; }
}
