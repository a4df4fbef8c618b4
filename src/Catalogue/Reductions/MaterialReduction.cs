using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Reductions;

/// <summary>In which way a material is asked for less than before.</summary>
public enum ReductionKind
{
    /// <summary>取消: not asked for any more.</summary>
    Dropped,

    /// <summary>以证照代替: an electronic licence replaces it, which is looked up.</summary>
    Licence,

    /// <summary>改为非必要: may be handed in, need not be.</summary>
    Optional,

    /// <summary>可容缺后补: may follow later.</summary>
    Deferrable,
}

/// <summary>
/// A material that an item asks for less than before (材料精简), as it is published: since when and why. Written with the version that brought
/// it, and ended by the one that asks for it again.
/// </summary>
internal sealed class MaterialReduction
{
    public const int IdMaxLength = 64;

    /// <summary>The item's code, the region where it is the region's alone, and a running number: <c>XK-SCJG-004.01</c>, <c>XK-SCJG-004@330203.01</c>.</summary>
    public required string Id { get; init; }
    public required ItemCode Code { get; init; }

    /// <summary>The region that spares it; none where the base item does, for all regions.</summary>
    public required RegionCode Region { get; init; }

    /// <summary>The item's name in the version in force.</summary>
    public required string ItemName { get; set; }

    /// <summary>The city's department of the kind.</summary>
    public required string Department { get; set; }
    public required string Material { get; init; }

    /// <summary>Whether the item's materials are of low confidence and shown as 示例.</summary>
    public required bool Sample { get; set; }
    public required ReductionKind Kind { get; init; }

    /// <summary>The code of the licence that replaces it; null when none does.</summary>
    public required string? Licence { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it was asked for again, or the item ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset at) => EndedAt ??= at;

    internal static string IdOf(ItemCode code, RegionCode region, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{code.Value}{(region.Value.Length > 0 ? $"@{region.ShortForm}" : "")}.{number:00}");
}

internal sealed class MaterialReductionMap : IEntityTypeConfiguration<MaterialReduction>
{
    public void Configure(EntityTypeBuilder<MaterialReduction> builder)
    {
        builder.ToTable("catalogue_material_reductions");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).HasMaxLength(MaterialReduction.IdMaxLength);
        builder.Property(r => r.ItemName).HasMaxLength(ItemVersion.NameMaxLength);
        builder.Property(r => r.Department).HasMaxLength(ListRow.DepartmentMaxLength);
        builder.Property(r => r.Material).HasMaxLength(300);
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(12);
        builder.Property(r => r.Licence).HasMaxLength(ListRow.IdMaxLength);
        builder.Property(r => r.Reason).HasMaxLength(PublishedVersion.ReasonMaxLength);
        builder.HasIndex(r => r.Code);
        builder.HasIndex(r => new { r.Region, r.EndedAt, r.Id });
    }
}
