using Yiwang.Kernel.Actors;

namespace Yiwang.Handling;

/// <summary>Which tasks an official may see and act on: those of the own region, and of the own department unless the post is for all of it.</summary>
internal static class HandlingAccess
{
    internal static bool May(Actor official, HandlingTask task) =>
        official.Kind == Actor.OfficialKind && official.Region == task.Region
        && (official.Department == task.Department || Actor.IsAllDepartments(official.Department));

    /// <summary>The tasks that an official may see.</summary>
    internal static IQueryable<HandlingTask> VisibleTo(this IQueryable<HandlingTask> tasks, Actor official)
    {
        var (region, department) = (official.Region, official.Department ?? "");
        var inRegion = tasks.Where(t => t.Region == region);
        return Actor.IsAllDepartments(department) ? inRegion : inRegion.Where(t => t.Department == department);
    }
}
