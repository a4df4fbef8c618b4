using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Supervision;

/// <summary>How far somebody sees.</summary>
/// <param name="Supervises">Whether the reader supervises, and does not only answer for a department.</param>
/// <param name="Region">The region beyond which nothing is seen; null for none.</param>
/// <param name="Department">The department beyond which nothing is seen; null for none.</param>
internal readonly record struct Sight(bool Supervises, RegionCode? Region, string? Department)
{
    /// <summary>What everybody may know: figures without anybody's data.</summary>
    internal static Sight Public { get; } = new(false, null, null);
}

/// <summary>
/// How far who is signed in sees: a supervisor of the city everything, one of a county what concerns the county's departments, others what concerns
/// their own department, or all departments of the region where they work for all of them.
/// </summary>
internal sealed class CurrentSight(CurrentActor current)
{
    internal Sight Now
    {
        get
        {
            var (actor, region) = (current.Actor, current.Actor.Region.County);
            if (actor.Posts.Contains(Policies.Supervisor, StringComparer.Ordinal)) return new(true, region.Level is RegionLevel.City ? null : region, null);
            return new(false, region, Actor.IsAllDepartments(actor.Department) ? null : actor.Department ?? "");
        }
    }
}
