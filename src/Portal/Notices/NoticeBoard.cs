using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Portal.Sites;

namespace Yiwang.Portal.Notices;

/// <summary>A page of notices, the latest first.</summary>
internal sealed record NoticeList(IReadOnlyList<Notice> Notices, string? Next);

/// <summary>Reads notices: those of a site and of the sites above it, or an editor's own.</summary>
internal sealed class NoticeBoard(YiwangDb db, IDirectory directory, TimeProvider clock)
{
    /// <summary>What is out on a site: its own notices and those of all regions above it.</summary>
    internal Task<NoticeList> On(Site site, string? cursor, int size, CancellationToken stop)
    {
        var regions = Above(site.Code);
        var now = clock.GetUtcNow();
        return Page(db.Set<Notice>().Where(n => regions.Contains(n.Region) && n.WithdrawnAt == null && n.PublishedAt <= now), cursor, size, stop);
    }

    /// <summary>All notices of a region and those below, also what is withdrawn or to come.</summary>
    internal async Task<NoticeList> In(RegionCode region, string? cursor, int size, CancellationToken stop)
    {
        var notices = db.Set<Notice>().AsQueryable();
        if (region.Level is RegionLevel.County or RegionLevel.Zone) notices = notices.Where(n => n.County == region);
        else if (region.Level is not (RegionLevel.City or RegionLevel.Province))
        {
            List<RegionCode> regions = [region, .. (await directory.Below(region, stop)).Select(r => r.Code)];
            notices = notices.Where(n => regions.Contains(n.Region));
        }
        return await Page(notices, cursor, size, stop);
    }

    /// <summary>A notice; null when there is none.</summary>
    internal Task<Notice?> Find(string id, CancellationToken stop) => db.Set<Notice>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, stop);

    private static async Task<NoticeList> Page(IQueryable<Notice> notices, string? cursor, int size, CancellationToken stop)
    {
        if (ReadCursor(cursor) is var (at, id)) notices = notices.Where(n => n.PublishedAt < at || (n.PublishedAt == at && n.Id.CompareTo(id) < 0));
        var found = await notices.AsNoTracking().OrderByDescending(n => n.PublishedAt).ThenByDescending(n => n.Id).Take(size + 1).ToListAsync(stop);
        return found.Count <= size ? new(found, null) : new(found[..size], $"{found[size - 1].PublishedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)}.{found[size - 1].Id}");
    }

    private static (DateTimeOffset At, string Id)? ReadCursor(string? cursor) =>
        cursor?.Split('.') is [var ticks, { Length: Notice.IdLength } id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            ? (new DateTimeOffset(at, TimeSpan.Zero), id) : null;

    private static List<RegionCode> Above(RegionCode region)
    {
        var regions = new List<RegionCode>();
        for (RegionCode? at = region; at is { } here; at = here.Parent) regions.Add(here);
        return regions;
    }
}
