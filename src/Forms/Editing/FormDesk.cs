using Microsoft.EntityFrameworkCore;
using Yiwang.Forms.Import;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Forms.Editing;

/// <summary>
/// What editors do to forms: begin a change, save it, publish it as a new version, give it up. Forms are the whole city's, so only the city's
/// editors change them; one who belongs to a department, only those of its own items.
/// </summary>
internal sealed class FormDesk(YiwangDb db, Journal journal, FormCabinet cabinet, CurrentActor current, TimeProvider clock)
{
    /// <summary>Said where somebody else has changed the draft since the page was shown.</summary>
    internal static readonly Refusal ChangedSince = new(RefusalKind.Conflict, "form-changed-since", "这份修改稿刚被别人改过，您的改动没有保存。请看过现在的内容再改。");

    /// <summary>Whether the one who asks may change the form of an item.</summary>
    internal bool MayEdit(ItemCode item) => current.Actor is { Region: { } region } who && region == RegionCode.Ningbo
        && (who.Department is not { Length: > 0 } department || Actor.IsAllDepartments(department) || item.Value.Contains($"-{department.Split('@')[0]}-", StringComparison.Ordinal));

    /// <summary>The draft of an item's form; null when nobody changes it, or it is none of the asker's.</summary>
    internal async Task<FormDraft?> Draft(ItemCode item, CancellationToken stop) => MayEdit(item) ? await db.Set<FormDraft>().FindAsync([item], stop) : null;

    /// <summary>Begins to change a form; leads to the draft that is there when somebody has begun before.</summary>
    internal async Task<Outcome> Begin(FormDefinition form, CancellationToken stop)
    {
        if (!MayEdit(form.Item)) return Forbidden;
        if (await db.Set<FormDraft>().FindAsync([form.Item], stop) is not null) return Outcome.Done;
        db.Add(new FormDraft { Item = form.Item, BasedOn = form.Version, Definition = StoredForm.Write(form), ChangedBy = current.Actor.DisplayName, ChangedAt = clock.GetUtcNow() });
        var saved = await db.TrySave(stop);
        // Somebody else began in the same moment.
        return saved.IsDone || saved.Refusal.Kind is RefusalKind.Conflict ? Outcome.Done : saved;
    }

    /// <summary>Saves the draft, if it is still the one that the page showed. What is wrong with it is told at publishing: a form is built step by step.</summary>
    internal async Task<Outcome> Save(FormDraft draft, int seen, FormDefinition form, CancellationToken stop)
    {
        if (!MayEdit(draft.Item)) return Forbidden;
        if (draft.Revision != seen) return ChangedSince;
        draft.Write(form, current.Actor.DisplayName, clock.GetUtcNow());
        var saved = await db.TrySave(stop);
        return saved.IsDone || saved.Refusal.Kind is not RefusalKind.Conflict ? saved : ChangedSince;
    }

    /// <summary>Publishes the draft as the item's next version. Applications that are being filled in move to it, and their pages say so.</summary>
    internal async Task<Outcome<int>> Publish(FormDraft draft, int seen, CancellationToken stop)
    {
        if (!MayEdit(draft.Item)) return Forbidden;
        if (draft.Revision != seen) return ChangedSince;
        var form = draft.Read();
        if (DefinitionCheck.Problems(form) is { Count: > 0 } problems) return Refusal.Invalid(problems);
        var latest = await db.Set<StoredForm>().Where(f => f.Item == draft.Item).MaxAsync(f => (int?)f.Version, stop) ?? 0;
        if (latest != draft.BasedOn) return new Refusal(RefusalKind.Conflict, "form-published-since", $"修改期间，这张表单已发布第 {latest} 版。请放弃本修改稿，从新版本重新修改。");
        var next = form with { Version = latest + 1 };
        db.Add(StoredForm.Of(next, imported: false, clock.GetUtcNow()));
        db.Remove(draft);
        journal.Append($"form/{next.Item.Value}", new FormPublished(next.Item, next.Version, next.Title));
        var saved = await db.TrySave(stop);
        if (!saved.IsDone) return saved.Refusal;
        cabinet.Forget();
        return next.Version;
    }

    internal async Task<Outcome> Discard(FormDraft draft, CancellationToken stop)
    {
        if (!MayEdit(draft.Item)) return Forbidden;
        db.Remove(draft);
        return await db.TrySave(stop);
    }

    private static Refusal Forbidden { get; } = new(RefusalKind.Forbidden, "not-your-form", "电子表单全市统一，由市级表单管理人员维护；部门人员只能维护本部门事项的表单。");
}
