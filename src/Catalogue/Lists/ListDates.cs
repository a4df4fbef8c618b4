using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue.Lists;

/// <summary>When lists last changed, kept in memory until somebody changes the catalogue.</summary>
internal sealed class ListDates(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly Remembered<Dates> _dates = new(scopes, clock, TimeSpan.FromSeconds(30), Read);

    private readonly Remembered<Dictionary<(string List, RegionCode Region), DateTimeOffset>> _regions = new(scopes, clock, TimeSpan.FromSeconds(30), ReadRegions);

    internal void Forget()
    {
        _dates.Forget();
        _regions.Forget();
    }

    /// <summary>When a region last published a list of its own; null when it has none.</summary>
    internal async ValueTask<DateTimeOffset?> Of(PublishedList list, RegionCode region, CancellationToken stop) =>
        (await _regions.Get(stop)).TryGetValue((ListLayout.Of(list)!.File, region), out var at) ? at : null;

    private static async Task<Dictionary<(string List, RegionCode Region), DateTimeOffset>> ReadRegions(YiwangDb db, CancellationToken stop) =>
        (await db.Set<RegionListRow>().AsNoTracking().GroupBy(r => new { r.List, r.Region }).Select(g => new { g.Key.List, g.Key.Region, At = g.Max(r => r.PublishedAt) }).ToListAsync(stop)).ToDictionary(g => (g.List, g.Region), g => g.At);

    internal async ValueTask<DateTimeOffset?> Of(PublishedList list, CancellationToken stop)
    {
        var dates = await _dates.Get(stop);
        return list switch { PublishedList.Powers => dates.Powers, PublishedList.Services => dates.Services, _ => dates.Imported };
    }

    private static async Task<Dates> Read(YiwangDb db, CancellationToken stop)
    {
        var kind = FactAttribute.KindOf<CatalogueImported>();
        return new(await OfItems(db, services: false, stop), await OfItems(db, services: true, stop),
            await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Kind == kind).OrderByDescending(e => e.Position).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(stop));
    }

    private static async Task<DateTimeOffset?> OfItems(YiwangDb db, bool services, CancellationToken stop)
    {
        var items = db.Set<ItemVersion>().AsNoTracking().Where(i => i.Category == ItemEntry.Service == services);
        var published = await items.OrderByDescending(i => i.PublishedAt).Select(i => (DateTimeOffset?)i.PublishedAt).FirstOrDefaultAsync(stop);
        var ended = await items.Where(i => i.EndedAt != null).OrderByDescending(i => i.EndedAt).Select(i => i.EndedAt).FirstOrDefaultAsync(stop);
        var implemented = await db.Set<ImplementingItem>().AsNoTracking().OrderByDescending(i => i.PublishedAt).Select(i => (DateTimeOffset?)i.PublishedAt).FirstOrDefaultAsync(stop);
        return new[] { published, ended, services ? null : implemented }.Max();
    }

    private sealed record Dates(DateTimeOffset? Powers, DateTimeOffset? Services, DateTimeOffset? Imported);
}
