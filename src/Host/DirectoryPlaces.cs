using Yiwang.Directory;
using Yiwang.Identity.Accounts;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Host;

/// <summary>Answers the identity room out of the directory, which is its neighbour on the same floor.</summary>
internal sealed class DirectoryPlaces(IDirectory directory) : IPlaces
{
    public async ValueTask<bool> HasRegion(RegionCode region, CancellationToken stop) => await directory.Region(region, stop) is { Current: true };

    public async ValueTask<bool> HasDepartment(string code, RegionCode region, CancellationToken stop) =>
        await directory.Department(code, stop) is { Current: true } department && department.Region == region;

    public async ValueTask<bool> HasServicePoint(string code, CancellationToken stop) => await directory.ServicePoint(code, stop) is not null;
}
