using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Submit;
using Yiwang.Catalogue;
using Yiwang.Documents;
using Yiwang.Forms;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Drafts;

/// <summary>Begins, opens, fills and submits drafts. Only the owner's own are ever found.</summary>
internal sealed class DraftDesk(
    YiwangDb db, ICatalogue catalogue, OfferBundles bundles, IForms forms, Prefill prefill, IMaterials materials, SubmitCaseHandler submit, SubmitBundle submitBundle, Journal journal, CurrentActor actor, TimeProvider clock)
{
    /// <summary>How many drafts a page lists.</summary>
    internal const int PageSize = 20;

    /// <summary>Said where a page is sent whose draft another window has saved since; sending again is meant.</summary>
    internal static readonly Refusal OtherWindow = new(
        RefusalKind.Conflict, "draft-changed-elsewhere", "这份草稿刚在另一个窗口保存过。下面是您在本窗口填写的内容，还没有保存：再点一次保存，就以本窗口的为准；要用另一个窗口的内容，请刷新本页。");

    internal async Task<Outcome<Draft>> Begin(ItemCode item, RegionCode region, CancellationToken stop)
    {
        var offered = await catalogue.Offer(item, region, stop);
        if (!offered.IsDone) return offered.Refusal;
        var me = actor.Actor;
        if (!me.MayApplyFor(item)) return SubmitCaseHandler.NotDelegated;
        if (me.ForCompany && !offered.Value.Item.ForCompanies)
            return new Refusal(RefusalKind.Invalid, "not-for-companies", $"“{offered.Value.Item.Name}”只面向个人，请用个人账户申请。", [new("regionCode", "这个事项只面向个人，请用个人账户申请")]);
        var form = await forms.Of(item, stop);
        return await Add(Draft.Begin(Guid.CreateVersion7(clock.GetUtcNow()), me.OwnerName, item, offered.Value.Item.Version, form.Version, region, me.ServicePoint, clock.GetUtcNow()), form, stop);
    }

    /// <summary>Begins to apply for a bundle (一件事).</summary>
    internal async Task<Outcome<Draft>> BeginBundle(string bundle, RegionCode region, CancellationToken stop)
    {
        var offered = await bundles.Offer(bundle, region, stop);
        if (!offered.IsDone) return offered.Refusal;
        var (offer, me) = (offered.Value, actor.Actor);
        if (offer.Steps.Any(s => !me.MayApplyFor(s.Step.Item))) return SubmitCaseHandler.NotDelegated;
        if (me.Kind == Actor.ApplicantKind && (me.ForCompany ? !offer.Bundle.ForCompanies : !offer.Bundle.ForPersons))
        {
            var words = $"“{offer.Bundle.Name}”只面向{(offer.Bundle.ForPersons ? "个人，请用个人账户申请" : "单位，请用单位账户申请")}";
            return new Refusal(RefusalKind.Invalid, "not-for-you", words, [new("regionCode", words)]);
        }
        return await Add(Draft.Begin(
            Guid.CreateVersion7(clock.GetUtcNow()), me.OwnerName, offer.Steps[0].Step.Item, offer.Edition, offer.Edition, region, me.ServicePoint, clock.GetUtcNow(), bundle), offer.Merged.Form, stop);
    }

    private async Task<Draft> Add(Draft draft, FormDefinition form, CancellationToken stop)
    {
        var me = actor.Actor;
        draft.FillIn(await prefill.For(form, me, stop), clock.GetUtcNow());
        if (me.Kind == Actor.ApplicantKind)
        {
            draft.ApplicantKind = me.ForCompany ? Applicant.Company : Applicant.Person;
            (draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone) = (me.DisplayName, me.PartyNumber, me.Phone);
            if (me.Delegation is not null) draft.ActedFor(new(me.AgentName!, me.AgentNumber!, me.Delegation));
        }
        db.Add(draft);
        await db.SaveChangesAsync(stop);
        return draft;
    }

    /// <summary>The owner's draft, moved to the item and form in force; null for any other, and for one whose item is not offered any more.</summary>
    internal async Task<OpenDraft?> Open(Guid id, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } draft) return null;
        if (draft.Bundle is { } bundle) return await OpenBundle(draft, bundle, stop);
        var offered = await catalogue.Offer(draft.Item, draft.Region, stop);
        if (!offered.IsDone) return null;
        var offer = offered.Value;
        var form = await forms.Of(draft.Item, stop);
        var needs = MaterialCheck.Needs(offer.Item, form);
        var moved = draft.ItemVersion != offer.Item.Version || draft.FormVersion != form.Version;
        if (moved) await Move(draft, offer.Item.Version, form, needs, stop);
        return OpenDraft.OfItem(draft, offer, form, needs, moved);
    }

    private async Task<OpenDraft?> OpenBundle(Draft draft, string bundle, CancellationToken stop)
    {
        var offered = await bundles.Offer(bundle, draft.Region, stop);
        if (!offered.IsDone) return null;
        var offer = offered.Value;
        var moved = draft.ItemVersion != offer.Edition;
        if (moved) await Move(draft, offer.Edition, offer.Merged.Form, offer.Needs(offer.Steps), stop);
        return OpenDraft.OfBundle(draft, offer, moved);
    }

    private async Task Move(Draft draft, int version, FormDefinition form, IReadOnlyList<MaterialNeed> needs, CancellationToken stop)
    {
        draft.MoveTo(version, form, needs, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The owner's draft whose item is not offered any more, with the reason; null for any other.</summary>
    internal async Task<(Draft Draft, Refusal Why)?> Ended(Guid id, CancellationToken stop) =>
        await Find(id, stop) is { } draft && await Gone(draft, stop) is { } why ? (draft, why) : null;

    private async Task<Refusal?> Gone(Draft draft, CancellationToken stop) =>
        draft.Bundle is { } bundle ? (await bundles.Offer(bundle, draft.Region, stop)).Refusal : (await catalogue.Offer(draft.Item, draft.Region, stop)).Refusal;

    private async Task<Draft?> Find(Guid id, CancellationToken stop) =>
        await db.Set<Draft>().FindAsync([id], stop) is { } draft && draft.Owner == actor.Actor.OwnerName ? draft : null;

    /// <summary>One's own drafts with the names of their items, the latest first, from before a moment on; one more than a page when there are more.</summary>
    internal async Task<List<(Draft Draft, string Name)>> Mine(DateTimeOffset? before, CancellationToken stop)
    {
        var owner = actor.Actor.OwnerName;
        var mine = db.Set<Draft>().AsNoTracking().Where(d => d.Owner == owner);
        if (before is { } moment) mine = mine.Where(d => d.UpdatedAt < moment);
        var named = new List<(Draft, string)>();
        foreach (var draft in await mine.OrderByDescending(d => d.UpdatedAt).Take(PageSize + 1).ToListAsync(stop))
            named.Add((draft, draft.Bundle is { } bundle ? (await bundles.Find(bundle, stop))?.Name ?? bundle : (await catalogue.Version(draft.Item, draft.Region, draft.ItemVersion, stop))?.Name ?? draft.Item.Value));
        return named;
    }

    /// <summary>Saves a section as it is; what is wrong is told, and kept all the same.</summary>
    /// <param name="open">The draft.</param>
    /// <param name="section">The section's index.</param>
    /// <param name="posted">What was posted.</param>
    /// <param name="done">Whether the person says that the section is done, if nothing is wrong with it; otherwise it is as done as it was.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<IReadOnlyList<FieldProblem>> SaveSection(OpenDraft open, int section, IFormCollection posted, bool done, CancellationToken stop)
    {
        var values = FormPost.Read(open.Form.Sections[section], posted, open.Draft.ReadForm());
        var check = forms.Check(open.Form, values, section);
        var right = check.Problems.Count == 0;
        if (!right)
        {
            foreach (var worked in open.Form.Sections[section].Fields.Where(f => f.Calculate is not null)) values[worked.Name] = check.Values[worked.Name]?.DeepClone();
        }
        open.Draft.SaveForm(right ? check.Values : values, section, right && (done || open.Draft.ReadDone().Contains(section)), clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return check.Problems;
    }

    internal async Task<Outcome> AddMaterial(OpenDraft open, string code, IFormFile? file, CancellationToken stop)
    {
        if (open.Needs.FirstOrDefault(n => n.Code == code) is not { } need) return Refusal.NotFound("这项材料");
        if (file is null || file.Length == 0) return UploadProblems.Of(code, UploadProblems.NoFile);
        await using var content = file.OpenReadStream();
        var stored = await materials.Upload(content, file.FileName, stop);
        if (!stored.IsDone) return UploadProblems.Of(code, stored.Refusal.Code);
        var list = open.Draft.ReadMaterials();
        if (list.Sum(m => m.Size) + stored.Value.Size > MaterialRules.CaseLimit) return UploadProblems.Of(code, UploadProblems.CaseTooLarge);
        var kept = stored.Value;
        list.Add(new(code, need.Name, kept.Id, kept.FileName, kept.ContentType, kept.Size, kept.Sha256));
        open.Draft.SaveMaterials(list, clock.GetUtcNow());
        // Who hands it in after all needs no commitment.
        open.Draft.SaveCommitments([.. open.Draft.ReadCommitments().Where(c => c.Code != code)], clock.GetUtcNow());
        return await db.TrySave(stop);
    }

    internal async Task<Outcome> RemoveMaterial(OpenDraft open, Guid material, CancellationToken stop)
    {
        open.Draft.SaveMaterials(open.Draft.ReadMaterials().Where(m => m.Id != material), clock.GetUtcNow());
        return await db.TrySave(stop);
    }

    /// <summary>Submits: the case comes and the draft goes in one transaction. The answer is the address of the case's page for who submitted.</summary>
    internal async Task<Outcome<string>> Submit(OpenDraft open, string channel, CancellationToken stop)
    {
        var draft = open.Draft;
        if (open.Moved) return new Refusal(RefusalKind.Conflict, "item-version-withdrawn", draft.Notice!);
        var desk = actor.Actor.Kind == Actor.OfficialKind;
        var prepared = open.Bundle is { } bundle
            ? (await submitBundle.Prepare(draft, bundle, channel, stop)).Then(b => (b.Stream, Page: desk ? BundleRoutes.DeskBundle(b.Number) : BundleRoutes.MyBundle(b.Number)))
            : (await PrepareCase(draft, channel, stop)).Then(c => (Stream: c.Stream(), Page: desk ? AcceptanceRoutes.DeskCase(c.Number) : AcceptanceRoutes.MyCase(c.Number)));
        if (!prepared.IsDone) return prepared.Refusal;
        if (desk && draft.ReadMaterials().Where(m => m.ReusedFrom is not null).Select(m => m.Name).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } used)
            journal.Append(prepared.Value.Stream, new PapersConsented(used));
        db.Remove(draft);
        var saved = await db.TrySave(stop);
        return saved.IsDone ? prepared.Value.Page : saved.Refusal;
    }

    private Task<Outcome<Case>> PrepareCase(Draft draft, string channel, CancellationToken stop) => submit.Prepare(new Application
    {
        Item = draft.Item,
        ItemVersion = draft.ItemVersion,
        Region = draft.Region,
        ServicePoint = draft.ServicePoint,
        Channel = channel,
        Applicant = new(draft.ApplicantKind, draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone),
        Form = draft.ReadForm(),
        Prefilled = draft.ReadPrefilled(),
        Materials = [.. draft.ReadMaterials().Select(m => new MaterialChoice(m.Code, m.Id))],
        Commitments = draft.ReadCommitments(),
        Agent = draft.ReadAgent(),
        Reused = draft.ReadReused(),
    }, stop);

    internal async Task Discard(Draft draft, CancellationToken stop)
    {
        db.Remove(draft);
        await db.SaveChangesAsync(stop);
    }
}
