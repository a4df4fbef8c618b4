using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Directory;

/// <summary>A service point (服务点) at which anybody may hand in for any region of the city (全城通办).</summary>
/// <param name="Code">Its code: the region's 12 characters, a hyphen and two digits.</param>
/// <param name="Name">Its name, such as 余姚市行政服务中心.</param>
/// <param name="Region">The region in which it lies.</param>
/// <param name="Kind">What it is.</param>
public sealed record ServicePoint(string Code, string Name, RegionCode Region, ServicePointKind Kind)
{
    public const int CodeMaxLength = 16;
    public const int NameMaxLength = 96;
    public const int AddressMaxLength = 160;
    public const int PhoneMaxLength = 32;

    /// <summary>For a department's window: the code of the city's department; empty for all others.</summary>
    public string Department { get; init; } = "";

    /// <summary>Its street address; empty when unknown.</summary>
    public string Address { get; init; } = "";

    /// <summary>Its telephone; empty when unknown.</summary>
    public string Phone { get; init; } = "";

    /// <summary>When it is open on working days.</summary>
    public OpeningHours Hours { get; init; } = OpeningHours.Unknown;

    /// <summary>Whether tickets are given and slots are booked there: in the service centres (行政服务中心), not at stations and single windows.</summary>
    public bool HasQueue => Kind is ServicePointKind.MunicipalHall or ServicePointKind.CountyHall or ServicePointKind.ZoneHall;

    /// <summary>How many windows (窗口) it has; null when unknown.</summary>
    public int? Windows { get; init; }

    /// <summary>Longitude in degrees east, as its source says (WGS-84 or GCJ-02, which differ by about 500 m here); null when unknown.</summary>
    public double? Longitude { get; init; }

    /// <summary>Latitude in degrees north; null when unknown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Whether its position is of low confidence and shown as 示例, such as a district's centre in place of the building.</summary>
    public bool SamplePlace { get; init; }

    /// <summary>Whether what is said of it, such as its hours, is of low confidence and shown as 示例.</summary>
    public bool Sample { get; init; }

    /// <summary>Where it stands; null when unknown.</summary>
    public Position? Position => Latitude is { } latitude && Longitude is { } longitude ? new Position(latitude, longitude) : null;

    /// <summary>The first service point of a region, whose kind and name follow from the region's level.</summary>
    internal static ServicePoint Of(Region region)
    {
        var (kind, name) = region.Code.Level switch
        {
            RegionLevel.City => (ServicePointKind.MunicipalHall, "行政服务中心"),
            RegionLevel.County => (ServicePointKind.CountyHall, "行政服务中心"),
            RegionLevel.Zone => (ServicePointKind.ZoneHall, "行政服务中心"),
            RegionLevel.Town => (ServicePointKind.TownStation, "便民服务中心"),
            _ => (ServicePointKind.VillageStation, "便民服务站"),
        };
        return new($"{region.Code.Value}-01", $"{region.Name}{name}", region.Code, kind) { Sample = region.Sample };
    }
}

internal sealed class ServicePointMap : IEntityTypeConfiguration<ServicePoint>
{
    public void Configure(EntityTypeBuilder<ServicePoint> builder)
    {
        builder.ToTable("directory_service_points");
        builder.HasKey(p => p.Code);
        builder.Ignore(p => p.Position);
        builder.Property(p => p.Code).HasMaxLength(ServicePoint.CodeMaxLength);
        builder.Property(p => p.Name).HasMaxLength(ServicePoint.NameMaxLength);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(24);
        builder.Property(p => p.Department).HasMaxLength(Department.CodeMaxLength);
        builder.Property(p => p.Address).HasMaxLength(ServicePoint.AddressMaxLength);
        builder.Property(p => p.Phone).HasMaxLength(ServicePoint.PhoneMaxLength);
        builder.Property(p => p.Hours).HasConversion(hours => hours.Text, text => OpeningHours.Parse(text)).HasMaxLength(OpeningHours.MaxLength);
        builder.HasIndex(p => p.Region);
    }
}
