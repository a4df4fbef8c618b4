namespace Yiwang.Kernel.Journals;

/// <summary>
/// Follows the journal on every node by itself, for what a node keeps outside the database, such as memory and its own files. It has no
/// checkpoint in the database: it says itself from where on it has to be told. What it is told must be idempotent.
/// </summary>
public interface IJournalFollower
{
    /// <summary>The kinds of facts that it wants.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>
    /// The position up to which it knows everything. Asked once, when the node starts. What lives in memory alone forgets all it knows and
    /// answers with <see cref="JournalEnd.Settled"/>, asked before it forgot.
    /// </summary>
    Task<long> Begin(CancellationToken stop);

    /// <summary>Takes entries in their order. An exception brings the same entries again later.</summary>
    Task Follow(IReadOnlyList<JournalEntry> entries, CancellationToken stop);
}
