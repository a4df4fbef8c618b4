using Yiwang.Kernel.Files;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Writes items as CSV: tables are packed into one cell.</summary>
internal static class WriteCsv
{
    internal static Task Write(Stream body, BulkLayout layout, IAsyncEnumerable<BulkEntry> entries) =>
        CsvFile.Write(body, [BulkLayout.Key, .. layout.Notes, .. layout.Elements.Select(e => e.Label)], entries.Select(entry => (IEnumerable<string>)
            [entry.Key, .. layout.Notes.Select(n => entry.Notes.GetValueOrDefault(n, "")), .. layout.Elements.Select(e => entry.Values.TryGetValue(e.Name, out var v) ? BulkCells.Write(e, v.Value) : "")]));
}
