using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Lists;

/// <summary>A row of a list that a region published itself (部门责任清单, 企业投资负面清单, 财政专项资金管理清单). A list is published as a whole.</summary>
internal sealed class RegionListRow
{
    public required RegionCode Region { get; init; }

    /// <summary>The list's file name without its ending.</summary>
    public required string List { get; init; }
    public required string Id { get; init; }
    public required string Title { get; set; }

    /// <summary>The city's department of the kind; empty where the list has none.</summary>
    public required string Department { get; set; }

    /// <summary>All columns as a JSON object, named as in the reference data.</summary>
    public required string Fields { get; set; }

    /// <summary>When the list was published that it stands in.</summary>
    public required DateTimeOffset PublishedAt { get; set; }
}

internal sealed class RegionListRowMap : IEntityTypeConfiguration<RegionListRow>
{
    public void Configure(EntityTypeBuilder<RegionListRow> builder)
    {
        builder.ToTable("catalogue_region_lists");
        builder.HasKey(r => new { r.Region, r.List, r.Id });
        builder.Property(r => r.List).HasMaxLength(32);
        builder.Property(r => r.Id).HasMaxLength(ListRow.IdMaxLength);
        builder.Property(r => r.Title).HasMaxLength(ListRow.TitleMaxLength);
        builder.Property(r => r.Department).HasMaxLength(ListRow.DepartmentMaxLength);
    }
}
