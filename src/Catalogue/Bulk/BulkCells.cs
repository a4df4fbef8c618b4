using Yiwang.Catalogue.Elements;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Values of elements as one cell, and back.</summary>
internal static class BulkCells
{
    internal static ElementValue Read(BulkElement element, string text) => element.Kind switch
    {
        ElementKind.Rows => new(PackedRows.Read(text)),
        ElementKind.Lines or ElementKind.Choices => ElementValue.Of(text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        _ => ElementValue.Of(text),
    };

    internal static string Write(BulkElement element, ElementValue value) => element.Kind switch
    {
        ElementKind.Rows => PackedRows.Write(value.Rows),
        ElementKind.Lines or ElementKind.Choices => string.Join('\n', value.List),
        _ => value.Text,
    };
}
