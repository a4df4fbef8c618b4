using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Reductions;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Publish;

/// <summary>All versions of a base item and of its implementing items, as a change of them needs.</summary>
internal sealed class ItemHistory(ItemVersion? latest, List<ImplementingItem> implementing, List<MaterialReduction>? reductions = null)
{
    /// <summary>What it asked for less and when, ended or not (材料精简).</summary>
    internal List<MaterialReduction> Reductions { get; } = reductions ?? [];

    /// <summary>The latest version of the base item; null for a new item.</summary>
    internal ItemVersion? Latest => latest;

    /// <summary>The version in force; null when there is none.</summary>
    internal ItemVersion? InForce => latest is { InForce: true } ? latest : null;

    /// <summary>The implementing items in force, one a region.</summary>
    internal IEnumerable<ImplementingItem> Implementing => implementing.Where(i => i.InForce);

    /// <summary>The implementing item in force in a region; null when there is none.</summary>
    internal ImplementingItem? Of(RegionCode region) => implementing.Find(i => i.InForce && i.Region == region);

    /// <summary>What is in force: of a region or, without one, the base item. It must be there.</summary>
    internal PublishedVersion Standing(RegionCode? region) => region is { } one ? Of(one)! : InForce!;

    /// <summary>Whether a region carries it out, or once did.</summary>
    internal bool Knows(RegionCode region) => implementing.Exists(i => i.Region == region);

    /// <summary>The number that the next version of a region has.</summary>
    internal int NextIn(RegionCode region) => implementing.Where(i => i.Region == region).Select(i => i.Version).DefaultIfEmpty().Max() + 1;

    /// <summary>Reads it for change.</summary>
    internal static async Task<ItemHistory> Read(YiwangDb db, ItemCode code, CancellationToken stop) =>
        (await Read(db, [code], stop)).GetValueOrDefault(code) ?? new(null, []);

    /// <summary>Reads those of some codes that are there.</summary>
    internal static async Task<Dictionary<ItemCode, ItemHistory>> Read(YiwangDb db, IReadOnlyCollection<ItemCode> codes, CancellationToken stop)
    {
        var versions = await db.Set<ItemVersion>().Where(v => codes.Contains(v.Code)).ToListAsync(stop);
        var implementing = (await db.Set<ImplementingItem>().Where(i => codes.Contains(i.Code)).ToListAsync(stop)).ToLookup(i => i.Code);
        var reductions = (await db.Set<MaterialReduction>().Where(r => codes.Contains(r.Code)).ToListAsync(stop)).ToLookup(r => r.Code);
        return versions.GroupBy(v => v.Code).ToDictionary(g => g.Key, g => new ItemHistory(g.MaxBy(v => v.Version), [.. implementing[g.Key]], [.. reductions[g.Key]]));
    }
}
