using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

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

    /// <summary>The department that does today what a department did: itself while it exists, else the one that continues it. Null where there is none.</summary>
    ValueTask<Department?> Continues(string code, CancellationToken stop);

    /// <summary>The departments that a region has today, in order of their codes.</summary>
    ValueTask<IReadOnlyList<Department>> DepartmentsOf(RegionCode region, CancellationToken stop);

    /// <summary>The department of a kind that is competent in a region: the region's own, else that of the county around it. Null when there is none.</summary>
    ValueTask<Department?> Competent(string municipalCode, RegionCode region, CancellationToken stop);

    /// <summary>A service point by its code.</summary>
    ValueTask<ServicePoint?> ServicePoint(string code, CancellationToken stop);

    /// <summary>The service points of one region itself, by kind, then by name.</summary>
    ValueTask<IReadOnlyList<ServicePoint>> PointsOf(RegionCode region, CancellationToken stop);

    /// <summary>How many service points a region and all below it have.</summary>
    ValueTask<int> CountPoints(RegionCode region, CancellationToken stop);

    /// <summary>A page of the service points that fit a search; refused with <c>bad-cursor</c> when the cursor is none of ours.</summary>
    ValueTask<Outcome<PointPage>> FindPoints(PointSearch search, string? cursor, int size, CancellationToken stop);

    /// <summary>The service points nearest to a position as the crow flies, the nearest first; those whose position is unknown are left out.</summary>
    ValueTask<IReadOnlyList<PointDistance>> NearestPoints(Position from, int most, CancellationToken stop);

    /// <summary>The service points of a place (地方) and of the places around it, from the village up to the city; windows of departments are left out.</summary>
    ValueTask<IReadOnlyList<ServicePoint>> NearestPoints(RegionCode place, CancellationToken stop);

    /// <summary>Regions of the city that exist today and whose name holds the text: the exact name first, then from above.</summary>
    ValueTask<IReadOnlyList<Region>> FindRegions(string text, int most, CancellationToken stop);

    /// <summary>Forgets what it remembers, so that what is asked from now on is at least as new as the database is now.</summary>
    void Forget();
}
