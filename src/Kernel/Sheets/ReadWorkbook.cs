using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;

namespace Yiwang.Kernel.Sheets;

/// <summary>Reads a workbook (XLSX).</summary>
public static class ReadWorkbook
{
    /// <summary>The most that a workbook may unpack to, in bytes: a small file can hold very much.</summary>
    private const long MostUnpacked = 400L * 1024 * 1024;

    private const int MostSheets = 40;

    /// <summary>Its sheets; null when it is none or holds too much.</summary>
    public static IReadOnlyList<Sheet>? Read(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        try
        {
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (zip.Entries.Sum(e => e.Length) > MostUnpacked || zip.GetEntry("xl/workbook.xml") is null) return null;
            }
            stream.Position = 0;
            var names = stream.GetSheetNames();
            return names.Count > MostSheets ? null : [.. names.Select(name => ReadSheet(stream, name))];
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Xml.XmlException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static Sheet ReadSheet(Stream stream, string name)
    {
        IReadOnlyList<string>? header = null;
        var rows = new List<SheetRow>();
        var number = 0;
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, sheetName: name))
        {
            number++;
            var cells = row.Values.Select(Text).ToList();
            while (cells.Count > 0 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
            if (header is null) header = cells;
            else rows.Add(new(number, cells));
        }
        return new(name.Trim(), header ?? [], rows);
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        bool yes => yes ? "是" : "否",
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Trim(),
    };
}
