using Yiwang.Catalogue.Reductions;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue.Publish;

/// <summary>
/// Brings versions of base items and implementing items into force and ends them, with the facts of it, whoever decides so: an import, a
/// change that was reviewed, a seed. Prepares only; the caller saves, in one transaction.
/// </summary>
internal sealed class PublishItem(YiwangDb db, Journal journal, RecordReductions reductions, TimeProvider clock)
{
    /// <summary>
    /// A new version of a base item, which flows down: each region whose own elements still fit follows with a new version of its own; the
    /// others stay behind with the version that they have. With <paramref name="organs"/>, the organs competent for its levels, regions of
    /// levels that are gone give it up, and those that never had it take it over, with what <paramref name="locals"/> says is their own.
    /// </summary>
    internal ItemVersion Base(
        ServiceItem item, ItemHistory history, string reason, string importedAs, IReadOnlyDictionary<RegionCode, string>? organs = null, IReadOnlyDictionary<RegionCode, LocalElements>? locals = null)
    {
        var now = clock.GetUtcNow();
        var before = history.InForce;
        var version = ItemVersion.Publish(item with { Version = (history.Latest?.Version ?? 0) + 1, Suspension = null }, now, reason, importedAs);
        Replace(before, version, now);
        reductions.Base(before?.Read(), item, history, reason, now);
        var behind = new List<RegionCode>();
        var followed = 0;
        var gone = organs is null || before is null ? [] : before.Read().Levels.Except(item.Levels, StringComparer.Ordinal).ToList();
        foreach (var row in history.Implementing.ToList())
        {
            var local = LocalElements.Read(row.Local);
            if (gone.Contains(ItemWords.LevelOf(row.Region), StringComparer.Ordinal)) GiveUp(row, ItemState.Withdrawn, reason);
            else if (local.Problems(item).Count > 0) behind.Add(row.Region);
            else
            {
                Replace(row, ImplementingItem.Publish(item.Code, row.Region, row.Version + 1, version.Version, organs?.GetValueOrDefault(row.Region) ?? row.Organ, local, reason, now), now);
                followed++;
            }
        }
        foreach (var (region, organ) in organs ?? new Dictionary<RegionCode, string>())
        {
            if (before is not null && history.Knows(region)) continue;
            var local = locals?.GetValueOrDefault(region) ?? LocalElements.None;
            db.Add(ImplementingItem.Publish(item.Code, region, history.NextIn(region), version.Version, organ, local, reason, now));
            reductions.Own(item, region, local, history, reason, now);
            followed++;
        }
        journal.Append(Stream(item.Code), new ItemPublished(item.Code, version.Version, item.Name, reason, followed, behind.Count > 0 ? behind : null));
        return version;
    }

    /// <summary>A region carries the item out (承接), or otherwise than before.</summary>
    internal ImplementingItem Implement(ItemVersion version, ItemHistory history, RegionCode region, string organ, LocalElements local, string reason)
    {
        var now = clock.GetUtcNow();
        var next = ImplementingItem.Publish(version.Code, region, history.NextIn(region), version.Version, organ, local, reason, now);
        Replace(history.Of(region), next, now);
        reductions.Own(version.Read(), region, local, history, reason, now);
        journal.Append(Stream(version.Code), new ItemImplemented(version.Code, region, next.Version, version.Version, organ, reason));
        return next;
    }

    /// <summary>A region no longer carries it out (取消、下放).</summary>
    internal void GiveUp(ImplementingItem row, ItemState how, string reason)
    {
        row.End(how, clock.GetUtcNow(), reason);
        journal.Append(Stream(row.Code), new ItemGivenUp(row.Code, row.Region, row.Version, reason));
    }

    /// <summary>Cancels a base item and with it all its implementing items (取消).</summary>
    internal void Withdraw(ItemHistory history, string reason)
    {
        var now = clock.GetUtcNow();
        history.Latest!.End(ItemState.Withdrawn, now, reason);
        foreach (var row in history.Implementing.ToList()) row.End(ItemState.Withdrawn, now, reason);
        RecordReductions.End(history, now);
        journal.Append(Stream(history.Latest.Code), new ItemWithdrawn(history.Latest.Code, history.Latest.Version, reason));
    }

    /// <summary>Suspends an item (暂停), in one region or, without one, everywhere.</summary>
    internal void Suspend(ItemHistory history, RegionCode? region, string reason)
    {
        history.Standing(region).Suspend(reason, clock.GetUtcNow());
        journal.Append(Stream(history.Latest!.Code), new ItemSuspended(history.Latest.Code, region, reason));
    }

    /// <summary>Resumes an item (恢复).</summary>
    internal void Resume(ItemHistory history, RegionCode? region, string reason)
    {
        history.Standing(region).Resume(reason, clock.GetUtcNow());
        journal.Append(Stream(history.Latest!.Code), new ItemResumed(history.Latest.Code, region, reason));
    }

    internal static string Stream(ItemCode item) => $"item/{item.Value}";

    private void Replace(PublishedVersion? before, PublishedVersion next, DateTimeOffset now)
    {
        if (before is not null) next.StaySuspended(before);
        before?.End(ItemState.Superseded, now);
        db.Add(next);
    }
}
