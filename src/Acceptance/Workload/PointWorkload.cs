using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Workload;

/// <summary>What a service point did in a month for the departments of a region (通办工作量): kept by a journal reader.</summary>
internal sealed class PointWorkload
{
    /// <summary>The first day of the month, in Ningbo.</summary>
    public required DateOnly Month { get; init; }

    public required string Point { get; init; }
    public required string PointName { get; init; }
    public required RegionCode PointRegion { get; init; }

    /// <summary>The region whose departments decide.</summary>
    public required RegionCode Deciding { get; init; }

    /// <summary>Cases that were handed in there.</summary>
    public int Received { get; set; }

    /// <summary>Results that were handed over there.</summary>
    public int HandedOver { get; set; }
}

internal sealed class PointWorkloadMap : IEntityTypeConfiguration<PointWorkload>
{
    public void Configure(EntityTypeBuilder<PointWorkload> builder)
    {
        builder.ToTable("acceptance_workload");
        builder.HasKey(w => new { w.Month, w.Point, w.Deciding });
        builder.Property(w => w.Point).HasMaxLength(ServicePoint.CodeMaxLength);
        builder.Property(w => w.PointName).HasMaxLength(ServicePoint.NameMaxLength);
    }
}
