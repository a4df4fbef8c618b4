using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>
/// A version of an implementing item (实施清单事项): a base item as the organ of one region carries it out. It refers to a version of the base
/// item and holds only what the organ has of its own. A case is bound to it, so versions never change; they only end.
/// </summary>
internal sealed class ImplementingItem : PublishedVersion, IOfRegion
{
    public required ItemCode Code { get; init; }
    public required RegionCode Region { get; init; }

    /// <summary>The version, from 1 in each region.</summary>
    public required int Version { get; init; }

    /// <summary>The version of the base item that it follows. Older than the one in force: the region has not followed (未跟进).</summary>
    public required int BaseVersion { get; init; }

    /// <summary>The organ (实施主体) that decides, by its code such as <c>SCJG@330203</c>.</summary>
    public required string Organ { get; init; }

    /// <summary><see cref="LocalElements"/> as JSON; null when the organ has nothing of its own.</summary>
    public required string? Local { get; init; }

    /// <summary>The item as this organ carries it out, from the version of the base item that it follows.</summary>
    public ServiceItem Read(ServiceItem item) => LocalElements.Read(Local).Apply(item) with { Version = Version, Suspension = Suspension };

    /// <summary>A version of a region.</summary>
    public static ImplementingItem Publish(ItemCode code, RegionCode region, int version, int baseVersion, string organ, LocalElements local, string reason, DateTimeOffset at) => new()
    {
        Code = code, Region = region, Version = version, BaseVersion = baseVersion, Organ = organ, Local = local.Write(), PublishedAt = at, Reason = reason,
    };
}

internal sealed class ImplementingItemMap : IEntityTypeConfiguration<ImplementingItem>
{
    public void Configure(EntityTypeBuilder<ImplementingItem> builder)
    {
        builder.ToTable("catalogue_implementing_items");
        builder.HasKey(i => new { i.Code, i.Region, i.Version });
        builder.Property(i => i.Organ).HasMaxLength(Department.CodeMaxLength);
        PublishedVersion.Map(builder);
        builder.HasIndex(i => new { i.Region, i.EndedAt, i.Code });
    }
}
