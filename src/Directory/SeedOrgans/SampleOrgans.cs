using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Directory.SeedOrgans;

/// <summary>
/// Organs that the reference data does not name and a seeded city has: a management committee (管理委员会) for each zone, a government or
/// street office (乡镇人民政府、街道办事处) for each town. They exist, but what they exercise here is made up.
/// </summary>
internal static class SampleOrgans
{
    private const string Committee = "GWH", TownGovernment = "ZF";

    /// <summary>The code of a region's own organ.</summary>
    internal static string CodeOf(RegionCode region) => $"{(region.Level is RegionLevel.Zone ? Committee : TownGovernment)}@{region.ShortForm}";

    /// <summary>The organs of these regions.</summary>
    internal static IEnumerable<Department> Of(IEnumerable<Region> regions) => regions.Where(r => r.Current && r.Code.Level is RegionLevel.Zone or RegionLevel.Town).Select(r =>
    {
        var name = $"{r.Name}{(r.Code.Level is RegionLevel.Zone ? "管理委员会" : r.Name.EndsWith("街道", StringComparison.Ordinal) ? "办事处" : "人民政府")}";
        return new Department(CodeOf(r.Code), r.Code.Level is RegionLevel.Zone ? Committee : TownGovernment, r.Code, name, name, Current: true, Sample: true);
    });

    /// <summary>Whether the city was seeded with them.</summary>
    internal static Task<bool> AreThere(YiwangDb db, CancellationToken stop) => db.Set<Department>().AnyAsync(d => d.MunicipalCode == Committee, stop);
}
