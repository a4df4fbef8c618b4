using Microsoft.AspNetCore.Http;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Drafts;
using Yiwang.Acceptance.Notices;
using Yiwang.Acceptance.Submit;
using Yiwang.Documents;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Commitments;

/// <summary>告知承诺 in a draft: what the applicant is told, and signing it, in the browser or on paper at a window.</summary>
internal sealed class DraftCommitments(YiwangDb db, CommitmentCheck check, IMaterials materials, CurrentActor actor, TimeProvider clock)
{
    internal const string SignerField = "signedBy";
    internal const string PaperField = "paper";

    /// <summary>Whether it is signed on paper: an official at the window does not sign for the applicant.</summary>
    internal bool OnPaper => actor.Actor.Kind == Actor.OfficialKind;

    /// <summary>The paper, as it is shown before it is signed.</summary>
    internal static IReadOnlyList<DocumentLine> Paper(OpenDraft open, MaterialNeed need, SignedCommitment? signed)
    {
        var values = new NoticeValues { ["applicant"] = open.Draft.ApplicantName ?? "", ["item"] = open.Name };
        CommitmentWords.Fill(values, need.Name, need.Basis, need.Notes, signed?.SignedBy ?? "", signed?.At);
        return NoticeTemplates.Fill(NoticeTemplates.Of(CommitmentWords.Paper), values);
    }

    /// <summary>Why this applicant may not sign; null where he may.</summary>
    internal async Task<string?> Bars(OpenDraft open, CancellationToken stop) => open.Draft.ApplicantNumber is { Length: > 0 } number ? await check.Bars(number, stop) : null;

    internal async Task<Outcome> Sign(OpenDraft open, MaterialNeed need, string? signedBy, bool agreed, IFormFile? paper, CancellationToken stop)
    {
        var draft = open.Draft;
        var problems = new List<FieldProblem>();
        if (await Bars(open, stop) is { } why) return Refusal.Invalid([new(SignerField, why)]);
        if (CommitmentCheck.Signer(signedBy, new Applicant(draft.ApplicantKind, draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone)) is { } wrong) problems.Add(new(SignerField, $"承诺{wrong}"));
        if (!OnPaper && !agreed) problems.Add(new("agreed", "请确认您已经看过告知的内容，并且愿意承诺"));
        if (OnPaper && paper is not { Length: > 0 }) problems.Add(new(PaperField, "请扫描或拍摄申请人签了名的告知承诺书"));
        if (problems.Count > 0) return Refusal.Invalid(problems);
        SubmittedMaterial? kept = null;
        if (OnPaper)
        {
            await using var content = paper!.OpenReadStream();
            var stored = await materials.Upload(content, paper.FileName, stop);
            if (!stored.IsDone) return Refusal.Invalid([new(PaperField, UploadProblems.Of(need.Code, stored.Refusal.Code).Fields[0].Message)]);
            var file = stored.Value;
            kept = new(need.Code, SignedCommitment.PaperName(need.Name), file.Id, file.FileName, file.ContentType, file.Size, file.Sha256);
        }
        draft.SaveCommitments([.. draft.ReadCommitments().Where(c => c.Code != need.Code), new(need.Code, need.Name, signedBy!.Trim(), clock.GetUtcNow(), kept)], clock.GetUtcNow());
        return await db.TrySave(stop);
    }

    internal async Task<Outcome> TakeBack(OpenDraft open, string code, CancellationToken stop)
    {
        open.Draft.SaveCommitments([.. open.Draft.ReadCommitments().Where(c => c.Code != code)], clock.GetUtcNow());
        return await db.TrySave(stop);
    }
}
