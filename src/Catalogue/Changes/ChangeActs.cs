using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Publish;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Changes;

/// <summary>What editors and reviewers do to changes of items. Each act is one transaction with its fact.</summary>
internal sealed class ChangeActs(YiwangDb db, Journal journal, ChangeRights rights, PublishChange publishing, CatalogueShelf shelf, Generations generations, IDirectory directory, TimeProvider clock)
{
    /// <summary>A change for whoever may see it; null when there is none for this one.</summary>
    internal async Task<ItemChange?> Find(string id, CancellationToken stop) =>
        await db.Set<ItemChange>().SingleOrDefaultAsync(c => c.Id == id, stop) is { } found && await rights.Covers(found, stop) ? found : null;

    /// <summary>Begins a change of an item that is there; its id.</summary>
    internal async Task<Outcome<string>> Begin(ItemCode code, RegionCode region, ChangeKind kind, CancellationToken stop)
    {
        var history = await ItemHistory.Read(db, code, stop);
        if (history.InForce is not { } now || !rights.IsEditor || !await rights.Covers(region, now.Department, stop)) return Refusal.NotFound("这个事项");
        var ofBase = region.Value.Length == 0;
        if (ofBase ? kind is ChangeKind.Adopt or ChangeKind.Add : kind is ChangeKind.Add or ChangeKind.Change or ChangeKind.Delegate) return Unfit;
        var row = ofBase ? null : history.Of(region);
        if (!ofBase && row is null && kind is not ChangeKind.Adopt) return Unfit;
        if (await Open(code, region, stop) is { } open) return Taken(open);
        var change = ItemChange.Begin(code, region, kind, ofBase ? now.Version : row?.Version ?? 0, now.Name, now.Department, rights.Who.JournalName, clock.GetUtcNow());
        if (kind is ChangeKind.Change) change.Propose(now.Read());
        if (kind is ChangeKind.Adopt) change.Propose(LocalElements.Read(row?.Local));
        return await Start(change, stop);
    }

    /// <summary>Begins a new base item under the next free number of its category and department; its id.</summary>
    internal async Task<Outcome<string>> BeginNew(string? category, string? department, string? name, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        var letters = ItemWords.Categories.FirstOrDefault(c => c.Name == category).Letters;
        if (letters is null) problems.Add(new("category", "请选择权力类别"));
        if (await directory.Department(department ?? "", stop) is not { Current: true } found || found.Region != RegionCode.Ningbo) problems.Add(new("department", "请选择主管部门"));
        if (name?.Trim() is not { Length: > 0 and <= ItemVersion.NameMaxLength }) problems.Add(new("name", $"请填写事项名称，不超过 {ItemVersion.NameMaxLength} 字"));
        if (problems.Count > 0) return Refusal.Invalid(problems);
        if (!rights.IsEditor || !await rights.Covers(default, department!, stop)) return new Refusal(RefusalKind.Forbidden, "not-your-item", "只有市级的事项库维护人员可以新增基本目录事项。");
        var code = await NewItem.NextCode(db, letters!, department!, [], stop);
        var change = ItemChange.Begin(code, default, ChangeKind.Add, 0, name!.Trim(), department!, rights.Who.JournalName, clock.GetUtcNow());
        change.Propose(NewItem.Blank(code, name.Trim(), category!, department!));
        return await Start(change, stop);
    }

    /// <summary>Saves what it will be. Refused when somebody saved since the editor opened it.</summary>
    internal async Task<Outcome> Propose(string id, int revision, object proposed, CancellationToken stop)
    {
        var found = await ForEditing(id, revision, stop);
        if (!found.IsDone) return found.Refusal;
        var done = found.Value.Propose(proposed);
        return done.IsDone ? await db.TrySave(stop) : done;
    }

    /// <summary>Saves why, by what and when.</summary>
    internal async Task<Outcome> Plan(string id, int revision, ChangePlan plan, IReadOnlyList<RegionCode>? regions, CancellationToken stop)
    {
        var found = await ForEditing(id, revision, stop);
        if (!found.IsDone) return found.Refusal;
        if (plan.Problems(clock.GetUtcNow(), complete: false).ToList() is { Count: > 0 } problems) return Refusal.Invalid(problems);
        var done = found.Value.Plan(plan);
        if (done.IsDone && found.Value.Kind is ChangeKind.Delegate) done = found.Value.Propose(new Delegation(regions ?? []));
        return done.IsDone ? await db.TrySave(stop) : done;
    }

    /// <summary>Hands it to the reviewers; refused with everything that is still missing.</summary>
    internal async Task<Outcome> Submit(string id, int revision, CancellationToken stop)
    {
        var found = await ForEditing(id, revision, stop);
        if (!found.IsDone) return found.Refusal;
        if (await publishing.Problems(found.Value, stop) is { Count: > 0 } problems) return Refusal.Invalid(problems);
        return await Moved(found.Value, found.Value.Submit(rights.Who.JournalName), stop);
    }

    /// <summary>Approves it as reviewer or lawyer, whichever stage it is in. The second approval publishes it, or schedules it for its time.</summary>
    internal async Task<Outcome> Approve(string id, int revision, CancellationToken stop)
    {
        var found = await ForReview(id, revision, stop);
        if (!found.IsDone) return found.Refusal;
        var change = found.Value;
        var done = change.Approve(rights.Who.JournalName);
        if (!done.IsDone || change.Stage is not ChangeStage.Scheduled) return await Moved(change, done, stop);
        if (change.EffectiveAt is { } at && at > clock.GetUtcNow())
        {
            if (change.Kind is ChangeKind.Delegate) await OfferTakingOver(change, stop);
            return await Moved(change, done, stop);
        }
        return await Publish(change, stop);
    }

    /// <summary>Sends it back with the reason.</summary>
    internal async Task<Outcome> Return(string id, int revision, string? note, CancellationToken stop)
    {
        var found = await ForReview(id, revision, stop);
        if (!found.IsDone) return found.Refusal;
        if (note?.Trim() is not { Length: > 0 and <= ItemChange.TextMaxLength } said) return Refusal.Invalid([new("note", $"请写明退回的原因，不超过 {ItemChange.TextMaxLength} 字")]);
        return await Moved(found.Value, found.Value.Return(said), stop);
    }

    /// <summary>Takes it back to mend it.</summary>
    internal async Task<Outcome> Recall(string id, int revision, CancellationToken stop)
    {
        var found = await ForEditing(id, revision, stop);
        return found.IsDone ? await Moved(found.Value, found.Value.Recall(), stop) : found.Refusal;
    }

    /// <summary>Gives it up.</summary>
    internal async Task<Outcome> Abandon(string id, int revision, CancellationToken stop)
    {
        var found = await ForEditing(id, revision, stop);
        return found.IsDone ? await Moved(found.Value, found.Value.Abandon(clock.GetUtcNow()), stop) : found.Refusal;
    }

    /// <summary>Lets an approved change take effect, or sends it back where something stands against it by now.</summary>
    internal async Task<Outcome> Publish(ItemChange change, CancellationToken stop)
    {
        var published = await publishing.Publish(change, stop);
        if (published.IsDone && change.Kind is ChangeKind.Delegate) await OfferTakingOver(change, stop);
        if (!published.IsDone)
        {
            var why = string.Join("；", published.Refusal.Fields.Select(f => f.Message));
            change.Return(why.Length > ItemChange.TextMaxLength ? why[..ItemChange.TextMaxLength] : why);
        }
        var moved = await Moved(change, Outcome.Done, stop);
        shelf.Forget();
        generations.Raise(Generations.Catalogue);
        return moved.IsDone ? published : moved;
    }

    // 下放 needs a matching 承接: each region that is to take the item over finds a draft for it.
    private async Task OfferTakingOver(ItemChange given, CancellationToken stop)
    {
        var history = await ItemHistory.Read(db, given.Code, stop);
        foreach (var region in given.Delegation.Regions.Where(r => history.Of(r) is null))
        {
            if (await Open(given.Code, region, stop) is not null) continue;
            var draft = ItemChange.Begin(given.Code, region, ChangeKind.Adopt, 0, given.Name, given.Department, Kernel.Actors.Actor.Platform.JournalName, clock.GetUtcNow());
            draft.Propose(LocalElements.None with { PowerSource = "上级下放" });
            draft.Plan(new(Shortened($"承接市级下放：{given.Reason}"), given.Basis, given.EffectiveAt));
            db.Add(draft);
            journal.Tell(draft);
        }

        static string Shortened(string text) => text.Length > ItemChange.TextMaxLength ? text[..ItemChange.TextMaxLength] : text;
    }

    private async Task<Outcome<ItemChange>> ForEditing(string id, int revision, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } change || !rights.IsEditor) return Refusal.NotFound("这项变更");
        return change.Revision == revision ? change : Saving.SomebodyWasFirst;
    }

    private async Task<Outcome<ItemChange>> ForReview(string id, int revision, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } change) return Refusal.NotFound("这项变更");
        if (change.Revision != revision) return Saving.SomebodyWasFirst;
        var may = change.Stage is ChangeStage.Review ? rights.IsReviewer : rights.IsLawyer;
        return may ? change : new Refusal(RefusalKind.Forbidden, "not-your-review", change.Stage is ChangeStage.Review ? "审核由事项审核人员进行。" : "法制审核由法制审核人员进行。");
    }

    private async Task<Outcome<string>> Start(ItemChange change, CancellationToken stop)
    {
        db.Add(change);
        journal.Tell(change);
        var saved = await db.TrySave(stop);
        if (saved.IsDone) return change.Id;
        db.ChangeTracker.Clear();
        return await Open(change.Code, change.Region, stop) is { } open ? Taken(open) : saved.Refusal;
    }

    private async Task<Outcome> Moved(ItemChange change, Outcome done, CancellationToken stop)
    {
        if (!done.IsDone) return done;
        journal.Tell(change);
        return await db.TrySave(stop);
    }

    private Task<ItemChange?> Open(ItemCode code, RegionCode region, CancellationToken stop)
    {
        var key = ItemChange.KeyOf(code, region);
        return db.Set<ItemChange>().AsNoTracking().SingleOrDefaultAsync(c => c.OpenKey == key, stop);
    }

    internal static Refusal Taken(ItemChange open) => new(RefusalKind.Conflict, "change-open", $"这个事项已有一项未完成的变更（{ChangeWords.Say(open.Kind, !open.OfBase)}，{ChangeWords.Say(open.Stage)}），请在那项变更中继续。");

    private static Refusal Unfit { get; } = new(RefusalKind.Conflict, "change-unfit", "这个事项现在不能这样调整，请刷新后查看最新状态。");
}
