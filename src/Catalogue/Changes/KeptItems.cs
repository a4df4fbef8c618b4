using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Changes;

/// <summary>A base item that a region has to do something about.</summary>
/// <param name="Code">The item's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Its category.</param>
/// <param name="Department">The city's department of the kind.</param>
/// <param name="BaseVersion">The version of the base item in force.</param>
/// <param name="Region">The region.</param>
/// <param name="Follows">The version that the region follows; null when it has not taken the item over.</param>
internal sealed record KeptItem(ItemCode Code, string Name, string Category, string Department, int BaseVersion, RegionCode Region, int? Follows);

/// <summary>What those who keep items look up: what is not taken over, who stays behind, what is on its way.</summary>
internal sealed class KeptItems(YiwangDb db, IDirectory directory, ChangeRights rights)
{
    /// <summary>A page of the implementing items of a region and those below that follow an older version of their base item (未跟进), in order of code.</summary>
    internal async Task<(IReadOnlyList<KeptItem> Found, ItemCode? Next)> Behind(RegionCode region, ItemCode? after, int size, CancellationToken stop)
    {
        var rows = db.Set<ImplementingItem>().AsNoTracking().Where(i => i.EndedAt == null);
        if (region.Level is not RegionLevel.City) rows = rows.Within(region);
        var found = rows.Join(db.Set<ItemVersion>().AsNoTracking().Where(v => v.EndedAt == null), i => i.Code, v => v.Code, (i, v) => new { Row = i, Base = v }).Where(p => p.Row.BaseVersion < p.Base.Version);
        if (after is { } last) found = found.Where(p => p.Base.Code.CompareTo(last) > 0);
        var page = await found.OrderBy(p => p.Base.Code).ThenBy(p => p.Row.Region).Take(size + 1)
            .Select(p => new KeptItem(p.Base.Code, p.Base.Name, p.Base.Category, p.Base.Department, p.Base.Version, p.Row.Region, p.Row.BaseVersion)).ToListAsync(stop);
        return Cut(page, size);
    }

    /// <summary>A page of the base items that the region's departments may take over and have not (待承接), in order of code.</summary>
    internal async Task<(IReadOnlyList<KeptItem> Found, ItemCode? Next)> NotTakenOver(RegionCode region, ItemCode? after, int size, CancellationToken stop)
    {
        var level = ItemWords.LevelOf(region);
        var departments = new List<string>();
        foreach (var department in await directory.DepartmentsOf(RegionCode.Ningbo, stop))
        {
            if (await directory.Competent(department.Code, region, stop) is not null && await rights.Covers(region, department.Code, stop)) departments.Add(department.Code);
        }
        var items = db.Set<ItemVersion>().AsNoTracking().Where(v => v.EndedAt == null && v.Levels.Contains(level) && departments.Contains(v.Department)
            && !db.Set<ImplementingItem>().Any(i => i.Code == v.Code && i.Region == region && i.EndedAt == null));
        if (after is { } last) items = items.Where(v => v.Code.CompareTo(last) > 0);
        var page = await items.OrderBy(v => v.Code).Take(size + 1).Select(v => new KeptItem(v.Code, v.Name, v.Category, v.Department, v.Version, region, null)).ToListAsync(stop);
        return Cut(page, size);
    }

    /// <summary>The implementing items in force of one item, of the regions in reach, from the city down.</summary>
    internal async Task<List<ImplementingItem>> Implementing(ItemCode code, CancellationToken stop) =>
        [.. (await db.Set<ImplementingItem>().AsNoTracking().Where(i => i.Code == code && i.EndedAt == null).ToListAsync(stop))
            .Where(i => rights.Covers(i.Region)).OrderBy(i => i.Region.Level).ThenBy(i => i.Region.Value, StringComparer.Ordinal)];

    /// <summary>The changes of one item, the latest first.</summary>
    internal async Task<List<ItemChange>> Changes(ItemCode code, int most, CancellationToken stop) =>
        [.. (await db.Set<ItemChange>().AsNoTracking().Where(c => c.Code == code).OrderByDescending(c => c.Id).Take(most).ToListAsync(stop)).Where(c => rights.Covers(c.Region))];

    /// <summary>A page of the changes in a stage of the region in reach that were made alone, the latest first.</summary>
    internal async Task<(IReadOnlyList<ItemChange> Found, string? Next)> Changes(ChangeStage stage, string? cursor, int size, CancellationToken stop)
    {
        var changes = rights.Reach(db.Set<ItemChange>().AsNoTracking()).Where(c => c.Stage == stage && c.Batch == null);
        if (cursor is { Length: ItemChange.IdLength }) changes = changes.Where(c => c.Id.CompareTo(cursor) < 0);
        var page = await changes.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(stop);
        return page.Count <= size ? (page, null) : (page[..size], page[size - 1].Id);
    }

    private static (IReadOnlyList<KeptItem>, ItemCode?) Cut(List<KeptItem> page, int size)
    {
        if (page.Count <= size) return (page, null);
        // Rows of one item stay on one page.
        var cut = page.FindLastIndex(size, k => k.Code != page[size].Code);
        return cut < 0 ? (page[..size], page[size - 1].Code) : (page[..(cut + 1)], page[cut].Code);
    }
}
