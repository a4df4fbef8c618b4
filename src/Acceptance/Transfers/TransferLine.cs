using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Transfers;

/// <summary>A case on a slip.</summary>
internal sealed class TransferLine
{
    public const int WhatMaxLength = 200;

    public required Guid Slip { get; init; }
    public required CaseNumber Case { get; init; }
    public required TransferKind Kind { get; init; }
    public required string ItemName { get; init; }

    /// <summary>What is in the envelope.</summary>
    public required string What { get; init; }

    /// <summary>Sheets or copies, as the sender counted them.</summary>
    public required int Copies { get; init; }

    /// <summary>1; one more for each time that it was sent before and did not come.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whether the receiver missed it.</summary>
    public bool Missing { get; set; }
}

internal sealed class TransferLineMap : IEntityTypeConfiguration<TransferLine>
{
    public void Configure(EntityTypeBuilder<TransferLine> builder)
    {
        builder.ToTable("acceptance_transfer_lines");
        builder.HasKey(l => new { l.Slip, l.Case });
        builder.Property(l => l.Kind).HasConversion<string>().HasMaxLength(8);
        builder.Property(l => l.ItemName).HasMaxLength(200);
        builder.Property(l => l.What).HasMaxLength(TransferLine.WhatMaxLength);
        builder.HasIndex(l => new { l.Case, l.Kind, l.Attempt }).IsUnique();
    }
}
