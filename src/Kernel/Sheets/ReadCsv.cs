using System.Text;
using Sylvan.Data.Csv;
using Yiwang.Kernel.Files;

namespace Yiwang.Kernel.Sheets;

/// <summary>Reads a CSV file (RFC 4180), in UTF-8 or, as older spreadsheets write it, GB 18030.</summary>
public static class ReadCsv
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Its one sheet.</summary>
    public static IReadOnlyList<Sheet> Read(byte[] content)
    {
        using var csv = CsvDataReader.Create(new StringReader(Text(content)), new CsvDataReaderOptions { HasHeaders = false, MaxBufferSize = 4 * 1024 * 1024, BufferSize = 64 * 1024 });
        List<string>? header = null;
        var rows = new List<SheetRow>();
        for (var row = 1; csv.Read(); row++)
        {
            var cells = Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i).Trim()).ToList();
            if (header is null) header = cells;
            else rows.Add(new(row, [.. cells.Select(Plain)]));
        }
        return [new("", header ?? [], rows)];
    }

    // A guard against formulas that our own files put before such texts.
    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && SpreadsheetText.Risky(cell[1]) ? cell[1..] : cell;

    private static string Text(byte[] content)
    {
        var bytes = content.AsSpan();
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }
}
