using Microsoft.AspNetCore.Http;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Drafts;
using Yiwang.Acceptance.Notices;
using Yiwang.Acceptance.Submit;
using Yiwang.Documents;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Commitments;

/// <summary>What a page posts when somebody signs a commitment.</summary>
/// <param name="SignedBy">The name that was entered.</param>
/// <param name="Agreed">Whether what was told is said to be read, and meant.</param>
/// <param name="Paper">The paper that was signed at a window.</param>
internal sealed record PostedSignature(string? SignedBy, bool Agreed, IFormFile? Paper)
{
    /// <summary>Reads the fields whose names begin with the prefix.</summary>
    internal static PostedSignature Of(IFormCollection form, string prefix) =>
        new(form[prefix + SignCommitment.SignerField], form[prefix + SignCommitment.AgreedField] == "1", form.Files.GetFile(prefix + SignCommitment.PaperField));
}

/// <summary>Signing a commitment (告知承诺): in the browser, or on paper at a window.</summary>
internal sealed class SignCommitment(CommitmentCheck check, IMaterials materials, CurrentActor actor, TimeProvider clock)
{
    internal const string SignerField = "signedBy";
    internal const string AgreedField = "agreed";
    internal const string PaperField = "paper";

    /// <summary>Whether it is signed on paper: an official at the window does not sign for the applicant.</summary>
    internal bool OnPaper => actor.Actor.Kind == Actor.OfficialKind;

    /// <summary>The paper, as it is shown before it is signed.</summary>
    internal static IReadOnlyList<DocumentLine> Paper(string applicant, string item, MaterialNeed need, SignedCommitment? signed)
    {
        var values = new NoticeValues { ["applicant"] = applicant, ["item"] = item };
        CommitmentWords.Fill(values, need.Name, need.Basis, need.Notes, signed?.SignedBy ?? "", signed?.At);
        return NoticeTemplates.Fill(NoticeTemplates.Of(CommitmentWords.Paper), values);
    }

    /// <summary>The commitment as it is signed, or what is wrong, each at its field after the prefix.</summary>
    internal async Task<Outcome<SignedCommitment>> Sign(MaterialNeed need, Applicant applicant, PostedSignature posted, string prefix, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        if (applicant.IdNumber is { Length: > 0 } number && await check.Bars(number, stop) is { } why) return Refusal.Invalid([new(prefix + SignerField, why)]);
        if (CommitmentCheck.Signer(posted.SignedBy, applicant) is { } wrong) problems.Add(new(prefix + SignerField, $"承诺{wrong}"));
        if (!OnPaper && !posted.Agreed) problems.Add(new(prefix + AgreedField, "请确认您已经看过告知的内容，并且愿意承诺"));
        if (OnPaper && posted.Paper is not { Length: > 0 }) problems.Add(new(prefix + PaperField, "请扫描或拍摄申请人签了名的告知承诺书"));
        if (problems.Count > 0) return Refusal.Invalid(problems);
        SubmittedMaterial? kept = null;
        if (OnPaper)
        {
            await using var content = posted.Paper!.OpenReadStream();
            var stored = await materials.Upload(content, posted.Paper.FileName, stop);
            if (!stored.IsDone) return Refusal.Invalid([new(prefix + PaperField, UploadProblems.Of(need.Code, stored.Refusal.Code).Fields[0].Message)]);
            var file = stored.Value;
            kept = new(need.Code, SignedCommitment.PaperName(need.Name), file.Id, file.FileName, file.ContentType, file.Size, file.Sha256);
        }
        return new SignedCommitment(need.Code, need.Name, posted.SignedBy!.Trim(), clock.GetUtcNow(), kept);
    }
}
