using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue;

/// <summary>A version of an item as stored: its elements as one document, and the columns that lists search and sort by.</summary>
internal sealed class ItemVersion : PublishedVersion
{
    public const int NameMaxLength = 200;
    public const int CategoryMaxLength = 32;
    public const int DigestLength = 64;

    public required ItemCode Code { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required string Category { get; init; }
    public required string Department { get; init; }
    public required int Popularity { get; init; }

    /// <summary>The levels that exercise it, joined by commas.</summary>
    public required string Levels { get; init; }
    public required string Elements { get; init; }
    /// <summary>The digest of what the last import brought of this item; empty for items that no import has brought.</summary>
    public required string ImportedAs { get; set; }

    public static ItemVersion Publish(ServiceItem item, DateTimeOffset at, string reason, string importedAs) => new()
    {
        Reason = reason,
        ImportedAs = importedAs,
        Code = item.Code,
        Version = item.Version,
        Name = item.Name,
        Category = item.Category,
        Department = item.Department,
        Popularity = item.Popularity,
        Levels = string.Join(',', item.Levels),
        Elements = Write(item),
        PublishedAt = at,
    };

    public static string Write(ServiceItem item) => JsonSerializer.Serialize(item with { Suspension = null }, Journal.Json);

    /// <summary>The elements, and why it is suspended, if it is.</summary>
    public ServiceItem Read() => JsonSerializer.Deserialize<ServiceItem>(Elements, Journal.Json)! with { Suspension = Suspension };
}

internal sealed class ItemVersionMap : IEntityTypeConfiguration<ItemVersion>
{
    public void Configure(EntityTypeBuilder<ItemVersion> builder)
    {
        builder.ToTable("catalogue_items");
        builder.HasKey(i => new { i.Code, i.Version });
        PublishedVersion.Map(builder);
        builder.Property(i => i.Name).HasMaxLength(ItemVersion.NameMaxLength);
        builder.Property(i => i.Category).HasMaxLength(ItemVersion.CategoryMaxLength);
        builder.Property(i => i.Department).HasMaxLength(24);
        builder.Property(i => i.Levels).HasMaxLength(80);
        builder.Property(i => i.ImportedAs).HasMaxLength(ItemVersion.DigestLength);
        builder.HasIndex(i => new { i.EndedAt, i.Code });
    }
}
