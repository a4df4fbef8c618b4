using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Directory;

/// <summary>
/// Which regions there are today and which department is competent where, as one context sees it: for changes that must fit what their own
/// transaction has written of the directory. All other questions go to <see cref="IDirectory"/>.
/// </summary>
public sealed class Competences
{
    private readonly Dictionary<(string, RegionCode), Department> _byKind;

    private Competences(List<Region> regions, List<Department> departments)
    {
        Regions = regions;
        // Two of a kind in one region are for the directory's import to refuse.
        _byKind = departments.GroupBy(d => (d.MunicipalCode, d.Region)).ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>The city, its counties, zones and towns that exist today, from above, in order of code.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>Reads it.</summary>
    public static async Task<Competences> Read(YiwangDb db, CancellationToken stop)
    {
        var regions = await db.Set<Region>().AsNoTracking().Where(r => r.Current).ToListAsync(stop);
        var departments = await db.Set<Department>().AsNoTracking().Where(d => d.Current).ToListAsync(stop);
        return new(
            [.. regions.Where(r => r.Code.Level is RegionLevel.City or RegionLevel.County or RegionLevel.Zone or RegionLevel.Town).OrderBy(r => r.Code.Level).ThenBy(r => r.Code.Value, StringComparer.Ordinal)],
            departments);
    }

    /// <summary>The department of a kind that is competent in a region: the region's own, else that of the county around it. Null when there is none.</summary>
    public Department? Of(string municipalCode, RegionCode region) => Find(_byKind, municipalCode, region);

    internal static Department? Find(Dictionary<(string, RegionCode), Department> byKind, string municipalCode, RegionCode region)
    {
        for (RegionCode? at = region; at is { } here; at = here.Parent)
        {
            if (byKind.TryGetValue((municipalCode, here), out var department)) return department;
            if (here.Level is RegionLevel.City or RegionLevel.County or RegionLevel.Zone) return null;
        }
        return null;
    }
}
