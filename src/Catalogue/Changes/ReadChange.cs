using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Elements;
using Yiwang.Catalogue.Lists;
using Yiwang.Catalogue.Reductions;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Changes;

/// <summary>A step that a change has gone.</summary>
internal sealed record ChangeStep(string Text, string? Note, DateTimeOffset At);

/// <summary>A change as its page shows it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Where">Its reach, in words.</param>
/// <param name="Differences">What it changes; null when it changes no elements.</param>
/// <param name="Sections">The sections of its form.</param>
/// <param name="Problems">What is missing before it can be handed in; empty when it is not being edited.</param>
/// <param name="Warnings">What is to be known before one goes on.</param>
/// <param name="Targets">Names of the regions that are to take the item over.</param>
/// <param name="Counties">Counties and zones that can be chosen.</param>
/// <param name="Steps">The steps gone, in order.</param>
/// <param name="Reduced">Materials that its publication will announce as asked for less.</param>
internal sealed record ChangeView(
    ItemChange Change, string Where, List<Difference>? Differences, IReadOnlyList<(string Key, string Title)> Sections, List<FieldProblem> Problems, List<string> Warnings,
    List<string> Targets, List<Region> Counties, List<ChangeStep> Steps, List<string> Reduced);

/// <summary>Reads a change for its page.</summary>
internal sealed class ReadChange(YiwangDb db, ChangeActs acts, PublishChange publishing, IDirectory directory)
{
    internal async Task<ChangeView?> Of(string id, CancellationToken stop)
    {
        if (await acts.Find(id, stop) is not { } change) return null;
        var warnings = new List<string>();
        var targets = new List<string>();
        var counties = new List<Region>();
        if (change.Kind is ChangeKind.Delegate)
        {
            foreach (var region in await directory.CityAndCounties(stop)) if (region.Code.Level is not RegionLevel.City && await directory.Competent(change.Department, region.Code, stop) is not null) counties.Add(region);
            foreach (var region in change.Delegation.Regions) targets.Add((await directory.Region(region, stop))?.Name ?? region.Value);
            warnings.AddRange(await NotReady(change, stop));
        }
        if (change is { Kind: ChangeKind.Cancel, OfBase: true, IsOpen: true }) warnings.Add("取消后，全市都不能再申请这个事项；在办的件按原版本办完。");
        var problems = change.Editable ? await publishing.Problems(change, stop) : [];
        var where = change.OfBase ? ChangeWords.Everywhere : (await directory.Region(change.Region, stop))?.FullName ?? change.Region.Value;
        return new(change, where, await DifferencesOf(change, stop), EditElements.Sections(change), problems, warnings, targets, counties, await Steps(change, stop), await Reduced(change, stop));
    }

    private async Task<List<string>> Reduced(ItemChange change, CancellationToken stop) => change.Kind is ChangeKind.Change && change.IsOpen && await Before(change, stop) is { } before
        ? ReducedMaterials.Between(before, change.Item).ConvertAll(r => $"{r.Material}（{ReductionEntry.Kinds[r.Kind]}）") : [];

    private async Task<ServiceItem?> Before(ItemChange change, CancellationToken stop) =>
        change.StartsFrom == 0 ? null : await ReadItems.Version(db, change.Code, change.StartsFrom, stop);

    /// <summary>What a change changes, element by element; null when it changes none.</summary>
    internal async Task<List<Difference>?> DifferencesOf(ItemChange change, CancellationToken stop)
    {
        if (change.HasItem) return Elements.Differences.Of(ItemElements.Sections, await Before(change, stop), change.Item);
        if (change.Kind is not ChangeKind.Adopt) return null;
        var row = change.StartsFrom == 0 ? null : await db.Set<ImplementingItem>().AsNoTracking().SingleOrDefaultAsync(i => i.Code == change.Code && i.Region == change.Region && i.Version == change.StartsFrom, stop);
        return Elements.Differences.Of([OwnElements.Section], LocalElements.Read(row?.Local), change.Local);
    }

    // Between the day on which the city gives an item down and that on which a region takes it over, nobody could accept there.
    private async Task<List<string>> NotReady(ItemChange change, CancellationToken stop)
    {
        var warnings = new List<string>();
        if (change.Stage is not (ChangeStage.Scheduled or ChangeStage.Published)) return warnings;
        foreach (var region in change.Delegation.Regions)
        {
            if (await db.Set<ImplementingItem>().AnyAsync(i => i.Code == change.Code && i.Region == region && i.EndedAt == null, stop)) continue;
            var name = (await directory.Region(region, stop))?.Name ?? region.Value;
            var key = ItemChange.KeyOf(change.Code, region);
            var open = await db.Set<ItemChange>().AsNoTracking().SingleOrDefaultAsync(c => c.OpenKey == key, stop);
            if (open is not { Stage: ChangeStage.Scheduled }) warnings.Add($"{name}还没有批准承接{(open is null ? "" : $"（{ChangeWords.Say(open.Stage)}）")}，{(change.Stage is ChangeStage.Published ? "现在那里不能受理" : "到生效时间那里将不能受理")}。");
            else if (open.EffectiveAt != change.EffectiveAt) warnings.Add($"{name}承接的生效时间与下放不同，中间一段时间那里不能受理。");
        }
        return warnings;
    }

    private async Task<List<ChangeStep>> Steps(ItemChange change, CancellationToken stop)
    {
        var stream = $"item-change/{change.Id}";
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Position).ToListAsync(stop);
        return [.. entries.Select((entry, i) => (entry, i)).Select(e => Step(Journal.Read<ItemChangeMoved>(e.entry), e.entry, first: e.i == 0))];
    }

    private static ChangeStep Step(ItemChangeMoved moved, JournalEntry entry, bool first) => new(
        moved.Stage switch
        {
            "draft" => first ? "起草" : "撤回修改",
            "review" => "送审",
            "legalReview" => "审核通过",
            "scheduled" => "法制审核通过，等待生效时间",
            "returned" => "退回",
            "published" => "发布生效",
            _ => "放弃",
        },
        moved.Note, entry.At);
}
