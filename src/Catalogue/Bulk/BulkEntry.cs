using Yiwang.Catalogue.Elements;
using Yiwang.Kernel.Sheets;

namespace Yiwang.Catalogue.Bulk;

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
    /// <summary>What is said of an entry that names no item.</summary>
    internal const string NoKey = "没有填事项编码；新增事项可写“新1”“新2”";

    internal List<BulkEntry> Entries { get; } = [];
    internal List<SheetProblem> Problems { get; } = [];

    internal void Bad(string where, string item, string message) => Problems.Add(new(where, item, message));
}
