namespace Yiwang.Kernel.Importing;

/// <summary>A row that cannot be imported.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line on which the row begins, from 1.</param>
/// <param name="Reason">What is wrong, in Chinese.</param>
public sealed record ImportProblem(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>What an import found: every bad row, and how many rows of each kind are good. With one bad row nothing is kept.</summary>
public sealed class ImportReport
{
    private readonly List<ImportProblem> _problems = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>All bad rows, in the order of reading.</summary>
    public IReadOnlyList<ImportProblem> Problems => _problems;

    /// <summary>Good rows by what they are, such as 事项 343.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Reports a bad row.</summary>
    public void Bad(string file, int line, string reason) => _problems.Add(new(file, line, reason));

    /// <summary>Counts good rows.</summary>
    public void Count(string what, int rows) => _counts[what] = _counts.GetValueOrDefault(what) + rows;
}
