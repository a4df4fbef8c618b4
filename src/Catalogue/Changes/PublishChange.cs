using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Publish;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Changes;

/// <summary>
/// Whether a change can take effect, and its taking effect. What was right when it was drafted may be wrong by then: another version in force,
/// a department dissolved. Prepares only; the caller saves, in one transaction.
/// </summary>
internal sealed class PublishChange(YiwangDb db, IDirectory directory, ItemCheck check, PublishItem publish, TimeProvider clock)
{
    /// <summary>Everything that stands against it; empty when it could be published now.</summary>
    internal async Task<List<FieldProblem>> Problems(ItemChange change, CancellationToken stop) => await Problems(change, await ItemHistory.Read(db, change.Code, stop), stop);

    /// <summary>Lets it take effect; refused when something stands against it.</summary>
    internal async Task<Outcome> Publish(ItemChange change, CancellationToken stop)
    {
        var history = await ItemHistory.Read(db, change.Code, stop);
        var problems = await Problems(change, history, stop);
        if (problems.Count > 0) return Refusal.Invalid(problems);
        change.Publish(await Apply(change, history, stop), clock.GetUtcNow());
        return Outcome.Done;
    }

    /// <summary>Everything that stands against it, with what is known of its item.</summary>
    internal async Task<List<FieldProblem>> Problems(ItemChange change, ItemHistory history, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        if (StartsFromProblem(change, history) is { } stale) return [new("startsFrom", stale)];
        switch (change.Kind)
        {
            case ChangeKind.Add or ChangeKind.Change:
                problems.AddRange(await check.Problems(change.Item, stop));
                if (change.Kind is ChangeKind.Change && ItemVersion.Write(change.Item with { Version = 0 }) == ItemVersion.Write(history.InForce!.Read() with { Version = 0 })) problems.Add(new("name", "内容与现行版本一样，没有什么可变更"));
                break;
            case ChangeKind.Adopt:
                problems.AddRange(await AdoptProblems(change, history, stop));
                break;
            case ChangeKind.Delegate:
                problems.AddRange(await DelegateProblems(change, history, stop));
                break;
            case ChangeKind.Suspend when State(change, history) is ItemState.Suspended:
                problems.Add(new("kind", "已经暂停"));
                break;
            case ChangeKind.Resume when State(change, history) is not ItemState.Suspended:
                problems.Add(new("kind", "没有暂停，不必恢复"));
                break;
        }
        if (change.Reason.Length == 0) problems.Add(new("reason", "请填写调整原因"));
        if (change.Basis.Length == 0 && change.Kind is not (ChangeKind.Suspend or ChangeKind.Resume)) problems.Add(new("basis", "请填写调整依据"));
        return problems;
    }

    private static string? StartsFromProblem(ItemChange change, ItemHistory history)
    {
        if (change.Kind is ChangeKind.Add) return history.InForce is null ? null : $"事项编码 {change.Code} 已有现行版本";
        if (history.InForce is null) return "这个事项已取消";
        var now = change.OfBase ? history.InForce.Version : history.Of(change.Region)?.Version ?? 0;
        if (now == 0 && change.Kind is not ChangeKind.Adopt) return "本地区没有承接这个事项";
        return now == change.StartsFrom ? null : $"起草之后，{(change.OfBase ? "基本目录" : "本地区实施清单")}已发布第 {now} 版，请核对后重新起草";
    }

    private static ItemState State(ItemChange change, ItemHistory history) => history.Standing(change.RegionOrNone).State;

    private async Task<List<FieldProblem>> AdoptProblems(ItemChange change, ItemHistory history, CancellationToken stop)
    {
        var item = history.InForce!.Read();
        var problems = new List<FieldProblem>(change.Local.Problems(item));
        if (await directory.Competent(item.Department, change.Region, stop) is null) problems.Add(new("region", "本地区没有主管这个事项的现行部门，不能承接"));
        if (change.StartsFrom == 0 && !CanBeTakenOver(item, change.Region) && !await IsGivenDown(change, stop))
            problems.Add(new("region", $"行使层级是{string.Join("、", item.Levels)}，本地区不能承接。市级部门先下放，本地区才能承接"));
        return problems;
    }

    // Villages act for their towns, and towns for their counties, where these entrust them.
    private static bool CanBeTakenOver(ServiceItem item, RegionCode region) => region.Level switch
    {
        RegionLevel.Village => item.Levels.Contains(ItemWords.TownLevel, StringComparer.Ordinal) || item.Levels.Contains(ItemWords.VillageLevel, StringComparer.Ordinal),
        RegionLevel.Town => item.Levels.Contains(ItemWords.TownLevel, StringComparer.Ordinal) || item.Levels.Contains(ItemWords.CountyLevel, StringComparer.Ordinal),
        _ => item.Levels.Contains(ItemWords.LevelOf(region), StringComparer.Ordinal),
    };

    /// <summary>Whether an item is on its way down to a region.</summary>
    private async Task<bool> IsGivenDown(ItemChange change, CancellationToken stop)
    {
        var open = await db.Set<ItemChange>().AsNoTracking().Where(c => c.Code == change.Code && c.Kind == ChangeKind.Delegate && c.Stage == ChangeStage.Scheduled).ToListAsync(stop);
        return open.Exists(c => c.Delegation.Regions.Contains(change.Region));
    }

    private async Task<List<FieldProblem>> DelegateProblems(ItemChange change, ItemHistory history, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        if (history.Of(RegionCode.Ningbo) is null) problems.Add(new("regions", "市级部门没有这个事项，不能下放"));
        if (change.Delegation.Regions.Count == 0) problems.Add(new("regions", "请选择承接的地区"));
        foreach (var region in change.Delegation.Regions)
        {
            var name = (await directory.Region(region, stop))?.Name ?? region.Value;
            if (region.Level is not (RegionLevel.County or RegionLevel.Zone)) problems.Add(new("regions", $"{name}不是区县或园区"));
            else if (await directory.Competent(change.Department, region, stop) is null) problems.Add(new("regions", $"{name}没有主管这个事项的现行部门，不能承接"));
        }
        return problems;
    }

    private async Task<int?> Apply(ItemChange change, ItemHistory history, CancellationToken stop)
    {
        switch (change.Kind)
        {
            case ChangeKind.Add:
                // The city's own department carries it out at once; the others take it over themselves (承接).
                var organs = new Dictionary<RegionCode, string>();
                if (change.Item.Levels.Contains(ItemWords.CityLevel, StringComparer.Ordinal) && await directory.Competent(change.Item.Department, RegionCode.Ningbo, stop) is { } organ) organs[RegionCode.Ningbo] = organ.Code;
                return publish.Base(change.Item, history, change.Reason, "", organs).Version;
            case ChangeKind.Change:
                return publish.Base(change.Item, history, change.Reason, history.InForce!.ImportedAs).Version;
            case ChangeKind.Adopt:
                var competent = await directory.Competent(history.InForce!.Department, change.Region, stop);
                return publish.Implement(history.InForce, history, change.Region, competent!.Code, change.Local, change.Reason).Version;
            case ChangeKind.Suspend:
                publish.Suspend(history, change.RegionOrNone, change.Reason);
                return null;
            case ChangeKind.Resume:
                publish.Resume(history, change.RegionOrNone, change.Reason);
                return null;
            case ChangeKind.Cancel when change.OfBase:
                publish.Withdraw(history, change.Reason);
                return null;
            case ChangeKind.Cancel:
                publish.GiveUp(history.Of(change.Region)!, ItemState.Withdrawn, change.Reason);
                return null;
            default:
                var item = history.InForce!.Read();
                var levels = item.Levels.Where(l => l is not (ItemWords.CityLevel or ItemWords.CountyLevel)).Prepend(ItemWords.CountyLevel);
                publish.GiveUp(history.Of(RegionCode.Ningbo)!, ItemState.Withdrawn, change.Reason);
                return publish.Base(item with { Levels = [.. levels], AcceptLevels = [.. item.AcceptLevels.Where(l => l != ItemWords.CityLevel).Append(ItemWords.CountyLevel).Distinct(StringComparer.Ordinal)] }, history, change.Reason, history.InForce.ImportedAs).Version;
        }
    }
}
