using Yiwang.Kernel.Identifiers;

namespace Yiwang.Directory;

/// <summary>Questions to the directory. Answers come from memory; an import is seen within a minute on other nodes, at once on its own.</summary>
public interface IDirectory
{
    /// <summary>A region, also one that no longer exists; null when unknown.</summary>
    ValueTask<Region?> Region(RegionCode code, CancellationToken stop);

    /// <summary>The city and its counties and zones that exist today, in order of code.</summary>
    ValueTask<IReadOnlyList<Region>> CityAndCounties(CancellationToken stop);

    /// <summary>The regions directly below one, that exist today.</summary>
    ValueTask<IReadOnlyList<Region>> Below(RegionCode code, CancellationToken stop);

    /// <summary>A department by its code.</summary>
    ValueTask<Department?> Department(string code, CancellationToken stop);

    /// <summary>The department of a kind that is competent in a region: the region's own, else that of the county around it. Null when there is none.</summary>
    ValueTask<Department?> Competent(string municipalCode, RegionCode region, CancellationToken stop);

    /// <summary>A service point by its code.</summary>
    ValueTask<ServicePoint?> ServicePoint(string code, CancellationToken stop);
}
