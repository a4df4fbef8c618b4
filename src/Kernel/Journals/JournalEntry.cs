using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Kernel.Journals;

/// <summary>One fact in the journal (全程留痕). Written once, in the transaction that made it true; never changed.</summary>
public sealed class JournalEntry
{
    public const int StreamMaxLength = 64;
    public const int KindMaxLength = 64;
    public const int ActorMaxLength = 96;

    /// <summary>Global order. Readers go by it.</summary>
    public long Position { get; private set; }

    /// <summary>What the fact is about, such as <c>case/330203…</c>.</summary>
    public required string Stream { get; init; }

    /// <summary>1, 2, 3 … inside the stream, without gaps; unique, so two writers cannot both be next.</summary>
    public int Version { get; internal set; }

    /// <summary>The kind of fact, such as <c>acceptance.case-submitted</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The fact as JSON, kept as text so that the hash is over what was written.</summary>
    public required string Data { get; init; }

    /// <summary>Who did it: kind and opaque id.</summary>
    public required string Actor { get; init; }

    /// <summary>When it was done (UTC, to the microsecond).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 (hex) over the stream's previous hash and this row's canonical content.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>Whether no earlier entry of the stream can exist, so that none is looked for.</summary>
    internal bool OpensStream { get; init; }
}

internal sealed class JournalEntryMap : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("journal");
        builder.HasKey(e => e.Position);
        builder.Property(e => e.Position).ValueGeneratedOnAdd();
        builder.Property(e => e.Stream).HasMaxLength(JournalEntry.StreamMaxLength);
        builder.Property(e => e.Kind).HasMaxLength(JournalEntry.KindMaxLength);
        builder.Property(e => e.Actor).HasMaxLength(JournalEntry.ActorMaxLength);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.Ignore(e => e.OpensStream);
        builder.HasIndex(e => new { e.Stream, e.Version }).IsUnique();
        builder.HasIndex(e => new { e.Kind, e.Position });
    }
}
