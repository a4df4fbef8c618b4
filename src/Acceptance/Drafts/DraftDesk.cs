using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
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
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Drafts;

/// <summary>A draft with what is needed to show it.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Item">The version of the item in force.</param>
/// <param name="Form">Its form.</param>
/// <param name="Offer">The department that decides.</param>
/// <param name="Needs">The materials that are asked for.</param>
/// <param name="Moved">Whether item or form have changed since it was last opened: what is asked for is still to be looked at.</param>
internal sealed record OpenDraft(Draft Draft, ServiceItem Item, FormDefinition Form, ItemOffer Offer, IReadOnlyList<MaterialNeed> Needs, bool Moved)
{
    /// <summary>Whether all that is required is there, as far as one can see without checking it all.</summary>
    public bool MaterialsComplete => Needs.Where(n => n is { Required: true, MayFollow: false }).All(n => Draft.ReadMaterials().Exists(m => m.Code == n.Code));

    public bool FormComplete => Draft.ReadDone().Count == Form.Sections.Count;
}

/// <summary>Begins, opens, fills and submits drafts. Only the owner's own are ever found.</summary>
internal sealed class DraftDesk(
    YiwangDb db, ICatalogue catalogue, IForms forms, IMaterials materials, SubmitCaseHandler submit, Journal journal, PersonalSeal seal, CurrentActor actor, TimeProvider clock)
{
    /// <summary>How many drafts a page lists.</summary>
    internal const int PageSize = 20;

    internal async Task<Outcome<Draft>> Begin(ItemCode item, RegionCode region, CancellationToken stop)
    {
        var offered = await catalogue.Offer(item, region, stop);
        if (!offered.IsDone) return offered.Refusal;
        var me = actor.Actor;
        if (me.ForCompany && !offered.Value.Item.ForCompanies)
            return new Refusal(RefusalKind.Invalid, "not-for-companies", $"“{offered.Value.Item.Name}”只面向个人，请用个人账户申请。", [new("regionCode", "这个事项只面向个人，请用个人账户申请")]);
        var form = await forms.Of(item, stop);
        var draft = Draft.Begin(Guid.CreateVersion7(clock.GetUtcNow()), me.JournalName, item, offered.Value.Item.Version, form.Version, region, me.ServicePoint, Prefill.For(form, me), clock.GetUtcNow());
        if (me.Kind == Actor.ApplicantKind)
        {
            draft.ApplicantKind = me.ForCompany ? Applicant.Company : Applicant.Person;
            (draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone) = (me.DisplayName, me.PartyNumber, me.Phone);
        }
        db.Add(draft);
        await db.SaveChangesAsync(stop);
        return draft;
    }

    /// <summary>The owner's draft, moved to the item and form in force; null for any other, and for one whose item is not offered any more.</summary>
    internal async Task<OpenDraft?> Open(Guid id, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } draft) return null;
        var offered = await catalogue.Offer(draft.Item, draft.Region, stop);
        if (!offered.IsDone) return null;
        var offer = offered.Value;
        var form = await forms.Of(draft.Item, stop);
        var needs = MaterialCheck.Needs(offer.Item, form);
        var moved = draft.ItemVersion != offer.Item.Version || draft.FormVersion != form.Version;
        if (!moved) return new(draft, offer.Item, form, offer, needs, Moved: false);
        draft.MoveTo(offer.Item.Version, form, needs, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return new(draft, offer.Item, form, offer, needs, Moved: true);
    }

    /// <summary>The owner's draft whose item is not offered any more, with the reason; null for any other.</summary>
    internal async Task<(Draft Draft, Refusal Why)?> Ended(Guid id, CancellationToken stop) =>
        await Find(id, stop) is { } draft && await catalogue.Offer(draft.Item, draft.Region, stop) is { IsDone: false } gone ? (draft, gone.Refusal) : null;

    private async Task<Draft?> Find(Guid id, CancellationToken stop) =>
        await db.Set<Draft>().FindAsync([id], stop) is { } draft && draft.Owner == actor.Actor.JournalName ? draft : null;

    /// <summary>One's own drafts with the names of their items, the latest first, from before a moment on; one more than a page when there are more.</summary>
    internal async Task<List<(Draft Draft, string Name)>> Mine(DateTimeOffset? before, CancellationToken stop)
    {
        var owner = actor.Actor.JournalName;
        var mine = db.Set<Draft>().AsNoTracking().Where(d => d.Owner == owner);
        if (before is { } moment) mine = mine.Where(d => d.UpdatedAt < moment);
        var named = new List<(Draft, string)>();
        foreach (var draft in await mine.OrderByDescending(d => d.UpdatedAt).Take(PageSize + 1).ToListAsync(stop))
            named.Add((draft, (await catalogue.Version(draft.Item, draft.Region, draft.ItemVersion, stop))?.Name ?? draft.Item.Value));
        return named;
    }

    /// <summary>Saves a section as it is; what is wrong is told, and kept all the same.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> SaveSection(OpenDraft open, int section, IFormCollection posted, CancellationToken stop)
    {
        var values = FormPost.Read(open.Form.Sections[section], posted, open.Draft.ReadForm());
        var check = forms.Check(open.Form, values, section);
        open.Draft.SaveForm(check.Problems.Count == 0 ? check.Values : values, section, check.Problems.Count == 0, clock.GetUtcNow());
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
        return await db.TrySave(stop);
    }

    internal async Task<Outcome> RemoveMaterial(OpenDraft open, Guid material, CancellationToken stop)
    {
        open.Draft.SaveMaterials(open.Draft.ReadMaterials().Where(m => m.Id != material), clock.GetUtcNow());
        return await db.TrySave(stop);
    }

    /// <summary>Saves the applicant as written; a name that is longer than any is told and not kept.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> SaveApplicant(OpenDraft open, Applicant applicant, CancellationToken stop)
    {
        if (applicant.Name?.Trim().Length > Applicant.NameMaxLength) return [new("applicant.name", $"名称请控制在 {Applicant.NameMaxLength} 字以内")];
        (open.Draft.ApplicantKind, open.Draft.ApplicantName) = (applicant.Kind ?? Applicant.Person, applicant.Name?.Trim());
        (open.Draft.ApplicantNumber, open.Draft.ApplicantPhone) = (applicant.IdNumber?.Trim(), applicant.Phone?.Trim());
        open.Draft.Touch(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return [];
    }

    /// <summary>
    /// Finds an applicant who has been here before by the number on the card, and fills in name and phone. That somebody was looked up is
    /// journalled; the number is not.
    /// </summary>
    internal async Task<Outcome> FindApplicant(OpenDraft open, string? kind, string? number, CancellationToken stop)
    {
        var (canonical, problems) = new Applicant(kind, "-", number, "13900000000").Check();
        if (problems.Find(p => p.Field == "applicant.idNumber") is { } wrong) return Refusal.Invalid([wrong]);
        var key = seal.LookUp(canonical.IdNumber!);
        var last = await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantKey == key).OrderByDescending(c => c.SubmittedAt).FirstOrDefaultAsync(stop);
        var draft = open.Draft;
        (draft.ApplicantKind, draft.ApplicantNumber) = (canonical.Kind ?? Applicant.Person, canonical.IdNumber);
        if (last is not null) (draft.ApplicantName, draft.ApplicantPhone) = (last.ApplicantName, last.ApplicantPhone);
        draft.Touch(clock.GetUtcNow());
        journal.Append($"draft/{draft.Id}", new ApplicantLookedUp(last is not null));
        var saved = await db.TrySave(stop);
        if (!saved.IsDone || last is not null) return saved;
        return Refusal.Invalid([new("applicant.idNumber", "这个证件号还没有办过件，请填写姓名和电话")]);
    }

    /// <summary>Fills in what the form asks of the applicant and has not been told, so that nobody types it twice.</summary>
    internal async Task FillFromApplicant(OpenDraft open, CancellationToken stop)
    {
        var draft = open.Draft;
        var applicant = new Actor(Actor.ApplicantKind, "", draft.ApplicantName ?? "")
        {
            PartyNumber = draft.ApplicantNumber, ForCompany = draft.ApplicantKind == Applicant.Company, Phone = draft.ApplicantPhone,
            PersonNumber = draft.ApplicantKind == Applicant.Person ? draft.ApplicantNumber : null,
        };
        var values = draft.ReadForm();
        var missing = Prefill.For(open.Form, applicant).Where(v => values[v.Key] is null).ToList();
        if (missing.Count == 0) return;
        foreach (var (name, value) in missing) values[name] = value?.DeepClone();
        draft.FillIn(values, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Submits: the case comes and the draft goes in one transaction.</summary>
    internal async Task<Outcome<CaseNumber>> Submit(OpenDraft open, string channel, CancellationToken stop)
    {
        var draft = open.Draft;
        if (open.Moved) return new Refusal(RefusalKind.Conflict, "item-version-withdrawn", draft.Notice!);
        var prepared = await submit.Prepare(new Application
        {
            Item = draft.Item,
            ItemVersion = draft.ItemVersion,
            Region = draft.Region,
            ServicePoint = draft.ServicePoint,
            Channel = channel,
            Applicant = new(draft.ApplicantKind, draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone),
            Form = draft.ReadForm(),
            Materials = [.. draft.ReadMaterials().Select(m => new MaterialChoice(m.Code, m.Id))],
        }, stop);
        if (!prepared.IsDone) return prepared.Refusal;
        db.Remove(draft);
        var saved = await db.TrySave(stop);
        return saved.IsDone ? prepared.Value.Number : saved.Refusal;
    }

    internal async Task Discard(Draft draft, CancellationToken stop)
    {
        db.Remove(draft);
        await db.SaveChangesAsync(stop);
    }
}
