using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Supervision.Watch;

/// <summary>What an item is called, as the case that was handed in last said.</summary>
internal sealed class WatchedItem
{
    public required ItemCode Code { get; init; }
    public required string Name { get; set; }
}

internal sealed class WatchedItemMap : IEntityTypeConfiguration<WatchedItem>
{
    public void Configure(EntityTypeBuilder<WatchedItem> builder)
    {
        builder.ToTable("supervision_items");
        builder.HasKey(i => i.Code);
        builder.Property(i => i.Name).HasMaxLength(200);
    }
}
