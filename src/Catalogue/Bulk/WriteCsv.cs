using System.Text;
using Yiwang.Kernel.Files;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Writes items as CSV with a mark of its encoding, without which Excel takes it for another.</summary>
internal static class WriteCsv
{
    internal static async Task Write(Stream body, BulkLayout layout, IAsyncEnumerable<BulkEntry> entries)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(SpreadsheetText.Line([BulkLayout.Key, .. layout.Notes, .. layout.Elements.Select(e => e.Label)]));
        await foreach (var entry in entries)
        {
            await writer.WriteLineAsync(SpreadsheetText.Line(
                [entry.Key, .. layout.Notes.Select(n => entry.Notes.GetValueOrDefault(n, "")), .. layout.Elements.Select(e => entry.Values.TryGetValue(e.Name, out var v) ? BulkCells.Write(e, v.Value) : "")]));
        }
    }
}
