using Yiwang.Catalogue.Elements;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>A version of an item as one looks it up.</summary>
/// <param name="Version">Its number.</param>
/// <param name="BaseVersion">The version of the base item that it follows; its own number for a base item.</param>
/// <param name="PublishedAt">When it came into force (UTC).</param>
/// <param name="EndedAt">When it ended (UTC); null while it is in force.</param>
/// <param name="Reason">Why it was published, suspended or ended; the latest of these.</param>
/// <param name="Standing">How it stands: 现行, 暂停办理, 已被替代, 已取消.</param>
public sealed record ItemEdition(int Version, int BaseVersion, DateTimeOffset PublishedAt, DateTimeOffset? EndedAt, string Reason, string Standing);

/// <summary>An item that is no more (已取消).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its last name.</param>
/// <param name="At">When it ended (UTC).</param>
/// <param name="Reason">Why.</param>
public sealed record EndedItem(ItemCode Code, string Name, DateTimeOffset At, string Reason);

/// <summary>Questions about versions that were in force once.</summary>
public interface IItemVersions
{
    /// <summary>An item that was cancelled; null when it is in force or never was.</summary>
    Task<EndedItem?> Ended(ItemCode code, CancellationToken stop);

    /// <summary>The versions of an item as a region carried it out, or of the base item without one, the latest first.</summary>
    Task<IReadOnlyList<ItemEdition>> Of(ItemCode code, RegionCode region, CancellationToken stop);

    /// <summary>What differs between two versions of a region or of the base item, element by element; null when there is no such version.</summary>
    Task<IReadOnlyList<Difference>?> Compare(ItemCode code, RegionCode region, int from, int to, CancellationToken stop);
}
