using Yiwang.Catalogue.Elements;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Something wrong in a file of items.</summary>
/// <param name="Where">Where it stands, as one finds it in the file.</param>
/// <param name="Item">The item's code or placeholder; empty where it concerns no single item.</param>
/// <param name="Message">What is wrong.</param>
public sealed record BulkProblem(string Where, string Item, string Message);

/// <summary>A value in a file, and where it stands.</summary>
internal sealed record BulkValue(ElementValue Value, string Where);

/// <summary>An item in a file.</summary>
/// <param name="Key">Its code, or a placeholder for a new item.</param>
/// <param name="Where">Where it stands.</param>
internal sealed record BulkEntry(string Key, string Where)
{
    /// <summary>What its columns say that are no elements.</summary>
    internal Dictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>The elements that the file speaks of, by name; the others stay as they are.</summary>
    internal Dictionary<string, BulkValue> Values { get; } = new(StringComparer.Ordinal);
}

/// <summary>What was read from a file: its items, and all that is wrong with its form.</summary>
internal sealed class BulkFile
{
    internal List<BulkEntry> Entries { get; } = [];
    internal List<BulkProblem> Problems { get; } = [];

    internal void Bad(string where, string item, string message) => Problems.Add(new(where, item, message));
}

/// <summary>A sheet of a file, as texts.</summary>
/// <param name="Name">What it is called; empty for the one of a CSV file.</param>
/// <param name="Header">The names of its columns.</param>
/// <param name="Rows">Its rows, each with its number as a spreadsheet counts.</param>
internal sealed record BulkSheet(string Name, IReadOnlyList<string> Header, IReadOnlyList<(int Row, IReadOnlyList<string> Cells)> Rows)
{
    internal string At(int row) => Name.Length > 0 ? $"“{Name}”第 {row} 行" : $"第 {row} 行";
}
