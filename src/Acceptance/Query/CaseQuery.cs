using System.Net;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Query;

/// <summary>
/// 统一查询: anybody who knows the case number and the last four characters of the applicant's number learns how it stands (浙江省保障“最多跑一次”改革规定 12),
/// without names, materials or reasons. Wrong numbers and wrong digits are answered alike.
/// </summary>
internal sealed class CaseQuery(CaseActs acts, YiwangDb db, QueryGate gate)
{
    internal const int Digits = 4;

    internal async Task<Outcome<FoundCase>> Find(string? number, string? last, IPAddress? from, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        if (!CaseNumber.TryRead(number, out var parsed, out var reason)) problems.Add(new("number", reason));
        var digits = last?.Trim() ?? "";
        if (digits.Length != Digits) problems.Add(new("last", $"请填写申请人身份证号或统一社会信用代码的后 {Digits} 位"));
        if (problems.Count > 0) return Refusal.Invalid(problems);
        if (!gate.Pass(from)) return new Refusal(RefusalKind.TooMany, "too-many-queries", $"您所在的网络一小时内已查询 {QueryGate.Most} 次，请过一小时再试，或登录后在“我的办件”中查看。");
        if (await acts.Load(parsed, stop) is { } found && Fits(found.ApplicantNumber, digits)) return new FoundCase(found, null);
        if (await db.Set<BundleCase>().FindAsync([parsed], stop) is { } bundle && Fits(bundle.ApplicantNumber, digits)) return new FoundCase(null, bundle);
        return Refusal.Invalid([new("number", "没有找到这个办件，请核对办件编号和证件号后四位")]);
    }

    private static bool Fits(string number, string digits) => number.EndsWith(digits, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a number stands for: a case, or a bundle of cases (一件事).</summary>
internal sealed record FoundCase(Case? Case, BundleCase? Bundle);
