using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Drafts;
using Yiwang.Acceptance.Submit;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Commitments;

/// <summary>告知承诺 in a draft.</summary>
internal sealed class DraftCommitments(YiwangDb db, CommitmentCheck check, SignCommitment signing, TimeProvider clock)
{
    /// <summary>Why this applicant may not sign; null where he may.</summary>
    internal async Task<string?> Bars(OpenDraft open, CancellationToken stop) => open.Draft.ApplicantNumber is { Length: > 0 } number ? await check.Bars(number, stop) : null;

    internal async Task<Outcome> Sign(OpenDraft open, MaterialNeed need, PostedSignature posted, CancellationToken stop)
    {
        var draft = open.Draft;
        var signed = await signing.Sign(need, new Applicant(draft.ApplicantKind, draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone), posted, "", stop);
        if (!signed.IsDone) return signed.Refusal;
        draft.SaveCommitments([.. draft.ReadCommitments().Where(c => c.Code != need.Code), signed.Value], clock.GetUtcNow());
        return await db.TrySave(stop);
    }

    internal async Task<Outcome> TakeBack(OpenDraft open, string code, CancellationToken stop)
    {
        open.Draft.SaveCommitments([.. open.Draft.ReadCommitments().Where(c => c.Code != code)], clock.GetUtcNow());
        return await db.TrySave(stop);
    }
}
