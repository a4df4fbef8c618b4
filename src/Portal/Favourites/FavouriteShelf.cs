using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Portal.Favourites;

/// <summary>The favourites (收藏) of whoever asks; nobody reaches anybody else's.</summary>
internal sealed class FavouriteShelf(YiwangDb db, CurrentActor current, TimeProvider clock)
{
    /// <summary>How many a resident can keep.</summary>
    internal const int Most = 200;

    /// <summary>Whether who asks is somebody who can keep any.</summary>
    internal bool MayKeep => current.Actor.Kind == Actor.ApplicantKind;

    internal Task<bool> Has(ItemCode item, RegionCode region, CancellationToken stop) => Mine.AnyAsync(f => f.Item == item && f.Region == region, stop);

    /// <summary>Keeps a guide; one that is kept already stays as it is. Refused with <c>too-many-favourites</c>.</summary>
    internal async Task<Outcome> Keep(ItemCode item, RegionCode region, CancellationToken stop)
    {
        if (!MayKeep) return new Refusal(RefusalKind.Forbidden, "applicants-only", "请用个人或单位账号登录后收藏。");
        if (await Has(item, region, stop)) return Outcome.Done;
        if (await Mine.CountAsync(stop) >= Most) return new Refusal(RefusalKind.Conflict, "too-many-favourites", $"最多收藏 {Most} 个事项，请先移除不用的。");
        var now = clock.GetUtcNow();
        db.Add(new Favourite { Id = Guid.CreateVersion7(now).ToString("N"), Person = current.Actor.Id, Item = item, Region = region, At = now });
        var saved = await db.TrySave(stop);
        // Kept from another page at the same moment.
        return saved.IsDone || saved.Refusal == Saving.SomebodyWasFirst ? Outcome.Done : saved;
    }

    internal Task Remove(ItemCode item, RegionCode region, CancellationToken stop) => Mine.Where(f => f.Item == item && f.Region == region).ExecuteDeleteAsync(stop);

    internal Task RemoveAll(CancellationToken stop) => Mine.ExecuteDeleteAsync(stop);

    /// <summary>A page, the latest first, from after the one with the id of the cursor.</summary>
    internal async Task<(IReadOnlyList<Favourite> Found, string? Next)> Page(string? cursor, int size, CancellationToken stop)
    {
        var mine = Mine;
        if (cursor is { Length: Favourite.IdLength }) mine = mine.Where(f => f.Id.CompareTo(cursor) < 0);
        var found = await mine.AsNoTracking().OrderByDescending(f => f.Id).Take(size + 1).ToListAsync(stop);
        return found.Count <= size ? (found, null) : (found[..size], found[size - 1].Id);
    }

    private IQueryable<Favourite> Mine
    {
        get
        {
            var person = MayKeep ? current.Actor.Id : "";
            return db.Set<Favourite>().Where(f => f.Person == person);
        }
    }
}
