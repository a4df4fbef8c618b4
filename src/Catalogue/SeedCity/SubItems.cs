using Yiwang.Catalogue.Lists;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Catalogue.SeedCity;

/// <summary>Makes sub-items (子项) of main items: all elements are the main item's, marked as samples, with limits and visits that differ a little.</summary>
internal static class SubItems
{
    internal const string Note = "示例数据（城市规模）：由主项推演，不是公布的子项。";
    private const string FullOnline = "全程网办", PartOnline = "网上申请/原件预审", Booking = "网上预约";

    internal static ServiceItem Make(ServiceItem main, ItemCode code, string kind, ItemGroup group, int rank, int seed)
    {
        var dice = new Dice(seed, code.Value);
        var remote = group.Online && dice.Below(10) < 8;
        var item = main with
        {
            Code = code, Version = 0, Name = $"{main.Name}（{kind}）", CatalogCode = null, LocalCode = null, Main = main.Code, Joint = null, ValidTo = null, Suspension = null,
            Limits = main.Limits with { PromisedDays = Shorter(main.Limits.PromisedDays, ref dice) },
            Popularity = main.Popularity / (rank + 2), Note = Note, Samples = Samples(main),
        };
        if (!group.OnApplication) return main.Category == ItemEntry.Service ? item with { Scope = null, AcceptLevels = [], Online = false, OnlineDepth = "信息公开", Visits = null, VisitsReason = "", HandlingForms = [], Materials = [] } : item;
        return item with
        {
            Online = group.Online, OnlineDepth = group.Online ? remote ? FullOnline : PartOnline : Booking,
            Visits = remote ? 0 : 1, VisitsReason = remote ? "" : "须核验原件", HandlingForms = group.Online ? ["窗口办理", "网上办理"] : ["窗口办理"],
            Conveniences = group.Online ? main.Conveniences : [.. main.Conveniences.Where(c => c is not "移动端办理")],
        };
    }

    /// <summary>A later version with a shorter promise, which regions that promised something of their own may not be able to follow.</summary>
    internal static ServiceItem Revise(ServiceItem item) => item with { Limits = item.Limits with { PromisedDays = Math.Max(1, item.Limits.PromisedDays * 2 / 3) } };

    /// <summary>What a region has of its own: never worse than the base item. Null for most.</summary>
    internal static LocalElements? Local(ServiceItem item, RegionCode region, string regionName, int seed)
    {
        var dice = new Dice(seed, item.Code.Value, region.Value);
        if (!item.OnApplication || region.Level is RegionLevel.City || dice.Below(100) >= 15) return null;
        var window = 1 + dice.Below(30);
        return dice.Below(3) switch
        {
            0 when item.Limits.PromisedDays > 1 => new() { PromisedDays = item.Limits.PromisedDays - 1, Sample = true },
            1 when item.Visits > 0 => new() { Visits = item.Visits - 1, Sample = true },
            _ => new() { Places = [new($"{regionName}政务服务大厅 {window} 号窗口（示例）", $"{regionName}政务服务大厅", "工作日 08:30-11:30，13:30-17:00", "")], Sample = true },
        };
    }

    private static int Shorter(int days, ref Dice dice) => Math.Max(1, days - dice.Below(Math.Max(1, days / 3)));

    private static List<string> Samples(ServiceItem main) =>
        ["legal_basis", "legal_limit", "promised_limit", "materials", "conditions", "online_depth", .. main.Discretion.Count > 0 ? [ServiceItem.DiscretionTiers] : Array.Empty<string>()];
}
