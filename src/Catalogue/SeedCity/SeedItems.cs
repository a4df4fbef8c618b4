using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Publish;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Catalogue.SeedCity;

/// <summary>Seeds sub-items and implementing items until the city has as many as planned. They stay when the reference data is imported again.</summary>
internal sealed class SeedItems(YiwangDb db, PublishItem publish, CatalogueShelf shelf, Generations generations) : ICitySeed
{
    private const string Reason = "城市规模示例数据", Revised = "示例：缩短承诺期限", What = "事项";

    /// <summary>The scales, and of how many parts of the whole city each adds one.</summary>
    internal static IReadOnlyDictionary<string, int> Scales { get; } = new Dictionary<string, int>(StringComparer.Ordinal) { ["ningbo"] = 1, ["small"] = 11 };

    public int Floor => 2;

    public void Kept()
    {
        shelf.Forget();
        generations.Raise(Generations.Catalogue);
    }

    public async Task<Outcome> Seed(SeedOrder order, IProgress<SeedStep> progress, CancellationToken stop)
    {
        if (!Scales.TryGetValue(order.Scale, out var part)) return new Refusal(RefusalKind.Invalid, "unknown-scale", $"没有规模“{order.Scale}”，可选：{string.Join("、", Scales.Keys)}。");
        var competences = await Competences.Read(db, stop);
        var departments = await db.Set<Department>().AsNoTracking().Where(d => d.Current).ToListAsync(stop);
        var mains = (await db.Set<ItemVersion>().AsNoTracking().Where(v => v.EndedAt == null && v.ImportedAs != "").OrderBy(v => v.Code).ToListAsync(stop)).ConvertAll(v => v.Read());
        var plan = CityPlan.Read(order.Folder, competences);
        if (plan.Additions(await Exercised(db, mains, departments, stop), part) is not { } additions)
            return new Refusal(RefusalKind.Conflict, "more-than-planned", "数据库中的事项比 scale.json 的规模多，不能再生成。请换一个数据目录（或数据库）。");

        var ownOrgans = departments.Where(d => d.Region.Level is RegionLevel.Zone or RegionLevel.Town).GroupBy(d => d.Region).ToDictionary(g => g.Key, g => g.First().Code);
        var items = new CityItems(plan, mains, additions, competences, ownOrgans, SubItemNames.Read(order.Folder)).Make();
        if (await Taken(items, stop) is { } taken) return new Refusal(RefusalKind.Conflict, "code-taken", $"事项编码 {taken} 已有别的事项，不能生成。请换一个数据目录（或数据库）。");
        var names = competences.Regions.ToDictionary(r => r.Code, r => r.Name);
        var done = 0;
        foreach (var batch in items.OrderBy(i => i.Item.Code).Chunk(ReadItems.Batch))
        {
            await Publish(batch, names, plan.Seed, stop);
            progress.Report(new(What, done += batch.Length, items.Count));
        }
        return Outcome.Done;
    }

    private async Task Publish(PlannedItem[] batch, Dictionary<RegionCode, string> names, int seed, CancellationToken stop)
    {
        foreach (var (item, organs) in batch)
        {
            var locals = organs.Keys.Select(r => (r, Local: SubItems.Local(item, r, names[r], seed))).Where(l => l.Local is not null).ToDictionary(l => l.r, l => l.Local!);
            publish.Base(item, new(null, []), Reason, "", organs, locals);
        }
        await db.SaveChangesAsync(stop);
        // Some are revised, and who has promised something of its own that is longer now stays behind (未跟进).
        var revised = batch.Where(p => p.Item is { OnApplication: true, Limits.PromisedDays: > 3 } && new Dice(seed, p.Item.Code.Value, "revised").Below(100) < 20).ToList();
        if (revised.Count > 0)
        {
            var histories = await ItemHistory.Read(db, [.. revised.Select(p => p.Item.Code)], stop);
            foreach (var (item, _) in revised) publish.Base(SubItems.Revise(item), histories[item.Code], Revised, "");
            await db.SaveChangesAsync(stop);
        }
        db.ChangeTracker.Clear();
    }

    /// <summary>How many items each region's own organs exercise.</summary>
    internal static async Task<Dictionary<(ItemGroup, RegionCode), int>> Exercised(YiwangDb db, IReadOnlyCollection<ServiceItem> items, IReadOnlyCollection<Department> departments, CancellationToken stop)
    {
        var groups = items.ToDictionary(i => i.Code, ItemGroup.Of);
        var at = departments.ToDictionary(d => d.Code, d => d.Region, StringComparer.Ordinal);
        var rows = await db.Set<ImplementingItem>().AsNoTracking().Where(i => i.EndedAt == null).Select(i => new { i.Code, i.Region, i.Organ }).ToListAsync(stop);
        return rows.Where(r => groups.ContainsKey(r.Code) && at.GetValueOrDefault(r.Organ) == r.Region).GroupBy(r => (groups[r.Code], r.Region)).ToDictionary(g => g.Key, g => g.Count());
    }

    private async Task<ItemCode?> Taken(List<PlannedItem> items, CancellationToken stop)
    {
        var codes = items.Select(i => i.Item.Code).ToHashSet();
        foreach (var code in await db.Set<ItemVersion>().Select(v => v.Code).Distinct().ToListAsync(stop))
        {
            if (codes.Contains(code)) return code;
        }
        return null;
    }
}
