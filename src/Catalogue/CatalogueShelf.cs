using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Search;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue;

/// <summary>The published items in memory, in the order of lists. It is told to forget when a node changes the catalogue.</summary>
internal sealed class CatalogueShelf(IServiceScopeFactory scopes, IDirectory directory, FindItems find, TimeProvider clock) : ICatalogue
{
    private const string TownLevel = "镇(乡、街道)级";
    private readonly Remembered<Shelf> _shelf = new(scopes, clock, TimeSpan.FromSeconds(30), Read);

    /// <summary>Forgets what was read, after an import.</summary>
    internal void Forget() => _shelf.Forget();

    public async ValueTask<ServiceItem?> Current(ItemCode code, CancellationToken stop) => (await Read(stop)).Current.GetValueOrDefault(code);

    public async ValueTask<ServiceItem?> Version(ItemCode code, int version, CancellationToken stop)
    {
        if ((await Read(stop)).Current.TryGetValue(code, out var current) && current.Version == version) return current;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        return (await db.Set<ItemVersion>().AsNoTracking().SingleOrDefaultAsync(i => i.Code == code && i.Version == version, stop))?.Read();
    }

    public async ValueTask<Outcome<ItemOffer>> Offer(ItemCode code, RegionCode region, CancellationToken stop)
    {
        if (await Current(code, stop) is not { } item)
            return new Refusal(RefusalKind.Invalid, "unknown-item", $"没有事项 {code.Value}，或该事项已停止办理。", [new("itemCode", "请从办事清单中重新选择事项")]);
        if (await directory.Region(region, stop) is not { Current: true } found)
            return new Refusal(RefusalKind.Invalid, "unknown-region", $"没有区划 {region.Value}。", [new("regionCode", "请选择宁波市或所属区县")]);
        if (!item.Levels.Contains(LevelName(region), StringComparer.Ordinal) || await directory.Competent(item.Department, region, stop) is not { } department)
        {
            var where = string.Join("、", (await Offers(item, stop)).Select(o => o.Region.Name).Take(12));
            return new Refusal(RefusalKind.Invalid, "item-not-offered", $"{found.Name}不办理“{item.Name}”。可选择：{where}。", [new("regionCode", "请选择办理该事项的地区")]);
        }
        return new ItemOffer(item, found, department);
    }

    public async ValueTask<IReadOnlyList<ItemOffer>> Offers(ServiceItem item, CancellationToken stop)
    {
        var places = await Places(item, stop);
        // A town whose county is offered with the same department is no choice of its own.
        var own = places.Where(p => p.Region.Code.Level is not RegionLevel.Town).Select(p => (p.Department, p.Region.Code)).ToHashSet();
        return [.. places.Where(p => p.Region.Code.Level is not RegionLevel.Town || !own.Contains((p.Department, p.Department.Region)))];
    }

    /// <summary>All regions that exercise an item, with the department that decides there, from the city down.</summary>
    internal async ValueTask<IReadOnlyList<ItemOffer>> Places(ServiceItem item, CancellationToken stop)
    {
        var places = new List<ItemOffer>();
        var towns = item.Levels.Contains(TownLevel, StringComparer.Ordinal);
        foreach (var region in await directory.CityAndCounties(stop))
        {
            await Add(region);
            if (!towns || region.Code.Level is RegionLevel.City) continue;
            foreach (var town in await directory.Below(region.Code, stop)) await Add(town);
        }
        return places;

        async Task Add(Region region)
        {
            if (!item.Levels.Contains(LevelName(region.Code), StringComparer.Ordinal) || await directory.Competent(item.Department, region.Code, stop) is not { } department) return;
            places.Add(new(item, region, department));
        }
    }

    public ValueTask<Outcome<FoundItems>> Find(ItemQuery query, string? cursor, int size, CancellationToken stop) => find.Find(query, cursor, size, stop);

    /// <summary>All items in force, in the order of lists.</summary>
    internal async ValueTask<IReadOnlyList<ServiceItem>> All(CancellationToken stop) => (await Read(stop)).Ordered;

    public async ValueTask<ItemPage> Search(ItemSearch search, string? cursor, int size, CancellationToken stop)
    {
        var found = (await Read(stop)).Ordered.Where(item => Fits(item, search));
        if (search.Region.Value.Length > 0)
        {
            var here = new List<ServiceItem>();
            foreach (var item in found)
            {
                if (item.Levels.Contains(LevelName(search.Region), StringComparer.Ordinal) && await directory.Competent(item.Department, search.Region, stop) is not null) here.Add(item);
            }
            found = here;
        }
        var all = found.ToList();
        var start = cursor is null ? 0 : all.FindIndex(i => i.Code.Value == cursor) + 1;
        var page = all.Skip(start).Take(size).ToList();
        return new(page, start + page.Count < all.Count ? page[^1].Code.Value : null, all.Count);
    }

    public async ValueTask<IReadOnlyList<Theme>> Themes(CancellationToken stop) => (await Read(stop)).Themes;

    /// <summary>The level, in the words of the item lists, at which a department of the region decides.</summary>
    private static string LevelName(RegionCode region) => region.Level switch
    {
        RegionLevel.City => "市级",
        RegionLevel.County or RegionLevel.Zone => "县级",
        RegionLevel.Town => TownLevel,
        _ => "",
    };

    private static bool Fits(ServiceItem item, ItemSearch search) =>
        (!search.OnApplication || item.OnApplication)
        && (search.Category is not { Length: > 0 } category || item.Category == category)
        && (search.Department is not { Length: > 0 } department || item.Department == department)
        && (search.Theme is not { Length: > 0 } theme || item.PersonalThemes.Contains(theme, StringComparer.Ordinal) || item.CorporateThemes.Contains(theme, StringComparer.Ordinal))
        && (search.Audience switch { "person" => item.ForPersons, "company" => item.ForCompanies, _ => true })
        && (search.Text?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []).All(word => Mentions(item, word));

    private static bool Mentions(ServiceItem item, string word) =>
        item.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || item.Code.Value.Contains(word, StringComparison.OrdinalIgnoreCase)
        || item.ResultName.Contains(word, StringComparison.OrdinalIgnoreCase)
        || item.PersonalThemes.Concat(item.CorporateThemes).Any(t => t.Contains(word, StringComparison.OrdinalIgnoreCase));

    private ValueTask<Shelf> Read(CancellationToken stop) => _shelf.Get(stop);

    private static async Task<Shelf> Read(YiwangDb db, CancellationToken stop)
    {
        var versions = await db.Set<ItemVersion>().AsNoTracking().Where(i => i.State == ItemState.Published).ToListAsync(stop);
        var themes = await db.Set<ThemeRow>().AsNoTracking().OrderBy(t => t.Audience).ThenBy(t => t.Order).ToListAsync(stop);
        return new([.. versions.Select(v => v.Read())], themes);
    }

    private sealed class Shelf(List<ServiceItem> items, List<ThemeRow> themes)
    {
        internal Dictionary<ItemCode, ServiceItem> Current { get; } = items.ToDictionary(i => i.Code);
        internal List<ServiceItem> Ordered { get; } = [.. items.OrderByDescending(i => i.Popularity).ThenBy(i => i.Code.Value, StringComparer.Ordinal)];
        internal IReadOnlyList<Theme> Themes { get; } = [.. themes.Select(t => new Theme(t.Audience, t.Order, t.Name, items.Count(i =>
            i.OnApplication && (t.Audience == ThemeRow.Personal ? i.PersonalThemes : i.CorporateThemes).Contains(t.Name, StringComparer.Ordinal))))];
    }
}
