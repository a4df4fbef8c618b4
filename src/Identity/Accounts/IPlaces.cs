using Yiwang.Kernel.Identifiers;

namespace Yiwang.Identity.Accounts;

/// <summary>Asked of whoever knows the city, which is no room below: is there such a place for an official to serve in?</summary>
public interface IPlaces
{
    /// <summary>Whether the region exists today.</summary>
    ValueTask<bool> HasRegion(RegionCode region, CancellationToken stop);

    /// <summary>Whether the region has this department today.</summary>
    ValueTask<bool> HasDepartment(string code, RegionCode region, CancellationToken stop);

    /// <summary>Whether there is this service point.</summary>
    ValueTask<bool> HasServicePoint(string code, CancellationToken stop);
}
