using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Supervision.Figures;

/// <summary>How finely a tally counts: what is asked for often is kept ready at the width in which it is asked for.</summary>
internal enum Grain
{
    /// <summary>An hour by region and department.</summary>
    Hour,

    /// <summary>A day by region, department, item, channel and window: all that there is.</summary>
    Day,

    /// <summary>A day by region, department and channel.</summary>
    Department,

    /// <summary>A month by region, department and item.</summary>
    Item,

    /// <summary>A month by region, department and window (服务窗口).</summary>
    Point,
}

/// <summary>What is told apart; empty where the grain does not. All tell departments apart, so that each department can be counted again by itself.</summary>
/// <param name="Grain">How finely.</param>
/// <param name="Period">The month, day or hour in Ningbo, such as <c>2026-11-26T09</c>.</param>
/// <param name="Region">The county, or the city, whose department decides.</param>
/// <param name="Department">The department's code.</param>
/// <param name="Item">The item's code.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Point">The service point at which the case was handed in.</param>
internal readonly record struct TallyKey(Grain Grain, string Period, string Region, string Department, string Item = "", string Channel = "", string Point = "");

/// <summary>办件统计: counts kept by the reader of the journal; each equals what the watched cases say (a test counts again).</summary>
internal sealed class Tally
{
    public required Grain Grain { get; init; }
    public required string Period { get; init; }
    public required string Region { get; init; }
    public required string Department { get; init; }
    public required string Item { get; init; }
    public required string Channel { get; init; }
    public required string Point { get; init; }

    public int Submitted { get; init; }
    public int Online { get; init; }
    public int Accepted { get; init; }
    public int Corrections { get; init; }
    public int Granted { get; init; }
    public int Refused { get; init; }
    public int Declined { get; init; }
    public int Stopped { get; init; }
    public int Early { get; init; }
    public int OnTime { get; init; }
    public int Late { get; init; }
    public int OneVisit { get; init; }
    public int Days { get; init; }
    public int PromisedDays { get; init; }
    public int Rated { get; init; }
    public int BadlyRated { get; init; }

    internal TallyKey Key => new(Grain, Period, Region, Department, Item, Channel, Point);

    /// <summary>The counts, in the order of <see cref="Measure"/>.</summary>
    internal int[] Counts => [Submitted, Online, Accepted, Corrections, Granted, Refused, Declined, Stopped, Early, OnTime, Late, OneVisit, Days, PromisedDays, Rated, BadlyRated];
}

internal sealed class TallyMap : IEntityTypeConfiguration<Tally>
{
    internal const string Table = "supervision_tallies";

    public void Configure(EntityTypeBuilder<Tally> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(t => new { t.Grain, t.Period, t.Region, t.Department, t.Item, t.Channel, t.Point });
        builder.Property(t => t.Grain).HasConversion<string>().HasMaxLength(12);
        builder.Property(t => t.Period).HasMaxLength(13);
        builder.Property(t => t.Region).HasMaxLength(RegionCode.MaxLength);
        builder.Property(t => t.Department).HasMaxLength(24);
        builder.Property(t => t.Item).HasMaxLength(ItemCode.MaxLength);
        builder.Property(t => t.Channel).HasMaxLength(16);
        builder.Property(t => t.Point).HasMaxLength(32);
        builder.HasIndex(t => new { t.Department, t.Grain });
    }
}
