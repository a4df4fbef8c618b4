using Sylvan.Data.Csv;

namespace Yiwang.Kernel.Importing;

/// <summary>One row of a CSV file, read by column name.</summary>
public sealed class CsvRow(string file, int line, IReadOnlyDictionary<string, string> fields)
{
    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>The line on which the row begins, from 1.</summary>
    public int Line => line;

    /// <summary>All columns by name.</summary>
    public IReadOnlyDictionary<string, string> Fields => fields;

    /// <summary>The text of a column, trimmed; empty when the file lacks the column.</summary>
    public string this[string column] => fields.GetValueOrDefault(column, "");

    /// <summary>Whether a 0/1 column is 1.</summary>
    public bool Flag(string column) => this[column] == "1";

    /// <summary>A whole number; null when the column is empty.</summary>
    public int? Number(string column, ImportReport report)
    {
        if (this[column].Length == 0) return null;
        if (int.TryParse(this[column], out var number)) return number;
        report.Bad(file, line, $"{column} 应为整数，现为“{this[column]}”");
        return null;
    }
}

/// <summary>Reads CSV files of the reference data.</summary>
public static class CsvRows
{
    /// <summary>All rows of a file. A missing file, a missing column or a row with another number of columns is reported.</summary>
    public static List<CsvRow> Read(string folder, string file, ImportReport report, params string[] columns)
    {
        var rows = new List<CsvRow>();
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            report.Bad(file, 0, "没有这个文件");
            return rows;
        }
        using var csv = CsvDataReader.Create(path);
        var names = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToArray();
        foreach (var missing in columns.Except(names, StringComparer.Ordinal)) report.Bad(file, 1, $"缺少列 {missing}");
        var nextLine = 2;
        while (csv.Read())
        {
            // A quoted field may hold line breaks, so rows and lines are counted apart.
            var line = nextLine;
            nextLine += 1 + Enumerable.Range(0, csv.RowFieldCount).Sum(i => csv.GetString(i).Count(c => c == '\n'));
            if (csv.RowFieldCount != names.Length)
            {
                report.Bad(file, line, $"应有 {names.Length} 列，现有 {csv.RowFieldCount} 列");
                continue;
            }
            var fields = names.Select((name, i) => (name, csv.GetString(i).Trim())).ToDictionary(f => f.name, f => f.Item2, StringComparer.Ordinal);
            rows.Add(new CsvRow(file, line, fields));
        }
        return rows;
    }
}
