using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Publish;
using Yiwang.Directory;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Import;

/// <summary>
/// Publishes what an import brings. An item that is not as the last import brought it becomes a new version, also over what editors have made of
/// it since; one that the data no longer has, or that is past its last day, is withdrawn; all others are left alone, as are items of editors.
/// </summary>
internal sealed class PublishImport(YiwangDb db, PublishItem publish, TimeProvider clock)
{
    private const string Reason = "事项库数据导入", Gone = "已不在事项库中", Expired = "已过有效期";

    internal async Task Publish(IReadOnlyDictionary<ItemCode, ServiceItem> items, CancellationToken stop)
    {
        var today = WorkCalendar.TodayInNingbo(clock);
        var competences = await Competences.Read(db, stop);
        var marks = await db.Set<ItemVersion>().AsNoTracking().Where(v => v.EndedAt == null || v.State == ItemState.Withdrawn)
            .Select(v => new { v.Code, v.Version, v.EndedAt, v.ImportedAs }).ToListAsync(stop);
        var known = marks.GroupBy(m => m.Code).ToDictionary(g => g.Key, g => g.MaxBy(m => m.Version)!);
        foreach (var batch in items.Values.OrderBy(i => i.Code.Value, StringComparer.Ordinal).Chunk(ReadItems.Batch))
        {
            var histories = await ItemHistory.Read(db, [.. batch.Select(i => i.Code)], stop);
            foreach (var item in batch) Publish(item, histories.GetValueOrDefault(item.Code) ?? new(null, []), competences, today);
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
        var gone = known.Values.Where(m => m.EndedAt is null && m.ImportedAs.Length > 0 && !items.ContainsKey(m.Code)).Select(m => m.Code).ToList();
        foreach (var history in (await ItemHistory.Read(db, gone, stop)).Values)
        {
            // If it comes back, it is new again.
            history.Latest!.ImportedAs = "";
            publish.Withdraw(history, Gone);
        }
        await db.SaveChangesAsync(stop);
    }

    private void Publish(ServiceItem item, ItemHistory history, Competences competences, DateOnly today)
    {
        var digest = Digest(item);
        var expired = item.ValidTo < today;
        var organs = Organs(item, competences);
        // Elements that items have got since the last import make no new version of what is otherwise the same.
        if (history.Latest is { ImportedAs.Length: > 0 } latest && (latest.ImportedAs == digest || Digest(latest.Read()) == digest))
        {
            latest.ImportedAs = digest;
            if (history.InForce is null) return;
            if (expired) publish.Withdraw(history, Expired);
            else Reconcile(latest, history, Organs(latest.Read(), competences));
            return;
        }
        if (expired && history.InForce is { } ending)
        {
            ending.ImportedAs = digest;
            publish.Withdraw(history, Expired);
            return;
        }
        var version = publish.Base(item, history, Reason, digest, organs);
        if (expired) publish.Withdraw(new(version, [], history.Reductions), Expired);
    }

    // Where regions or departments are others than before: an organ takes over from the one that was competent, a new region begins.
    private void Reconcile(ItemVersion version, ItemHistory history, Dictionary<RegionCode, string> organs)
    {
        foreach (var (region, organ) in organs)
        {
            if (history.Of(region) is { } row)
            {
                if (row.Organ != organ) publish.Implement(version, history, region, organ, LocalElements.Read(row.Local), Reason);
            }
            else if (!history.Knows(region)) publish.Implement(version, history, region, organ, LocalElements.None, Reason);
        }
    }

    /// <summary>The organs that are competent for an item at its levels.</summary>
    internal static Dictionary<RegionCode, string> Organs(ServiceItem item, Competences competences) =>
        competences.Regions.Where(r => item.Levels.Contains(ItemWords.LevelOf(r.Code), StringComparer.Ordinal))
            .Select(r => (r.Code, Organ: competences.Of(item.Department, r.Code)?.Code)).Where(p => p.Organ is not null).ToDictionary(p => p.Code, p => p.Organ!);

    private static string Digest(ServiceItem item) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ItemVersion.Write(item with { Version = 0 }))));
}
