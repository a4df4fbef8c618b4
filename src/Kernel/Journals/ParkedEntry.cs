using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Kernel.Journals;

/// <summary>An entry that a reader could not take and has put aside, with what came after it in the same stream, so that all other streams go on.</summary>
public sealed class ParkedEntry
{
    internal const int ReasonMaxLength = 200;

    /// <summary>The reader's name.</summary>
    public required string Reader { get; init; }

    /// <summary>The entry.</summary>
    public required long Position { get; init; }

    /// <summary>Its stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind of error, which names nobody; empty for one that waits because an earlier one does.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was put aside (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    internal static ParkedEntry Of(string reader, JournalEntry entry, string reason, DateTimeOffset at) =>
        new() { Reader = reader, Position = entry.Position, Stream = entry.Stream, Kind = entry.Kind, Reason = reason.Length > ReasonMaxLength ? reason[..ReasonMaxLength] : reason, At = at };
}

internal sealed class ParkedEntryMap : IEntityTypeConfiguration<ParkedEntry>
{
    public void Configure(EntityTypeBuilder<ParkedEntry> builder)
    {
        builder.ToTable("journal_parked");
        builder.HasKey(p => new { p.Reader, p.Position });
        builder.Property(p => p.Position).ValueGeneratedNever();
        builder.Property(p => p.Reader).HasMaxLength(64);
        builder.Property(p => p.Stream).HasMaxLength(JournalEntry.StreamMaxLength);
        builder.Property(p => p.Kind).HasMaxLength(JournalEntry.KindMaxLength);
        builder.Property(p => p.Reason).HasMaxLength(ParkedEntry.ReasonMaxLength);
        builder.HasIndex(p => new { p.Reader, p.Stream });
    }
}
