using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Drafts;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Pages;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Reuse;

/// <summary>A paper that is there already and can be used for a material.</summary>
/// <param name="Key">How it is named when it is chosen.</param>
/// <param name="Words">What it is and from when.</param>
public sealed record KnownPaper(string Key, string Words);

/// <summary>
/// 不重复提交: what the applicant has handed in before under the same name, and results that this platform has issued, are offered in place of a new upload
/// (浙江省保障“最多跑一次”改革规定 7). Only to the applicant himself, not to who acts for him; at a window once he has agreed, which is written down.
/// </summary>
internal sealed class KnownPapers(YiwangDb db, ResultSlip slips, PersonalSeal seal, CurrentActor actor, TimeProvider clock)
{
    private const int CasesRead = 20, OffersMax = 3;

    /// <summary>Days after which a paper is too old to be offered.</summary>
    private const int FreshDays = 365;

    /// <summary>What can be used for each material that has no file yet, by its code.</summary>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<KnownPaper>>> For(OpenDraft open, CancellationToken stop)
    {
        var there = open.Draft.ReadMaterials().Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        var known = await All(open, stop);
        return open.Needs.Where(n => !there.Contains(n.Code)).Select(n => (n.Code, Papers: (IReadOnlyList<KnownPaper>)[.. known.Where(k => k.Fits(n.Name)).Take(OffersMax).Select(k => k.Paper)]))
            .Where(n => n.Papers.Count > 0).ToDictionary(n => n.Code, n => n.Papers, StringComparer.Ordinal);
    }

    /// <summary>Puts a known paper into the draft.</summary>
    internal async Task<Outcome> Use(OpenDraft open, string code, string key, CancellationToken stop)
    {
        if (open.Needs.FirstOrDefault(n => n.Code == code) is not { } need || (await All(open, stop)).FirstOrDefault(k => k.Paper.Key == key && k.Fits(need.Name)) is not { } known) return UploadProblems.Of(code, UploadProblems.Gone);
        var material = known.Material is { } given ? given with { Code = code, Name = need.Name, ReusedFrom = known.From.Value } : await slips.Of(need, known.Granted!, stop) with { ReusedFrom = known.From.Value };
        open.Draft.SaveMaterials([.. open.Draft.ReadMaterials(), material], clock.GetUtcNow());
        open.Draft.SaveCommitments([.. open.Draft.ReadCommitments().Where(c => c.Code != code)], clock.GetUtcNow());
        return await db.TrySave(stop);
    }

    private async Task<List<Known>> All(OpenDraft open, CancellationToken stop)
    {
        if (open.Draft.ApplicantNumber is not { Length: > 0 } number) return [];
        var (me, key) = (actor.Actor, seal.LookUp(number));
        if (me.Kind == Actor.ApplicantKind ? me.Delegation is not null || me.PartyNumber != number : open.Draft.Agent is not null || open.Draft.PapersConsent != key) return [];
        var (since, today) = (clock.GetUtcNow().AddDays(-FreshDays), WorkCalendar.TodayInNingbo(clock));
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantKey == key && c.SubmittedAt > since).OrderByDescending(c => c.SubmittedAt).Take(CasesRead).ToListAsync(stop);
        var known = new List<Known>();
        foreach (var one in cases.Where(c => c.Ending is CaseEnding.Granted && c.LicenceName is not null && c.LicenceNumber is not null && (c.LicenceValidTo is null || c.LicenceValidTo >= today)))
            known.Add(new(new($"result-{one.Number.Value}", $"{one.LicenceName}（{one.LicenceNumber}），{Show.Date(one.DecidedOn!.Value)}在本平台核发"), one.Number, null, one));
        foreach (var one in cases)
        {
            foreach (var material in (await db.LastSubmission(one.Number, stop)).ReadMaterials().Where(m => m.ReusedFrom is null && m.Code != CaseAgent.LetterCode && !m.Name.StartsWith(SignedCommitment.PaperPrefix, StringComparison.Ordinal)))
            {
                if (known.TrueForAll(k => k.Material?.Sha256 != material.Sha256 || k.Material.Name != material.Name))
                    known.Add(new(new($"paper-{material.Id}", $"{material.FileName}，{Show.Date(WorkCalendar.DayInNingbo(one.SubmittedAt))}办“{one.ItemName}”时提交"), one.Number, material, null));
            }
        }
        return known;
    }

    private sealed record Known(KnownPaper Paper, CaseNumber From, SubmittedMaterial? Material, Case? Granted)
    {
        /// <summary>A paper fits what it was handed in as; a result what is called after it, such as 营业执照副本.</summary>
        internal bool Fits(string need) => Material is not null ? Material.Name == need : need.Contains(Granted!.LicenceName!, StringComparison.Ordinal);
    }
}
