using System.Text;

namespace Yiwang.Catalogue.Bulk;

/// <summary>A table in one cell, for files that have one sheet: a row on each line, its cells apart by <c>|</c>; <c>\</c> goes before what is meant as itself.</summary>
internal static class PackedRows
{
    internal static string Write(IEnumerable<IReadOnlyList<string>> rows) => string.Join('\n', rows.Select(r => string.Join(" | ", r.Select(Escaped))));

    internal static List<IReadOnlyList<string>> Read(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) rows.Add(Cells(line));
        return rows;
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length) cell.Append(line[++i] == 'n' ? '\n' : line[i]);
            else if (line[i] is '|' or '｜') Next();
            else cell.Append(line[i]);
        }
        Next();
        return cells;

        void Next()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }

    private static string Escaped(string cell) => cell.ReplaceLineEndings("\n").Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("|", @"\|", StringComparison.Ordinal).Replace("｜", @"\｜", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
}
