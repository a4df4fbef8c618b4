using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Directory;

/// <summary>A service point (服务点) at which anybody may hand in for any region of the city (全城通办).</summary>
/// <param name="Code">Its code: the region's 12 characters, a hyphen and two digits.</param>
/// <param name="Name">Its name, such as 余姚市行政服务中心.</param>
/// <param name="Region">The region in which it lies.</param>
public sealed record ServicePoint(string Code, string Name, RegionCode Region)
{
    public const int CodeMaxLength = 16;
    public const int NameMaxLength = 96;

    /// <summary>The first service point of a region. The reference data has no list of points: their names follow from the level.</summary>
    internal static ServicePoint Of(Region region) => new($"{region.Code.Value}-01", region.Code.Level switch
    {
        RegionLevel.City or RegionLevel.County => $"{region.Name}行政服务中心",
        RegionLevel.Zone => $"{region.Name}行政服务中心",
        RegionLevel.Town => $"{region.Name}便民服务中心",
        _ => $"{region.Name}便民服务站",
    }, region.Code);
}

internal sealed class ServicePointMap : IEntityTypeConfiguration<ServicePoint>
{
    public void Configure(EntityTypeBuilder<ServicePoint> builder)
    {
        builder.ToTable("directory_service_points");
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(ServicePoint.CodeMaxLength);
        builder.Property(p => p.Name).HasMaxLength(ServicePoint.NameMaxLength);
        builder.HasIndex(p => p.Region);
    }
}
