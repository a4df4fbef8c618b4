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

    /// <summary>In force, but nobody can apply for now (暂停).</summary>
    Suspended,

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
    public const int ReasonMaxLength = 300;
    public const int DigestLength = 64;

    public required ItemCode Code { get; init; }
    public required int Version { get; init; }
    public ItemState State { get; private set; }
    public required string Name { get; init; }
    public required string Category { get; init; }
    public required string Department { get; init; }
    public required int Popularity { get; init; }

    /// <summary>The levels that exercise it, joined by commas.</summary>
    public required string Levels { get; init; }
    public required string Elements { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Since when <see cref="State"/> holds, where it is not the first.</summary>
    public DateTimeOffset? StateSince { get; private set; }

    /// <summary>Why it was published, suspended or ended; the latest of these.</summary>
    public required string Reason { get; set; }

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
    public ServiceItem Read()
    {
        var item = JsonSerializer.Deserialize<ServiceItem>(Elements, Journal.Json)!;
        return State is ItemState.Suspended ? item with { Suspension = new(Reason, StateSince ?? PublishedAt) } : item;
    }

    /// <summary>Whether it is the version in force, suspended or not.</summary>
    public bool InForce => EndedAt is null;

    /// <summary>Ends the version: open cases keep it, new ones cannot begin under it.</summary>
    public void End(ItemState how, DateTimeOffset at, string? reason = null) => (State, EndedAt, StateSince, Reason) = (how, at, at, reason ?? Reason);

    /// <summary>Suspends it (暂停): open cases go on, new ones cannot begin.</summary>
    public void Suspend(string reason, DateTimeOffset at) => (State, StateSince, Reason) = (ItemState.Suspended, at, reason);

    /// <summary>Resumes it (恢复).</summary>
    public void Resume(string reason, DateTimeOffset at) => (State, StateSince, Reason) = (ItemState.Published, at, reason);
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
        builder.Property(i => i.Levels).HasMaxLength(80);
        builder.Property(i => i.Reason).HasMaxLength(ItemVersion.ReasonMaxLength);
        builder.Property(i => i.ImportedAs).HasMaxLength(ItemVersion.DigestLength);
        builder.Ignore(i => i.InForce);
        builder.HasIndex(i => new { i.EndedAt, i.Code });
    }
}
