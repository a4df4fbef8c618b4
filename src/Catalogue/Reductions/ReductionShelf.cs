using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Reductions;

/// <summary>All reductions that hold, in memory until somebody changes the catalogue: some thousands in a whole city.</summary>
internal sealed class ReductionShelf(IServiceScopeFactory scopes, TimeProvider clock)
{
    // Whoever changes the catalogue is heard by who keeps the index; this is for what nobody tells.
    private readonly Remembered<Kept> _kept = new(scopes, clock, TimeSpan.FromMinutes(10), Read);

    internal void Forget() => _kept.Forget();

    /// <summary>What is known now.</summary>
    internal ValueTask<Kept> Now(CancellationToken stop) => _kept.Get(stop);

    /// <summary>Those of a region in order of their numbers: what all spare of the items that it carries out, and what it spares by itself.</summary>
    internal async ValueTask<IReadOnlyList<MaterialReduction>> Of(Kept kept, RegionCode region, CancellationToken stop)
    {
        if (kept.ByRegion.TryGetValue(region, out var known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        var carried = (await scope.ServiceProvider.GetRequiredService<YiwangDb>().Set<ImplementingItem>().AsNoTracking().Where(i => i.Region == region && i.EndedAt == null).Select(i => i.Code).ToListAsync(stop)).ToHashSet();
        // The city answers for the base items, also for those that only counties carry out.
        var all = region.Level is RegionLevel.City;
        return kept.ByRegion.GetOrAdd(region, [.. kept.Rows.Where(r => r.Region.Value.Length == 0 ? all || carried.Contains(r.Code) : r.Region == region && carried.Contains(r.Code))]);
    }

    private static async Task<Kept> Read(YiwangDb db, CancellationToken stop)
    {
        var rows = await db.Set<MaterialReduction>().AsNoTracking().Where(r => r.EndedAt == null).ToListAsync(stop);
        rows.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        // Over all, for what ended is in no list any more and changes it all the same.
        var since = await db.Set<MaterialReduction>().MaxAsync(r => (DateTimeOffset?)r.Since, stop);
        var ended = await db.Set<MaterialReduction>().MaxAsync(r => r.EndedAt, stop);
        return new(rows, await db.Set<MaterialReduction>().CountAsync(stop), since > ended || ended is null ? since : ended,
            await db.Set<ListRow>().AsNoTracking().Where(r => r.List == ListRow.Licences).ToDictionaryAsync(r => r.Id, r => r.Title, StringComparer.Ordinal, stop));
    }

    /// <summary>What was read at once.</summary>
    /// <param name="Rows">The reductions that hold, in order of their numbers.</param>
    /// <param name="Ever">How many there ever were.</param>
    /// <param name="ChangedAt">When the latest began or ended; null when there was none.</param>
    /// <param name="Licences">The names of the licences.</param>
    internal sealed record Kept(IReadOnlyList<MaterialReduction> Rows, int Ever, DateTimeOffset? ChangedAt, IReadOnlyDictionary<string, string> Licences)
    {
        private readonly ILookup<ItemCode, MaterialReduction> _byItem = Rows.ToLookup(r => r.Code);

        /// <summary>Those of one item.</summary>
        internal IEnumerable<MaterialReduction> Of(ItemCode item) => _byItem[item];

        internal ConcurrentDictionary<RegionCode, MaterialReduction[]> ByRegion { get; } = new();
    }
}
