using Yiwang.Catalogue.Lists;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Catalogue.SeedCity;

/// <summary>A sub-item and the organs that carry it out.</summary>
internal sealed record PlannedItem(ServiceItem Item, Dictionary<RegionCode, string> Organs);

/// <summary>
/// Fills the plan: makes as many sub-items as the city and its largest county need, of main items that are exercised there, and lets each region
/// carry out its number of them, the popular ones before others.
/// </summary>
internal sealed class CityItems(CityPlan plan, IReadOnlyList<ServiceItem> mains, IReadOnlyDictionary<(ItemGroup Group, RegionCode Region), int> additions, Competences competences, IReadOnlyDictionary<RegionCode, string> ownOrgans, SubItemNames names)
{
    // Of a hundred that a county carries out, so many are never the city's; of a hundred of the city, so many are never a county's.
    private const int OnlyCounties = 6, OnlyCity = 10;

    private readonly Dictionary<(ItemCode, bool), (IEnumerator<string> Names, int Used)> _names = [];
    private readonly Dictionary<ItemCode, int> _used = [];

    internal List<PlannedItem> Make()
    {
        // Codes are given last: how many digits they need is known when all are counted.
        var drafts = plan.Groups.SelectMany(g => Drafts(g).Select(d => (Group: g, Draft: d))).ToList();
        var counts = drafts.GroupBy(d => d.Draft.Main.Code).ToDictionary(g => g.Key, g => g.Count());
        var made = new List<PlannedItem>(drafts.Count);
        foreach (var group in drafts.GroupBy(d => d.Group)) made.AddRange(Carried(group.Key, [.. group.Select(d => (Item(d.Draft, group.Key, counts[d.Draft.Main.Code]), d.Draft.Where))]));
        return made;
    }

    private ServiceItem Item(Draft draft, ItemGroup group, int ofMain)
    {
        var rank = _used[draft.Main.Code] = _used.GetValueOrDefault(draft.Main.Code) + 1;
        var code = ItemCode.Parse($"{draft.Main.Code.Value}-{(ofMain > 99 ? rank.ToString("000") : rank.ToString("00"))}", null);
        return SubItems.Make(draft.Main, code, draft.Name, group, rank, plan.Seed);
    }

    private IEnumerable<Draft> Drafts(ItemGroup group)
    {
        var city = additions[(group, RegionCode.Ningbo)];
        var county = plan.Regions.Where(r => r.Level is not RegionLevel.City).Max(r => additions[(group, r)]);
        var of = mains.Where(m => m.Category == group.Category).ToList();
        var (both, onlyCity, onlyCounties) = (of.Where(m => InCity(m) && InCounties(m)).ToList(), of.Where(m => InCity(m) && !InCounties(m)).ToList(), of.Where(m => !InCity(m) && InCounties(m)).ToList());
        var forCounties = onlyCounties.Count > 0 ? county * OnlyCounties / 100 : 0;
        var forCity = onlyCity.Count > 0 ? Math.Max(0, Math.Min(city * OnlyCity / 100, city - (county - forCounties))) : 0;
        var forBoth = Math.Max(city - forCity, county - forCounties);
        return [.. Named(both, forBoth, Where.Both, group), .. Named(onlyCity, forCity, Where.City, group), .. Named(onlyCounties, forCounties, Where.Counties, group)];
    }

    private List<Draft> Named(List<ServiceItem> of, int number, Where where, ItemGroup group)
    {
        var drafts = new List<Draft>(number);
        // The popular ones are told apart more finely.
        var shares = Shares.Divide(number, [.. of.Select(m => 10 + Math.Min(5, m.Popularity / 100))]);
        for (var i = 0; i < of.Count; i++)
        {
            for (var n = 0; n < shares[i]; n++) drafts.Add(new(of[i], NextName(of[i], group is { Category: ItemEntry.Service, OnApplication: false }), where));
        }
        return drafts.Count == number ? drafts : throw new InvalidOperationException($"No main items for {number} of {group}.");
    }

    private string NextName(ServiceItem main, bool information)
    {
        var key = (main.Code, information);
        if (!_names.TryGetValue(key, out var state)) _names[key] = state = (names.Of(main, information).GetEnumerator(), 0);
        return state.Names.MoveNext() ? state.Names.Current : throw new InvalidOperationException($"{main.Code} has more sub-items than names.");
    }

    private List<PlannedItem> Carried(ItemGroup group, List<(ServiceItem Item, Where Where)> items)
    {
        var organs = items.Select(_ => new Dictionary<RegionCode, string>()).ToList();
        foreach (var region in plan.Regions)
        {
            var inCity = region.Level is RegionLevel.City;
            var able = Enumerable.Range(0, items.Count).Where(i => items[i].Where != (inCity ? Where.Counties : Where.City)).OrderBy(i => Rank(i, items[i].Item, region, items.Count)).ThenBy(i => i).ToList();
            foreach (var i in able.Take(additions[(group, region)])) organs[i][region] = Organ(items[i].Item, region);
        }
        return [.. items.Select((one, i) => Placed(one.Item, organs[i])).Where(p => p.Organs.Count > 0)];
    }

    // Common sub-items come first in most regions, and each region has some that others lack; towns take what towns may exercise.
    private int Rank(int position, ServiceItem item, RegionCode region, int of) =>
        (position * 1000 / of) + new Dice(plan.Seed, item.Code.Value, region.Value).Below(1200)
        + (region.Level is RegionLevel.Town && !item.Levels.Contains(ItemWords.TownLevel, StringComparer.Ordinal) ? 900 : 0);

    private string Organ(ServiceItem item, RegionCode region) => region.Level switch
    {
        RegionLevel.City => item.Department,
        RegionLevel.County => competences.Of(item.Department, region)!.Code,
        _ => ownOrgans[region],
    };

    private static PlannedItem Placed(ServiceItem item, Dictionary<RegionCode, string> organs)
    {
        var levels = ItemWords.Levels.Where(l => organs.Keys.Any(r => ItemWords.LevelOf(r) == l)).ToList();
        return new(item with { Levels = levels, AcceptLevels = item.OnApplication ? levels : [] }, organs);
    }

    private static bool InCity(ServiceItem main) => main.Levels.Contains(ItemWords.CityLevel, StringComparer.Ordinal);

    private bool InCounties(ServiceItem main) => main.Levels.Contains(ItemWords.CountyLevel, StringComparer.Ordinal)
        && plan.Regions.Where(r => r.Level is RegionLevel.County).All(r => competences.Of(main.Department, r) is not null);

    private enum Where { Both, City, Counties }

    private sealed record Draft(ServiceItem Main, string Name, Where Where);
}
