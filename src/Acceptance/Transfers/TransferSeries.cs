using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Acceptance.Transfers;

/// <summary>How far the numbers of a sender's slips are given out in a year.</summary>
internal sealed class TransferSeries
{
    public required string From { get; init; }
    public required int Year { get; init; }
    public int Given { get; private set; }
}

internal sealed class TransferSeriesMap : IEntityTypeConfiguration<TransferSeries>
{
    public void Configure(EntityTypeBuilder<TransferSeries> builder)
    {
        builder.ToTable("acceptance_transfer_series");
        builder.HasKey(s => new { s.From, s.Year });
        builder.Property(s => s.From).HasMaxLength(24);
    }
}
