using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>
/// A version of an implementing item (实施清单事项): a base item as the organ of one region carries it out. It refers to a version of the base
/// item and holds only what the organ has of its own. A case is bound to it, so versions never change; they only end.
/// </summary>
internal sealed class ImplementingItem
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
    public ItemState State { get; private set; }
    public required DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Since when <see cref="State"/> holds, where it is not the first.</summary>
    public DateTimeOffset? StateSince { get; private set; }

    /// <summary>Why it was published, suspended or ended; the latest of these.</summary>
    public required string Reason { get; set; }

    /// <summary>Whether it is the version in force, suspended or not.</summary>
    public bool InForce => EndedAt is null;

    /// <summary>The item as this organ carries it out, from the version of the base item that it follows.</summary>
    public ServiceItem Read(ServiceItem item)
    {
        var applied = LocalElements.Read(Local).Apply(item) with { Version = Version };
        return State is ItemState.Suspended ? applied with { Suspension = new(Reason, StateSince ?? PublishedAt) } : applied;
    }

    /// <summary>The next version: a suspended one stays so.</summary>
    public ImplementingItem Next(int baseVersion, string organ, LocalElements local, string reason, DateTimeOffset at) => new()
    {
        Code = Code, Region = Region, Version = Version + 1, BaseVersion = baseVersion, Organ = organ, Local = local.Write(), PublishedAt = at,
        State = State is ItemState.Suspended ? ItemState.Suspended : ItemState.Published, StateSince = State is ItemState.Suspended ? StateSince : null,
        Reason = State is ItemState.Suspended ? Reason : reason,
    };

    /// <summary>Ends the version: open cases keep it, new ones cannot begin under it.</summary>
    public void End(ItemState how, DateTimeOffset at, string? reason = null) => (State, EndedAt, StateSince, Reason) = (how, at, at, reason ?? Reason);

    /// <summary>Suspends it (暂停): open cases go on, new ones cannot begin.</summary>
    public void Suspend(string reason, DateTimeOffset at) => (State, StateSince, Reason) = (ItemState.Suspended, at, reason);

    /// <summary>Resumes it (恢复).</summary>
    public void Resume(string reason, DateTimeOffset at) => (State, StateSince, Reason) = (ItemState.Published, at, reason);
}

internal sealed class ImplementingItemMap : IEntityTypeConfiguration<ImplementingItem>
{
    public void Configure(EntityTypeBuilder<ImplementingItem> builder)
    {
        builder.ToTable("catalogue_implementing_items");
        builder.HasKey(i => new { i.Code, i.Region, i.Version });
        builder.Property(i => i.Organ).HasMaxLength(Department.CodeMaxLength);
        builder.Property(i => i.State).HasConversion<string>().HasMaxLength(ItemVersion.StateMaxLength);
        builder.Property(i => i.Reason).HasMaxLength(ItemVersion.ReasonMaxLength);
        builder.Ignore(i => i.InForce);
        builder.HasIndex(i => new { i.Region, i.EndedAt, i.Code });
    }
}
