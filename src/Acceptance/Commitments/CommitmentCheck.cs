using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Submit;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Commitments;

/// <summary>Checks the commitments of an application: each for a material that lets one, signed by the applicant, who has broken none.</summary>
internal sealed class CommitmentCheck(YiwangDb db, PersonalSeal seal)
{
    internal async Task<IReadOnlyList<FieldProblem>> Problems(IReadOnlyList<MaterialNeed> needs, IReadOnlyList<SignedCommitment> signed, Applicant applicant, CancellationToken stop)
    {
        if (signed.Count == 0) return [];
        var problems = new List<FieldProblem>();
        foreach (var one in signed)
        {
            var field = $"materials.{one.Code}";
            if (needs.FirstOrDefault(n => n.Code == one.Code) is not { MayCommit: true } need) problems.Add(new(field, $"编号为 {one.Code} 的材料不能以承诺代替，请上传材料"));
            else if (Signer(one.SignedBy, applicant) is { } wrong) problems.Add(new(field, $"“{need.Name}”的承诺{wrong}"));
        }
        if (applicant.IdNumber is { Length: > 0 } number && await Bars(number, stop) is { } why) problems.AddRange(signed.Select(s => new FieldProblem($"materials.{s.Code}", why)));
        return problems;
    }

    /// <summary>Why somebody may not sign a commitment (国办发〔2020〕42号: until the record is mended); null where one may.</summary>
    internal async Task<string?> Bars(string number, CancellationToken stop)
    {
        var key = seal.LookUp(number);
        var broken = await db.Set<CommitmentNotice>().AsNoTracking().Where(c => c.ApplicantKey == key && c.State == CommitmentState.Broken).OrderBy(c => c.SignedAt).FirstOrDefaultAsync(stop);
        return broken is null ? null : $"办件 {broken.Case.Value} 的承诺（{broken.Name}）经核查不实，信用修复之前不能再以承诺代替材料，请上传材料";
    }

    /// <summary>What is wrong with who signed: a person signs with the own name.</summary>
    internal static string? Signer(string? signedBy, Applicant applicant)
    {
        if (string.IsNullOrWhiteSpace(signedBy)) return "没有签名";
        if (signedBy.Trim().Length > Applicant.NameMaxLength) return $"签名请控制在 {Applicant.NameMaxLength} 字以内";
        return applicant.Kind is Applicant.Person && signedBy.Trim() != applicant.Name?.Trim() ? "要由申请人本人签名，签名与申请人姓名不一致" : null;
    }
}
