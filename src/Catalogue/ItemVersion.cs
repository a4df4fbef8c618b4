using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue;

internal enum ItemState
{
    /// <summary>The version in force.</summary>
    Published,

    /// <summary>A newer version took its place.</summary>
    Superseded,

    /// <summary>The item was withdrawn, with no newer version.</summary>
    Withdrawn,
}

/// <summary>A version of an item as stored: its elements as one document, and the columns that lists search and sort by.</summary>
internal sealed class ItemVersion
{
    public const int NameMaxLength = 200;
    public const int CategoryMaxLength = 32;
    public const int StateMaxLength = 16;

    public required ItemCode Code { get; init; }
    public required int Version { get; init; }
    public ItemState State { get; private set; }
    public required string Name { get; init; }
    public required string Category { get; init; }
    public required string Department { get; init; }
    public required int Popularity { get; init; }
    public required string Elements { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static ItemVersion Publish(ServiceItem item, DateTimeOffset at) => new()
    {
        Code = item.Code,
        Version = item.Version,
        Name = item.Name,
        Category = item.Category,
        Department = item.Department,
        Popularity = item.Popularity,
        Elements = Write(item),
        PublishedAt = at,
    };

    public static string Write(ServiceItem item) => JsonSerializer.Serialize(item, Journal.Json);

    public ServiceItem Read() => JsonSerializer.Deserialize<ServiceItem>(Elements, Journal.Json)!;

    /// <summary>Ends the version: open cases keep it, new ones cannot begin under it.</summary>
    public void End(ItemState how, DateTimeOffset at)
    {
        State = how;
        EndedAt = at;
    }
}

internal sealed class ItemVersionMap : IEntityTypeConfiguration<ItemVersion>
{
    public void Configure(EntityTypeBuilder<ItemVersion> builder)
    {
        builder.ToTable("catalogue_items");
        builder.HasKey(i => new { i.Code, i.Version });
        builder.Property(i => i.State).HasConversion<string>().HasMaxLength(ItemVersion.StateMaxLength);
        builder.Property(i => i.Name).HasMaxLength(ItemVersion.NameMaxLength);
        builder.Property(i => i.Category).HasMaxLength(ItemVersion.CategoryMaxLength);
        builder.Property(i => i.Department).HasMaxLength(24);
        builder.HasIndex(i => i.State);
    }
}
