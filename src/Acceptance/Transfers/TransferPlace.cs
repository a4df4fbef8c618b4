using Yiwang.Directory;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Transfers;

/// <summary>Where papers come from or go to: a service point, or a department.</summary>
/// <param name="Code">The code of the point, or of the department such as SCJG@330203.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">The region in which it lies.</param>
internal sealed record TransferPlace(string Code, string Name, RegionCode Region)
{
    /// <summary>A service point as a place.</summary>
    internal static TransferPlace Of(ServicePoint point) => new(point.Code, point.Name, point.Region);

    /// <summary>Whether an official of a window or of a department acts for a place: the own service point; a department of the own region, whose papers its hall takes in and gives out too.</summary>
    internal static bool Is(Actor official, string code, RegionCode region) =>
        official.Kind == Actor.OfficialKind && official.Posts.Any(p => p is Policies.Window or Policies.Handler) && (official.ServicePoint == code || (IsDepartment(code) && official.Region == region && MayFor(official.Department, code)));

    /// <summary>Codes of points hold a hyphen, those of departments none.</summary>
    internal static bool IsDepartment(string code) => !code.Contains('-', StringComparison.Ordinal);

    private static bool MayFor(string? own, string department) => own is null || Actor.IsAllDepartments(own) || own == department;
}
