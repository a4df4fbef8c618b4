using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Reductions;
using Yiwang.Catalogue.Search;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue;

/// <summary>
/// Answers questions to the catalogue. Items are read by their codes and the latest asked for are kept in memory; it is told to forget when a
/// node changes the catalogue.
/// </summary>
internal sealed class CatalogueShelf(IServiceScopeFactory scopes, IDirectory directory, FindItems find, ItemIndex index, ReductionShelf reductions) : ICatalogue, IDisposable
{
    /// <summary>How many items are kept in memory.</summary>
    private const int Most = 2000;

    private const int MostParts = 200;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private MemoryCache _kept = NewCache();

    /// <summary>Forgets what was read, after a change.</summary>
    internal void Forget()
    {
        // Who still reads what was there before puts it where nobody looks any more.
        Interlocked.Exchange(ref _kept, NewCache());
        reductions.Forget();
    }

    public void Dispose() => _kept.Dispose();

    public async ValueTask<ServiceItem?> Current(ItemCode code, CancellationToken stop) => (await Stored(code, stop))?.Item;

    public async ValueTask<ServiceItem?> Version(ItemCode code, RegionCode region, int version, CancellationToken stop)
    {
        if (await Stored(code, stop) is { } stored && stored.Rows.TryGetValue(region, out var now) && now.Version == version) return stored.Read(now);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        if (await db.Set<ImplementingItem>().AsNoTracking().SingleOrDefaultAsync(i => i.Code == code && i.Region == region && i.Version == version, stop) is not { } row) return null;
        return row.Read((await ReadItems.Version(db, code, row.BaseVersion, stop))!);
    }

    public async ValueTask<Outcome<ItemOffer>> Offer(ItemCode code, RegionCode region, CancellationToken stop)
    {
        if (await Stored(code, stop) is not { } stored)
            return new Refusal(RefusalKind.Invalid, "unknown-item", $"没有事项 {code.Value}，或该事项已停止办理。", [new("itemCode", "请从办事清单中重新选择事项")]);
        if (await directory.Region(region, stop) is not { Current: true } found)
            return new Refusal(RefusalKind.Invalid, "unknown-region", $"没有区划 {region.Value}。", [new("regionCode", "请选择宁波市或所属区县")]);
        if (!stored.Rows.TryGetValue(region, out var row) || await Place(stored, row, stop) is not { } place)
        {
            var where = string.Join("、", (await Offers(stored.Item, stop)).Select(o => o.Region.Name).Take(12));
            return new Refusal(RefusalKind.Invalid, "item-not-offered", $"{found.Name}不办理“{stored.Item.Name}”。{(where.Length > 0 ? $"可选择：{where}。" : "")}", [new("regionCode", "请选择办理该事项的地区")]);
        }
        if (place.Item.Suspension is { } suspension)
            return new Refusal(RefusalKind.Invalid, "item-suspended", $"“{place.Item.Name}”暂停办理：{suspension.Reason}。", [new("itemCode", "暂停期间不能申报，恢复后可以再来")]);
        return place;
    }

    public async ValueTask<IReadOnlyList<ItemOffer>> Offers(ServiceItem item, CancellationToken stop)
    {
        var places = await Places(item.Code, stop);
        // A town whose county is offered with the same department is no choice of its own.
        var own = places.Where(p => p.Region.Code.Level is not RegionLevel.Town).Select(p => (p.Department, p.Region.Code)).ToHashSet();
        return [.. places.Where(p => p.Region.Code.Level is not RegionLevel.Town || !own.Contains((p.Department, p.Department.Region)))];
    }

    public async ValueTask<IReadOnlyList<ItemOffer>> Places(ItemCode code, CancellationToken stop) =>
        await Stored(code, stop) is { } stored ? await Places(stored, stop) : [];

    public async ValueTask<ItemOffer?> For(ItemCode code, RegionCode region, CancellationToken stop)
    {
        if (await Stored(code, stop) is not { } stored) return null;
        // Above a county or zone is the city, whose organs decide for themselves.
        for (RegionCode? at = region; at is { } here && here.Level is not RegionLevel.Province; at = here.Level is RegionLevel.County or RegionLevel.Zone ? null : here.Parent)
        {
            if (stored.Rows.TryGetValue(here, out var row) && await Place(stored, row, stop) is { } place) return place;
        }
        return null;
    }

    /// <summary>All regions that carry an item out, with the organ that decides there, from the city down.</summary>
    internal async ValueTask<IReadOnlyList<ItemOffer>> Places(StoredItem stored, CancellationToken stop)
    {
        var places = new List<ItemOffer>(stored.Rows.Count);
        foreach (var row in stored.Rows.Values.OrderBy(r => r.Region.Level).ThenBy(r => r.Region.Value, StringComparer.Ordinal))
        {
            if (await Place(stored, row, stop) is { } place) places.Add(place);
        }
        return places;
    }

    /// <summary>Where an item is shown: where it is carried out; an item that no organ carries out today stands under the city's department of its kind.</summary>
    internal async ValueTask<IReadOnlyList<ItemOffer>> Shown(StoredItem stored, CancellationToken stop) =>
        await Places(stored, stop) is { Count: > 0 } places ? places
        : await directory.Department(stored.Item.Department, stop) is { } of && await directory.Region(RegionCode.Ningbo, stop) is { } city ? [new(stored.Item, city, of)] : [];

    /// <summary>Items as a region shows them, or as base items without a region; those that it does not show are left out.</summary>
    internal async ValueTask<IReadOnlyList<ItemOffer>> In(RegionCode region, IReadOnlyCollection<ItemCode> codes, CancellationToken stop)
    {
        var offers = new List<ItemOffer>(codes.Count);
        foreach (var code in codes)
        {
            if (await Stored(code, stop) is not { } stored) continue;
            if (stored.Rows.TryGetValue(region, out var row) && await Place(stored, row, stop) is { } place) offers.Add(place);
            else if (await Shown(stored, stop) is { Count: > 0 } shown && (region.Value.Length == 0 || shown[0].Region.Code == region)) offers.Add(shown[0]);
        }
        return offers;
    }

    // An organ that was dissolved decides nothing, until its work is given to another.
    private async ValueTask<ItemOffer?> Place(StoredItem stored, ImplementingItem row, CancellationToken stop) =>
        await directory.Region(row.Region, stop) is { Current: true } region && await directory.Department(row.Organ, stop) is { Current: true } organ
            ? new ItemOffer(stored.Read(row), region, organ) { BaseVersion = row.BaseVersion, Behind = row.BaseVersion != stored.Item.Version } : null;

    private async ValueTask<StoredItem?> Stored(ItemCode code, CancellationToken stop)
    {
        var kept = Volatile.Read(ref _kept);
        if (kept.TryGetValue(code, out StoredItem? known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        var found = (await ReadItems.Of(scope.ServiceProvider.GetRequiredService<YiwangDb>(), [code], stop)).SingleOrDefault();
        return kept.Set(code, found, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Fresh });
    }

    private static MemoryCache NewCache() => new(new MemoryCacheOptions { SizeLimit = Most });

    public ValueTask<Outcome<FoundItems>> Find(ItemQuery query, string? cursor, int size, CancellationToken stop) => find.Find(query, cursor, size, stop);

    public IReadOnlyList<ItemCard> Parts(ItemCode main, RegionCode region) => index.Parts(main, region, MostParts);

    public CatalogueOverview Overview(RegionCode region) => index.Of(region).Overview;

    public IReadOnlyList<ItemCode> Codes(int skip, int take) => [.. index.Of(default).Rows.Skip(skip).Take(take).Select(r => ItemCode.Parse(r.Code, null))];
}
