using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using Yiwang.Catalogue.Elements;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Writes items as a workbook (XLSX): a sheet of the items, one for each table of theirs, and one that says how to fill them in. Cells are texts and numbers, never formulas.</summary>
internal static class WriteWorkbook
{
    internal static byte[] Write(BulkLayout layout, IReadOnlyList<BulkEntry> entries, IReadOnlyList<(string Column, string How)> guide)
    {
        var sheets = new Dictionary<string, object>(StringComparer.Ordinal) { [BulkLayout.MainSheet] = Items(layout, entries) };
        foreach (var table in layout.Elements.Where(e => e.IsTable)) sheets[table.Label] = Table(table, entries);
        sheets[BulkLayout.GuideSheet] = guide.Select(g => Row([("列", g.Column), ("怎么填", g.How)]));
        using var file = new MemoryStream();
        file.SaveAs(sheets, configuration: new OpenXmlConfiguration { AutoFilter = false });
        return file.ToArray();
    }

    private static IEnumerable<Dictionary<string, object?>> Items(BulkLayout layout, IReadOnlyList<BulkEntry> entries)
    {
        var columns = layout.Elements.Where(e => !e.IsTable).ToList();
        return OrHeader(entries.Select(entry => Row(
        [
            (BulkLayout.Key, entry.Key), .. layout.Notes.Select(n => (n, n == BulkLayout.Version ? Number(entry.Notes.GetValueOrDefault(n, "")) : (object?)entry.Notes.GetValueOrDefault(n, ""))),
            .. columns.Select(c => (c.Label, entry.Values.TryGetValue(c.Name, out var v) ? Cell(c.Kind, BulkCells.Write(c, v.Value)) : null)),
        ])), [BulkLayout.Key, .. layout.Notes, .. columns.Select(c => c.Label)]);
    }

    private static IEnumerable<Dictionary<string, object?>> Table(BulkElement table, IReadOnlyList<BulkEntry> entries) => OrHeader(
        entries.SelectMany(entry => entry.Values.TryGetValue(table.Name, out var v)
            ? v.Value.Rows.Select(r => Row([(BulkLayout.Key, entry.Key), .. table.Columns.Select((c, i) => (c.Label, Cell(c.Kind, r[i])))])) : []),
        [BulkLayout.Key, .. table.Columns.Select(c => c.Label)]);

    // Without a row there would be no header either.
    private static IEnumerable<Dictionary<string, object?>> OrHeader(IEnumerable<Dictionary<string, object?>> rows, IEnumerable<string> columns) =>
        rows.DefaultIfEmpty(Row(columns.Select(c => (c, (object?)null))));

    private static Dictionary<string, object?> Row(IEnumerable<(string Name, object? Value)> cells) => cells.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal);

    private static object? Cell(ElementKind kind, string text) => text.Length == 0 ? null : kind is ElementKind.Number ? Number(text) : text;

    private static object? Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : text.Length > 0 ? text : null;
}
