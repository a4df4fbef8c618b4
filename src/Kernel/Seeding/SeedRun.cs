using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Kernel.Seeding;

/// <summary>Runs all seeds of a city in one transaction: one that is killed leaves nothing.</summary>
public sealed class SeedRun(YiwangDb db, Journal journal, IEnumerable<ICitySeed> seeds)
{
    /// <summary>The code of the refusal of a second seed.</summary>
    public const string SeededAlready = "seeded-already";

    /// <summary>The scale with which the database was seeded; null when it was not.</summary>
    public static async Task<string?> Seeded(YiwangDb db, CancellationToken stop)
    {
        var kind = FactAttribute.KindOf<CitySeeded>();
        return await db.Set<JournalEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.Stream == CitySeeded.Stream && e.Kind == kind, stop) is { } entry
            ? Journal.Read<CitySeeded>(entry).Scale : null;
    }

    /// <summary>Seeds the city; refused with <c>seeded-already</c> and with what the rooms refuse. Nothing is changed then.</summary>
    public async Task<Outcome> Run(SeedOrder order, IProgress<SeedStep> progress, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await Seeded(db, stop) is { } scale) return new Refusal(RefusalKind.Conflict, SeededAlready, $"数据库中已有 {scale} 规模的示例数据，什么也没有改变。要另一种规模，请换一个数据目录（或数据库）。");
        foreach (var seed in seeds.OrderBy(s => s.Floor))
        {
            var seeded = await seed.Seed(order, progress, stop);
            if (!seeded.IsDone) return seeded;
            db.ChangeTracker.Clear();
        }
        // Opened: of two that seed at the same time, one fails here.
        journal.Open(CitySeeded.Stream, new CitySeeded(order.Scale));
        var saved = await db.TrySave(stop);
        if (!saved.IsDone) return saved;
        await transaction.Commit(stop);
        foreach (var seed in seeds) seed.Kept();
        return Outcome.Done;
    }
}
