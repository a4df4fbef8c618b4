namespace Yiwang.Kernel.Sheets;

/// <summary>Something wrong in a file.</summary>
/// <param name="Where">Where it stands, as one finds it in the file; empty for the whole file.</param>
/// <param name="Key">The code or number of the row; empty where it concerns no single one.</param>
/// <param name="Message">What is wrong.</param>
public sealed record SheetProblem(string Where, string Key, string Message);

/// <summary>A sheet of a workbook, or a CSV file, as texts.</summary>
/// <param name="Name">What it is called; empty for a CSV file.</param>
/// <param name="Header">The names of its columns.</param>
/// <param name="Rows">Its rows, each with its number as a spreadsheet counts.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Header, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Where a row stands, in words.</summary>
    public string At(int row) => Name.Length > 0 ? $"“{Name}”第 {row} 行" : $"第 {row} 行";

    /// <summary>The rows that say anything.</summary>
    public IEnumerable<SheetRow> Filled => Rows.Where(r => r.Cells.Any(c => c.Length > 0));

    /// <summary>The position of a column; -1 when there is none.</summary>
    public int Column(string label) => Array.IndexOf([.. Header], label);

    /// <summary>What is wrong with the header: columns that are missing, unknown or twice there.</summary>
    public IEnumerable<SheetProblem> HeaderProblems(IReadOnlyCollection<string> required, IReadOnlyCollection<string> others)
    {
        foreach (var missing in required.Except(Header, StringComparer.Ordinal)) yield return new(At(1), "", $"没有“{missing}”这一列");
        foreach (var unknown in Header.Except(required, StringComparer.Ordinal).Except(others, StringComparer.Ordinal)) yield return new(At(1), "", $"不认识的列“{Short(unknown)}”");
        foreach (var twice in Header.GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1)) yield return new(At(1), "", $"列“{Short(twice.Key)}”重复");
    }

    private const int ShortLength = 20;

    private static string Short(string text) => text.Length > ShortLength ? $"{text[..ShortLength]}…" : text;

    /// <summary>What is wrong with a row's width; null when nothing is.</summary>
    public string? WidthProblem(SheetRow row) => row.Cells.Count > Header.Count ? $"应有 {Header.Count} 列，现有 {row.Cells.Count} 列" : null;
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Its number as a spreadsheet counts.</param>
/// <param name="Cells">Its cells; those at the end that are empty may be left out.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>A cell; empty where there is none.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}
