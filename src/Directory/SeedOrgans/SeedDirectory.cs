using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Directory.SeedOrgans;

/// <summary>Seeds the organs of zones and towns, and places for service points that have none.</summary>
internal sealed class SeedDirectory(YiwangDb db, Journal journal, DirectoryBook book, Generations generations) : ICitySeed
{
    public int Floor => 1;

    public void Kept()
    {
        book.Forget();
        generations.Raise(Generations.Directory);
    }

    public async Task<Outcome> Seed(SeedOrder order, IProgress<SeedStep> progress, CancellationToken stop)
    {
        progress.Report(new("部门与服务点", 0, 1));
        var regions = await db.Set<Region>().AsNoTracking().ToDictionaryAsync(r => r.Code, stop);
        if (regions.Count == 0) return new Refusal(RefusalKind.Conflict, "no-reference-data", "数据库中没有区划，请先导入参考数据。");
        var known = await db.Set<Department>().Select(d => d.Code).ToHashSetAsync(StringComparer.Ordinal, stop);
        var organs = SampleOrgans.Of(regions.Values).Where(o => !known.Contains(o.Code)).ToList();
        db.AddRange(organs);
        var points = SamplePlaces.Read(order.Folder, regions).Place(await db.Set<ServicePoint>().AsNoTracking().ToListAsync(stop));
        await db.ReplaceAll(points, stop);
        journal.Append("directory", new DirectoryImported(regions.Count, known.Count + organs.Count, points.Count));
        await db.SaveChangesAsync(stop);
        progress.Report(new("部门与服务点", 1, 1));
        return Outcome.Done;
    }
}
