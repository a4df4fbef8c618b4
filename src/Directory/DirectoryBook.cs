using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Directory;

/// <summary>The whole directory in memory: some thousand rows that every request asks for and that change once in months.</summary>
internal sealed class DirectoryBook(IServiceScopeFactory scopes, TimeProvider clock) : IDirectory
{
    private readonly Remembered<Pages> _pages = new(scopes, clock, TimeSpan.FromMinutes(1), Read);

    /// <summary>Forgets what was read, after an import.</summary>
    public void Forget() => _pages.Forget();

    public async ValueTask<Region?> Region(RegionCode code, CancellationToken stop) => (await Read(stop)).Regions.GetValueOrDefault(code);

    public async ValueTask<IReadOnlyList<Region>> CityAndCounties(CancellationToken stop) => (await Read(stop)).CityAndCounties;

    public async ValueTask<IReadOnlyList<Region>> Below(RegionCode code, CancellationToken stop) => [.. (await Read(stop)).Below[code]];

    public async ValueTask<Department?> Department(string code, CancellationToken stop) => (await Read(stop)).Departments.GetValueOrDefault(code);

    public async ValueTask<Department?> Continues(string code, CancellationToken stop)
    {
        var departments = (await Read(stop)).Departments;
        var found = departments.GetValueOrDefault(code);
        // One reform after another; the number of steps only guards against a table that leads back to itself.
        for (var steps = 0; found is { Current: false } && steps < 5; steps++) found = found.Successor is { } next ? departments.GetValueOrDefault(next) : null;
        return found is { Current: true } ? found : null;
    }

    public async ValueTask<IReadOnlyList<Department>> DepartmentsOf(RegionCode region, CancellationToken stop) =>
        [.. (await Read(stop)).Departments.Values.Where(d => d.Current && d.Region == region).OrderBy(d => d.Code, StringComparer.Ordinal)];

    public async ValueTask<Department?> Competent(string municipalCode, RegionCode region, CancellationToken stop) =>
        Competences.Find((await Read(stop)).ByKind, municipalCode, region);

    public async ValueTask<ServicePoint?> ServicePoint(string code, CancellationToken stop) => (await Read(stop)).Points.Point(code);

    public async ValueTask<IReadOnlyList<ServicePoint>> PointsOf(RegionCode region, CancellationToken stop) => (await Read(stop)).Points.Of(region);

    public async ValueTask<int> CountPoints(RegionCode region, CancellationToken stop) => (await Read(stop)).Points.CountWithin(region);

    public async ValueTask<Outcome<PointPage>> FindPoints(PointSearch search, string? cursor, int size, CancellationToken stop) => (await Read(stop)).Points.Find(search, cursor, size);

    public async ValueTask<IReadOnlyList<PointDistance>> NearestPoints(Position from, int most, CancellationToken stop) => (await Read(stop)).Points.Nearest(from, most);

    public async ValueTask<IReadOnlyList<ServicePoint>> NearestPoints(RegionCode place, CancellationToken stop) => (await Read(stop)).Points.Nearest(place);

    public async ValueTask<IReadOnlyList<Region>> FindRegions(string text, int most, CancellationToken stop)
    {
        var name = text.Trim();
        if (name.Length == 0) return [];
        return [.. (await Read(stop)).Regions.Values.Where(r => r.Current && RegionCode.Ningbo.Contains(r.Code) && r.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(r => r.Name != name).ThenBy(r => r.Code.Level).ThenBy(r => r.Code.Value, StringComparer.Ordinal).Take(most)];
    }

    private ValueTask<Pages> Read(CancellationToken stop) => _pages.Get(stop);

    private static async Task<Pages> Read(YiwangDb db, CancellationToken stop) => new(
        await db.Set<Region>().AsNoTracking().ToListAsync(stop),
        await db.Set<Department>().AsNoTracking().ToListAsync(stop),
        await db.Set<ServicePoint>().AsNoTracking().ToListAsync(stop));

    private sealed class Pages(List<Region> regions, List<Department> departments, List<ServicePoint> points)
    {
        internal Dictionary<RegionCode, Region> Regions { get; } = regions.ToDictionary(r => r.Code);
        internal List<Region> CityAndCounties { get; } =
            [.. regions.Where(r => r.Current && r.Code.Level is RegionLevel.City or RegionLevel.County or RegionLevel.Zone).OrderBy(r => r.Code.Level).ThenBy(r => r.Code.Value, StringComparer.Ordinal)];
        internal ILookup<RegionCode, Region> Below { get; } = regions.Where(r => r.Current).OrderBy(r => r.Code.Value, StringComparer.Ordinal).ToLookup(r => r.Parent);
        internal Dictionary<string, Department> Departments { get; } = departments.ToDictionary(d => d.Code, StringComparer.Ordinal);
        internal Dictionary<(string, RegionCode), Department> ByKind { get; } = departments.Where(d => d.Current).ToDictionary(d => (d.MunicipalCode, d.Region));
        internal PointIndex Points { get; } = new(points, regions.ToDictionary(r => r.Code));
    }
}
