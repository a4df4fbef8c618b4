using System.Text;

namespace Yiwang.Kernel.Files;

/// <summary>Writes CSV with a mark of its encoding, without which Excel takes it for another.</summary>
public static class CsvFile
{
    /// <summary>Writes a header and rows.</summary>
    public static async Task Write(Stream body, IEnumerable<string> header, IAsyncEnumerable<IEnumerable<string>> rows)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(SpreadsheetText.Line(header));
        await foreach (var row in rows) await writer.WriteLineAsync(SpreadsheetText.Line(row));
    }
}
