using Yiwang.Kernel.Sheets;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Reads a file of items, whichever of the three formats it is: by its content, not by its name.</summary>
internal static class ReadBulk
{
    // How a compound file, as spreadsheets wrote before 2007, begins.
    private static ReadOnlySpan<byte> OldWorkbook => [0xD0, 0xCF, 0x11, 0xE0];

    internal static BulkFile Read(BulkLayout layout, byte[] content)
    {
        var bytes = content.AsSpan();
        if (bytes.StartsWith("PK"u8))
        {
            if (ReadWorkbook.Read(content) is { } sheets) return ReadSheets.Read(layout, sheets);
            var unread = new BulkFile();
            unread.Bad("", "", "这不是 XLSX 工作簿，或者内容过大；请用 Excel、WPS 另存为 .xlsx");
            return unread;
        }
        if (bytes.StartsWith(OldWorkbook))
        {
            var old = new BulkFile();
            old.Bad("", "", "这是旧版 .xls 文件，请另存为 .xlsx 再导入");
            return old;
        }
        var first = bytes.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        return first.Length > 0 && first[0] is (byte)'{' or (byte)'[' ? ReadJson.Read(layout, first.ToArray()) : ReadSheets.Read(layout, ReadCsv.Read(content));
    }
}
