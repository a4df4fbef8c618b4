using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>Reads items in force from the database.</summary>
internal static class ReadItems
{
    /// <summary>How many base items are read or written at once, so that what is in memory stays little however many there are.</summary>
    internal const int Batch = 200;

    /// <summary>Those of some codes that are in force.</summary>
    internal static async Task<List<StoredItem>> Of(YiwangDb db, IReadOnlyCollection<ItemCode> codes, CancellationToken stop) =>
        await With(db, await db.Set<ItemVersion>().AsNoTracking().Where(v => v.EndedAt == null && codes.Contains(v.Code)).ToListAsync(stop), stop);

    /// <summary>A version of a base item, in force or not; null when there is none.</summary>
    internal static async Task<ServiceItem?> Version(YiwangDb db, ItemCode code, int version, CancellationToken stop) =>
        (await db.Set<ItemVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Code == code && v.Version == version, stop))?.Read();

    /// <summary>All that are in force, in order of codes, a batch at a time.</summary>
    internal static async IAsyncEnumerable<List<StoredItem>> All(YiwangDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (ItemCode? after = null; ;)
        {
            var query = db.Set<ItemVersion>().AsNoTracking().Where(v => v.EndedAt == null);
            if (after is { } last) query = query.Where(v => v.Code.CompareTo(last) > 0);
            var versions = await query.OrderBy(v => v.Code).Take(Batch).ToListAsync(stop);
            if (versions.Count == 0) yield break;
            yield return await With(db, versions, stop);
            after = versions[^1].Code;
        }
    }

    private static async Task<List<StoredItem>> With(YiwangDb db, List<ItemVersion> versions, CancellationToken stop)
    {
        var codes = versions.ConvertAll(v => v.Code);
        var rows = (await db.Set<ImplementingItem>().AsNoTracking().Where(i => codes.Contains(i.Code) && i.EndedAt == null).ToListAsync(stop)).ToLookup(i => i.Code);
        var items = new List<StoredItem>(versions.Count);
        foreach (var version in versions)
        {
            var older = new Dictionary<int, ServiceItem>();
            foreach (var number in rows[version.Code].Select(r => r.BaseVersion).Where(n => n != version.Version).Distinct())
            {
                older[number] = (await Version(db, version.Code, number, stop))! with { Suspension = null };
            }
            items.Add(new(version.Read(), rows[version.Code].ToDictionary(r => r.Region), older));
        }
        return items;
    }
}
