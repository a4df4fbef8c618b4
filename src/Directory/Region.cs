using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Directory;

/// <summary>A region (行政区划) of the city: the city itself, a county or district, a development zone, a town, a village.</summary>
/// <param name="Code">Its code (GB/T 2260, GB/T 10114, or the local code of a zone).</param>
/// <param name="Name">Its name, such as 海曙区.</param>
/// <param name="FullName">Its name with all above it.</param>
/// <param name="Kind">What it is, such as 市辖区, 镇, 村(村委会).</param>
/// <param name="Parent">The region above; none for the province.</param>
/// <param name="Current">Whether it exists today; others are kept for old numbers.</param>
/// <param name="HasStation">Whether it has a service point of its own: city, counties and zones their hall, streets and towns their 便民服务中心, villages their 便民服务站. Areas that only statistics know (统计用区) have none.</param>
/// <param name="Sample">Whether its data is of low confidence and shown as 示例.</param>
public sealed record Region(RegionCode Code, string Name, string FullName, string Kind, RegionCode Parent, bool Current, bool HasStation, bool Sample)
{
    public const int NameMaxLength = 64;
    public const int FullNameMaxLength = 128;
}

internal sealed class RegionMap : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("directory_regions");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Name).HasMaxLength(Region.NameMaxLength);
        builder.Property(r => r.FullName).HasMaxLength(Region.FullNameMaxLength);
        builder.Property(r => r.Kind).HasMaxLength(Region.NameMaxLength);
        builder.HasIndex(r => r.Parent);
    }
}
