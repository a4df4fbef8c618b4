using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Figures;

/// <summary>重新统计: what a recount did.</summary>
/// <param name="Departments">Departments that were counted.</param>
/// <param name="Cases">Their cases.</param>
public sealed record Recounted(int Departments, long Cases);

/// <summary>
/// Counts all figures again from the watched cases, while the platform runs: department by department, each in a transaction during which the reader
/// of the journal waits.
/// </summary>
public sealed class Recount(YiwangDb db)
{
    /// <summary>Counts everything again.</summary>
    /// <param name="progress">Told after each department; null for nobody.</param>
    /// <param name="stop">Ends it between two departments; what has been counted stays right.</param>
    public async Task<Recounted> Run(IProgress<Recounted>? progress, CancellationToken stop)
    {
        var departments = await db.Set<WatchedCase>().Select(c => c.Department).Union(db.Set<Tally>().Select(t => t.Department)).Distinct().Order().ToListAsync(stop);
        var done = new Recounted(0, 0);
        foreach (var department in departments)
        {
            done = new(done.Departments + 1, done.Cases + await One(department, stop));
            progress?.Report(done);
        }
        return done;
    }

    /// <summary>What the department's cases add up to takes the place of what was counted: each row changes by the difference.</summary>
    private async Task<int> One(string department, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        await db.Hold<WatchJournal>(stop);
        var sums = new Dictionary<TallyKey, int[]>();
        var cases = 0;
        await foreach (var found in db.Set<WatchedCase>().AsNoTracking().Where(c => c.Department == department).AsAsyncEnumerable().WithCancellation(stop))
        {
            CaseTally.Add(sums, found, 1);
            cases++;
        }
        await foreach (var old in db.Set<Tally>().AsNoTracking().Where(t => t.Department == department).AsAsyncEnumerable().WithCancellation(stop)) Tallies.Subtract(sums, old);
        await Tallies.Add(db, sums, stop);
        await transaction.Commit(stop);
        return cases;
    }
}
