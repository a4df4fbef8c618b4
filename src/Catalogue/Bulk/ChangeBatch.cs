using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Catalogue.Changes;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Changes that came in one file (批量变更单) and are reviewed together.</summary>
internal sealed class ChangeBatch : IOfRegion
{
    internal const int FileNameMaxLength = 120;

    /// <summary>32 hexadecimal digits that grow with time.</summary>
    public required string Id { get; init; }

    /// <summary>The region whose implementing items it changes; none for base items.</summary>
    public required RegionCode Region { get; init; }
    public required string FileName { get; init; }
    public required string Reason { get; init; }
    public required string Basis { get; init; }
    public required DateTimeOffset? EffectiveAt { get; init; }

    /// <summary>How many items it changes.</summary>
    public required int Items { get; init; }

    /// <summary>How many items of the file are as they are in force.</summary>
    public required int Same { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public bool OfBase => Region.Value.Length == 0;
}

internal sealed class ChangeBatchMap : IEntityTypeConfiguration<ChangeBatch>
{
    public void Configure(EntityTypeBuilder<ChangeBatch> builder)
    {
        builder.ToTable("catalogue_change_batches");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).HasMaxLength(ItemChange.IdLength);
        builder.Property(b => b.FileName).HasMaxLength(ChangeBatch.FileNameMaxLength);
        builder.Property(b => b.Reason).HasMaxLength(ItemChange.TextMaxLength);
        builder.Property(b => b.Basis).HasMaxLength(ItemChange.TextMaxLength);
        builder.Property(b => b.CreatedBy).HasMaxLength(ItemChange.PersonMaxLength);
        builder.Ignore(b => b.OfBase);
    }
}
