using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Forms;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Drafts;

/// <summary>Whom a draft at the window is for: written down, or found by the number on the card.</summary>
internal sealed class DraftApplicant(YiwangDb db, Prefill prefill, Journal journal, PersonalSeal seal, TimeProvider clock)
{
    /// <summary>Saves the applicant as written; a name that is longer than any is told and not kept.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> Save(OpenDraft open, Applicant applicant, CancellationToken stop)
    {
        if (applicant.Name?.Trim().Length > Applicant.NameMaxLength) return [new("applicant.name", $"名称请控制在 {Applicant.NameMaxLength} 字以内")];
        (open.Draft.ApplicantKind, open.Draft.ApplicantName) = (applicant.Kind ?? Applicant.Person, applicant.Name?.Trim());
        (open.Draft.ApplicantNumber, open.Draft.ApplicantPhone) = (applicant.IdNumber?.Trim(), applicant.Phone?.Trim());
        open.Draft.Touch(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return [];
    }

    /// <summary>Saves who has come to the window for the applicant; nobody where both are empty. The letter of authority is then asked for.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> SaveAgent(OpenDraft open, string? name, string? number, CancellationToken stop)
    {
        var (who, id) = (name?.Trim() ?? "", number?.Trim() ?? "");
        if (who.Length > Applicant.NameMaxLength || id.Length > 18) return [new("agent.name", "请核对代办人的姓名和身份证号")];
        open.Draft.ActedFor(who.Length == 0 && id.Length == 0 ? null : new(who, id, null));
        await db.SaveChangesAsync(stop);
        return [];
    }

    /// <summary>
    /// Writes down that the applicant, who stands at the window himself, agrees to the use of papers from earlier cases, or that he does not
    /// (any more): what was taken over then goes. Nobody agrees for another, and a number that is not one has no papers.
    /// </summary>
    internal async Task<Outcome> Consent(OpenDraft open, bool agrees, CancellationToken stop)
    {
        var draft = open.Draft;
        var (canonical, problems) = new Applicant(draft.ApplicantKind, "-", draft.ApplicantNumber, "13900000000").Check();
        var key = agrees && draft.Agent is null && problems.Count == 0 ? seal.LookUp(canonical.IdNumber!) : null;
        if (key == draft.PapersConsent) return Outcome.Done;
        if (draft.PapersConsent is not null) draft.SaveMaterials(draft.ReadMaterials().Where(m => m.ReusedFrom is null), clock.GetUtcNow());
        draft.PapersConsent = key;
        if (key is not null) journal.Append($"draft/{draft.Id}", new PapersConsented([]));
        draft.Touch(clock.GetUtcNow());
        return await db.TrySave(stop);
    }

    /// <summary>
    /// Finds an applicant who has been here before by the number on the card, and fills in name and phone. That somebody was looked up is
    /// journalled; the number is not.
    /// </summary>
    internal async Task<Outcome> Find(OpenDraft open, string? kind, string? number, CancellationToken stop)
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
    internal async Task FillForm(OpenDraft open, CancellationToken stop)
    {
        var draft = open.Draft;
        var applicant = new Actor(Actor.ApplicantKind, "", draft.ApplicantName ?? "")
        {
            PartyNumber = draft.ApplicantNumber, ForCompany = draft.ApplicantKind == Applicant.Company, Phone = draft.ApplicantPhone,
            PersonNumber = draft.ApplicantKind == Applicant.Person ? draft.ApplicantNumber : null,
        };
        draft.FillIn(await prefill.For(open.Form, applicant, stop), clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
    }
}
