using Microsoft.EntityFrameworkCore.Metadata.Builders;

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

/// <summary>How a version of a base item or an implementing item stands. Its elements never change; it is suspended, resumed, and ends.</summary>
internal abstract class PublishedVersion
{
    public const int StateMaxLength = 16;
    public const int ReasonMaxLength = 300;

    public ItemState State { get; private set; }
    public required DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Since when <see cref="State"/> holds, where it is not the first.</summary>
    public DateTimeOffset? StateSince { get; private set; }

    /// <summary>Why it was published, suspended or ended; the latest of these.</summary>
    public required string Reason { get; set; }

    /// <summary>Whether it is the version in force, suspended or not.</summary>
    public bool InForce => EndedAt is null;

    /// <summary>Why nobody can apply for now; null while one can.</summary>
    public Suspension? Suspension => State is ItemState.Suspended ? new(Reason, StateSince ?? PublishedAt) : null;

    /// <summary>Ends the version: open cases keep it, new ones cannot begin under it.</summary>
    public void End(ItemState how, DateTimeOffset at, string? reason = null)
    {
        EndedAt = at;
        Become(how, at, reason ?? Reason);
    }

    /// <summary>Suspends it (暂停): open cases go on, new ones cannot begin.</summary>
    public void Suspend(string reason, DateTimeOffset at) => Become(ItemState.Suspended, at, reason);

    /// <summary>Resumes it (恢复).</summary>
    public void Resume(string reason, DateTimeOffset at) => Become(ItemState.Published, at, reason);

    /// <summary>Takes over that the version before was suspended: a newer version does not resume an item.</summary>
    public void StaySuspended(PublishedVersion before)
    {
        if (before.Suspension is { } suspension) Suspend(suspension.Reason, suspension.Since);
    }

    private void Become(ItemState state, DateTimeOffset at, string reason) => (State, StateSince, Reason) = (state, at, reason);

    /// <summary>Maps what both kinds of versions have.</summary>
    internal static void Map<T>(EntityTypeBuilder<T> builder) where T : PublishedVersion
    {
        builder.Property(v => v.State).HasConversion<string>().HasMaxLength(StateMaxLength);
        builder.Property(v => v.Reason).HasMaxLength(ReasonMaxLength);
        builder.Ignore(v => v.InForce).Ignore(v => v.Suspension);
    }
}
