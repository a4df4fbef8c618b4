using System.Text.Json;
using Yiwang.Catalogue.Lists;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Catalogue.SeedCity;

/// <summary>Items that are planned together.</summary>
/// <param name="Category">Their category.</param>
/// <param name="OnApplication">Whether one applies for them.</param>
/// <param name="Online">Whether one can do so online.</param>
internal sealed record ItemGroup(string Category, bool OnApplication, bool Online)
{
    internal static ItemGroup Of(ServiceItem item) => new(item.Category, item.OnApplication, item is { OnApplication: true, Online: true });
}

/// <summary>
/// How many items of each group the organ of each region exercises (权力事项、公共服务事项), as <c>scale.json</c> says of the whole city. An item counts
/// where the organ is the region's own; towns whose county's department decides do not count it once more.
/// </summary>
internal sealed class CityPlan
{
    /// <summary>What the whole city has; reference data included.</summary>
    internal IReadOnlyDictionary<(ItemGroup Group, RegionCode Region), int> Targets { get; }

    /// <summary>The groups, in a fixed order.</summary>
    internal IReadOnlyList<ItemGroup> Groups { get; }

    /// <summary>The regions, from above.</summary>
    internal IReadOnlyList<RegionCode> Regions { get; }

    /// <summary>The seed of all that looks thrown.</summary>
    internal int Seed { get; }

    private CityPlan(IReadOnlyDictionary<(ItemGroup, RegionCode), int> targets, IReadOnlyList<ItemGroup> groups, IReadOnlyList<RegionCode> regions, int seed) =>
        (Targets, Groups, Regions, Seed) = (targets, groups, regions, seed);

    internal static CityPlan Read(string folder, Competences competences)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "scale.json")));
        var (root, powers, services, applied) = (json.RootElement, json.RootElement.GetProperty("power_items"), json.RootElement.GetProperty("public_services"), json.RootElement.GetProperty("service_items"));
        var byCategory = powers.GetProperty("by_category").GetProperty("value").EnumerateObject().Select(c => (c.Name, Items: c.Value.GetInt32())).ToList();
        var apply = powers.GetProperty("apply_type_categories").EnumerateArray().Select(c => c.GetString()!).ToHashSet(StringComparer.Ordinal);
        var (all, online) = (applied.GetProperty("acceptable").GetProperty("value").GetInt32(), applied.GetProperty("online").GetProperty("value").GetInt32());
        var servicesTotal = services.GetProperty("total").GetProperty("value").GetInt32();
        var servicesApplied = all - byCategory.Where(c => apply.Contains(c.Name)).Sum(c => c.Items);

        var kinds = byCategory.Where(c => apply.Contains(c.Name)).Append((Name: ItemEntry.Service, Items: servicesApplied)).ToList();
        var onlineOf = kinds.Select(k => k.Name).Zip(Shares.Divide(online, [.. kinds.Select(k => k.Items)])).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        var groups = new List<(ItemGroup Group, int Items)>();
        foreach (var (name, items) in byCategory) groups.AddRange(apply.Contains(name) ? [(new(name, true, true), onlineOf[name]), (new(name, true, false), items - onlineOf[name])] : [(new ItemGroup(name, false, false), items)]);
        groups.AddRange([(new(ItemEntry.Service, true, true), onlineOf[ItemEntry.Service]), (new(ItemEntry.Service, true, false), servicesApplied - onlineOf[ItemEntry.Service]), (new(ItemEntry.Service, false, false), servicesTotal - servicesApplied)]);

        var weights = powers.GetProperty("by_county").GetProperty("value").EnumerateObject().ToDictionary(c => RegionCode.Parse(c.Name, null), c => c.Value.GetInt32());
        var regions = competences.Regions.Select(r => r.Code).ToList();
        var targets = new Dictionary<(ItemGroup, RegionCode), int>();
        Fill(groups.Where(g => g.Group.Category != ItemEntry.Service), PerRegion(powers.GetProperty("by_level").GetProperty("value")));
        Fill(groups.Where(g => g.Group.Category == ItemEntry.Service), PerRegion(services.GetProperty("by_level").GetProperty("value")));
        return new(targets, [.. groups.Select(g => g.Group)], regions, root.GetProperty("meta").GetProperty("rng_seed").GetInt32());

        List<int> PerRegion(JsonElement levels)
        {
            var numbers = new List<int>();
            foreach (var (level, name) in ((RegionLevel, string)[])[(RegionLevel.City, "municipal"), (RegionLevel.County, "counties_total"), (RegionLevel.Zone, "zones_total"), (RegionLevel.Town, "towns_total")])
                numbers.AddRange(Shares.Divide(levels.GetProperty(name).GetInt32(), [.. regions.Where(r => r.Level == level).Select(r => weights.GetValueOrDefault(r, 1))]));
            return numbers;
        }

        void Fill(IEnumerable<(ItemGroup Group, int Items)> of, List<int> perRegion)
        {
            var columns = of.ToList();
            var table = Shares.Table(perRegion, [.. columns.Select(c => c.Items)]);
            for (var r = 0; r < regions.Count; r++)
            {
                for (var c = 0; c < columns.Count; c++) targets[(columns[c].Group, regions[r])] = table[r][c];
            }
        }
    }

    /// <summary>What is to be added to what is there; null where there is more than planned. A small city gets one of so many.</summary>
    internal Dictionary<(ItemGroup Group, RegionCode Region), int>? Additions(IReadOnlyDictionary<(ItemGroup, RegionCode), int> there, int part)
    {
        var additions = new Dictionary<(ItemGroup, RegionCode), int>();
        foreach (var group in Groups)
        {
            var (whole, made) = (0, 0);
            foreach (var region in Regions)
            {
                var missing = Targets[(group, region)] - there.GetValueOrDefault((group, region));
                if (missing < 0) return null;
                // Rounded over all regions together, so that little numbers are not lost in each of them.
                whole += missing;
                additions[(group, region)] = (whole / part) - made;
                made = whole / part;
            }
        }
        return additions;
    }
}
