using Yiwang.Kernel.Actors;

namespace Yiwang.Handling;

/// <summary>Which tasks an official may see and act on: those of the own region, and of the own department unless the post is for all of it.</summary>
internal static class HandlingAccess
{
    /// <summary>The department of an official who works for all departments of a region.</summary>
    internal const string AllDepartments = "*";

    internal static bool May(Actor official, HandlingTask task) =>
        official.Kind == Actor.OfficialKind && official.Region == task.Region
        && (official.Department == task.Department || official.Department?.StartsWith(AllDepartments, StringComparison.Ordinal) is true);

    /// <summary>The tasks that an official may see.</summary>
    internal static IQueryable<HandlingTask> VisibleTo(this IQueryable<HandlingTask> tasks, Actor official)
    {
        var (region, department) = (official.Region, official.Department ?? "");
        var inRegion = tasks.Where(t => t.Region == region);
        return department.StartsWith(AllDepartments, StringComparison.Ordinal) ? inRegion : inRegion.Where(t => t.Department == department);
    }
}
