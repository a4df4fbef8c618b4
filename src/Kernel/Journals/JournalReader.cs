using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Kernel.Journals;

/// <summary>
/// Reads the journal from its own checkpoint. What it writes to the database is committed together with the checkpoint, so
/// its effect there is exactly once; effects elsewhere must be idempotent.
/// </summary>
public interface IJournalReader
{
    /// <summary>The stable name of the checkpoint.</summary>
    static abstract string Name { get; }

    /// <summary>The kinds of facts that it wants.</summary>
    static abstract IReadOnlyCollection<string> Kinds { get; }

    /// <summary>
    /// How long it lets entries gather after a batch that took all there was. Each batch is a transaction; where nobody waits for the effect, fewer
    /// and larger ones leave more of the database to those who do.
    /// </summary>
    static virtual TimeSpan Gather => TimeSpan.Zero;

    /// <summary>
    /// After how many failures in a row an entry is put aside, so that the other streams go on; 0 for never. Whoever allows it must be able to take a
    /// stream's entries later than those of others.
    /// </summary>
    static virtual int ParkAfter => 0;

    /// <summary>
    /// Takes entries in their order. It adds its changes to the context of its scope and does not save. An exception stops the reader
    /// until it succeeds; the entries then come one by one, so that those before the one that fails are kept.
    /// </summary>
    Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop);
}

/// <summary>How far a reader has come, and which node works for it now.</summary>
public sealed class JournalCheckpoint
{
    /// <summary>The reader's name.</summary>
    public required string Reader { get; init; }

    /// <summary>The last position that it has taken.</summary>
    public long Position { get; internal set; }

    /// <summary>The node that holds the lease; null when free.</summary>
    public string? LeaseOwner { get; internal set; }

    /// <summary>When the lease ends unless it is renewed (UTC).</summary>
    public DateTimeOffset LeaseUntil { get; internal set; }
}

internal sealed class JournalCheckpointMap : IEntityTypeConfiguration<JournalCheckpoint>
{
    public void Configure(EntityTypeBuilder<JournalCheckpoint> builder)
    {
        builder.ToTable("journal_checkpoints");
        builder.HasKey(c => c.Reader);
        builder.Property(c => c.Reader).HasMaxLength(64);
        builder.Property(c => c.LeaseOwner).HasMaxLength(64);
    }
}
