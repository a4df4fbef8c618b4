using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using System.Text.RegularExpressions;

namespace Yiwang.Acceptance.Cases;

/// <summary>The applicant (申请人) as handed in.</summary>
/// <param name="Kind"><c>person</c> or <c>company</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="IdNumber">Resident ID or unified social credit code.</param>
/// <param name="Phone">A mobile or fixed phone.</param>
internal sealed partial record Applicant(string? Kind, string? Name, string? IdNumber, string? Phone)
{
    public const string Person = "person";
    public const string Company = "company";
    public const int NameMaxLength = 128;

    /// <summary>What is wrong with it; the canonical form when nothing is.</summary>
    public (Applicant Canonical, List<FieldProblem> Problems) Check()
    {
        var problems = new List<FieldProblem>();
        var number = IdNumber ?? "";
        if (Kind is not (Person or Company)) problems.Add(new("applicant.kind", "申请人类型应为 person（个人）或 company（单位）"));
        if (string.IsNullOrWhiteSpace(Name)) problems.Add(new("applicant.name", Kind is Company ? "请填写单位名称" : "请填写申请人姓名"));
        else if (Name.Trim().Length > NameMaxLength) problems.Add(new("applicant.name", $"名称请控制在 {NameMaxLength} 字以内"));
        if (Kind is Company)
        {
            if (CreditCode.TryRead(IdNumber, out var code, out var reason)) number = code.Value;
            else problems.Add(new("applicant.idNumber", reason));
        }
        else if (ResidentId.TryRead(IdNumber, out var resident, out var reason)) number = resident.Value;
        else problems.Add(new("applicant.idNumber", reason));
        if (!IsPhone(Phone?.Trim())) problems.Add(new("applicant.phone", "请填写手机号码（11 位）或带区号的固定电话"));
        return (new(Kind, Name?.Trim(), number, Phone?.Trim()), problems);
    }

    /// <summary>Whether it is a mobile, or a fixed phone with or without its area code.</summary>
    internal static bool IsPhone(string? phone) => phone is not null && PhoneForm().IsMatch(phone);

    [GeneratedRegex(@"^(1[3-9]\d{9}|(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PhoneForm();
}
