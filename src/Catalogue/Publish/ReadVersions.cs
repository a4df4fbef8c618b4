using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Elements;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Publish;

/// <summary>Reads versions from the database, where none is ever changed or deleted.</summary>
internal sealed class ReadVersions(IServiceScopeFactory scopes, ICatalogue catalogue) : IItemVersions
{
    public async Task<EndedItem?> Ended(ItemCode code, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var last = await scope.ServiceProvider.GetRequiredService<YiwangDb>().Set<ItemVersion>().AsNoTracking().Where(v => v.Code == code).OrderByDescending(v => v.Version).FirstOrDefaultAsync(stop);
        return last is { State: ItemState.Withdrawn, EndedAt: { } at } ? new(code, last.Name, at, last.Reason) : null;
    }

    public async Task<IReadOnlyList<ItemEdition>> Of(ItemCode code, RegionCode region, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        if (region.Value.Length > 0)
        {
            var rows = await db.Set<ImplementingItem>().AsNoTracking().Where(i => i.Code == code && i.Region == region).OrderByDescending(i => i.Version).ToListAsync(stop);
            return [.. rows.Select(r => Edition(r, r.Version, r.BaseVersion))];
        }
        var versions = await db.Set<ItemVersion>().AsNoTracking().Where(v => v.Code == code).OrderByDescending(v => v.Version).ToListAsync(stop);
        return [.. versions.Select(v => Edition(v, v.Version, v.Version))];
    }

    public async Task<IReadOnlyList<Difference>?> Compare(ItemCode code, RegionCode region, int from, int to, CancellationToken stop) =>
        await Version(code, region, from, stop) is { } before && await Version(code, region, to, stop) is { } after ? Differences.Of(ItemElements.Sections, before, after) : null;

    private async Task<ServiceItem?> Version(ItemCode code, RegionCode region, int version, CancellationToken stop)
    {
        if (region.Value.Length > 0) return await catalogue.Version(code, region, version, stop);
        await using var scope = scopes.CreateAsyncScope();
        return await ReadItems.Version(scope.ServiceProvider.GetRequiredService<YiwangDb>(), code, version, stop);
    }

    private static ItemEdition Edition(PublishedVersion version, int number, int ofBase) => new(number, ofBase, version.PublishedAt, version.EndedAt, version.Reason, version.State switch
    {
        ItemState.Published => "现行",
        ItemState.Suspended => "暂停办理",
        ItemState.Superseded => "已被替代",
        _ => "已取消",
    });
}
