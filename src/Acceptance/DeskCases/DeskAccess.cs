using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Actors;

namespace Yiwang.Acceptance.DeskCases;

/// <summary>
/// Which cases a window official may see and act on: those handed in or collected at the own service point, and those that departments of
/// the own region decide.
/// </summary>
internal static class DeskAccess
{
    internal static bool May(Actor official, Case found) => official.Kind == Actor.OfficialKind
        && ((official.ServicePoint is { } point && (found.ServicePoint == point || found.CollectAt == point)) || official.Region == found.DepartmentRegion);
}
