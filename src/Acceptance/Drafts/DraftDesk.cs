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
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Drafts;

/// <summary>A draft with what is needed to show it.</summary>
internal sealed record OpenDraft(Draft Draft, ServiceItem Item, FormDefinition Form, ItemOffer Offer, IReadOnlyList<MaterialNeed> Needs)
{
    /// <summary>Whether all that is required is there, as far as one can see without checking it all.</summary>
    public bool MaterialsComplete => Needs.Where(n => n is { Required: true, MayFollow: false }).All(n => Draft.ReadMaterials().Exists(m => m.Code == n.Code));

    public bool FormComplete => Draft.ReadDone().Count == Form.Sections.Count;
}

/// <summary>Begins, opens, fills and submits drafts. Only the owner's own are ever found.</summary>
internal sealed class DraftDesk(
    YiwangDb db, ICatalogue catalogue, IForms forms, IMaterials materials, SubmitCaseHandler submit, CurrentActor actor, TimeProvider clock)
{
    internal async Task<Outcome<Draft>> Begin(ItemCode item, RegionCode region, CancellationToken stop)
    {
        var offered = await catalogue.Offer(item, region, stop);
        if (!offered.IsDone) return offered.Refusal;
        var form = await forms.Of(item, stop);
        var me = actor.Actor;
        var draft = Draft.Begin(Guid.CreateVersion7(clock.GetUtcNow()), me.JournalName, item, offered.Value.Item.Version, region, me.ServicePoint, Prefill.For(form, me), clock.GetUtcNow());
        if (me.Kind == Actor.ApplicantKind)
        {
            draft.ApplicantKind = me.ForCompany ? Applicant.Company : Applicant.Person;
            (draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone) = (me.DisplayName, me.PartyNumber, me.Phone);
        }
        db.Add(draft);
        await db.SaveChangesAsync(stop);
        return draft;
    }

    /// <summary>The owner's draft; null for any other. One whose item has changed since moves to the new version.</summary>
    internal async Task<OpenDraft?> Open(Guid id, CancellationToken stop)
    {
        if (await db.Set<Draft>().FindAsync([id], stop) is not { } draft || draft.Owner != actor.Actor.JournalName) return null;
        var offered = await catalogue.Offer(draft.Item, draft.Region, stop);
        if (!offered.IsDone) return null;
        var offer = offered.Value;
        var form = await forms.Of(draft.Item, stop);
        return new(draft, offer.Item, form, offer, MaterialCheck.Needs(offer.Item, form));
    }

    internal async Task<List<Draft>> Mine(CancellationToken stop)
    {
        var owner = actor.Actor.JournalName;
        return await db.Set<Draft>().AsNoTracking().Where(d => d.Owner == owner).OrderByDescending(d => d.UpdatedAt).Take(20).ToListAsync(stop);
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

    internal async Task SaveApplicant(OpenDraft open, Applicant applicant, CancellationToken stop)
    {
        (open.Draft.ApplicantKind, open.Draft.ApplicantName) = (applicant.Kind ?? Applicant.Person, applicant.Name?.Trim());
        (open.Draft.ApplicantNumber, open.Draft.ApplicantPhone) = (applicant.IdNumber?.Trim(), applicant.Phone?.Trim());
        open.Draft.Touch(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Submits: the case comes and the draft goes in one transaction.</summary>
    internal async Task<Outcome<CaseNumber>> Submit(OpenDraft open, string channel, CancellationToken stop)
    {
        var draft = open.Draft;
        if (draft.ItemVersion != open.Item.Version)
        {
            draft.MoveTo(open.Item.Version, clock.GetUtcNow());
            await db.SaveChangesAsync(stop);
            return new Refusal(RefusalKind.Conflict, "item-version-withdrawn", "您填写期间，该事项的办理要求已更新。已填内容都还在，请逐项核对新的要求后再提交。");
        }
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

    internal async Task Discard(OpenDraft open, CancellationToken stop)
    {
        db.Remove(open.Draft);
        await db.SaveChangesAsync(stop);
    }
}
