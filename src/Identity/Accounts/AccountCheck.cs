using System.Text.RegularExpressions;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Identity.Accounts;

/// <summary>Reads the description of an account, or tells everything that is wrong with it.</summary>
internal sealed partial class AccountCheck(IPlaces places)
{
    /// <summary>The kind as the command line and lists name it.</summary>
    internal static string Name(PersonKind kind) => kind switch { PersonKind.Resident => "resident", PersonKind.CompanyAgent => "agent", _ => "official" };

    internal async Task<Outcome<Person>> Read(NewAccount account, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        PersonKind? kind = account.Kind switch { "resident" => PersonKind.Resident, "agent" => PersonKind.CompanyAgent, "official" => PersonKind.Official, _ => null };
        if (kind is null) problems.Add(new("kind", "账户类型应为 resident（居民）、agent（企业经办人）或 official（工作人员）"));
        if (account.Name is null || !NameForm().IsMatch(account.Name)) problems.Add(new("name", "用户名由小写字母、数字和连字符组成，3 到 64 位"));
        if (account.FullName?.Trim() is not { Length: > 0 and <= Person.NameMaxLength }) problems.Add(new("full-name", $"请给出姓名，不超过 {Person.NameMaxLength} 字"));

        var official = kind is PersonKind.Official;
        ResidentId residentId = default;
        CreditCode company = default;
        RegionCode region = default;
        if (official) region = await Post(account, problems, stop);
        else
        {
            if (!ResidentId.TryRead(account.ResidentId, out residentId, out var reason)) problems.Add(new("resident-id", reason));
            if (account.Phone is null || !PhoneForm().IsMatch(account.Phone)) problems.Add(new("phone", "请给出 11 位手机号码"));
        }
        if (kind is PersonKind.CompanyAgent)
        {
            if (!CreditCode.TryRead(account.Company, out company, out var reason)) problems.Add(new("company", reason));
            if (account.CompanyName?.Trim() is not { Length: > 0 and <= 128 }) problems.Add(new("company-name", "请给出单位名称，不超过 128 字"));
        }
        if (problems.Count > 0) return Refusal.Invalid(problems);
        return new Person
        {
            UserName = account.Name, FullName = account.FullName!.Trim(), Kind = kind!.Value, LockoutEnabled = true,
            ResidentId = residentId, PhoneNumber = official ? null : account.Phone, Company = company, CompanyName = account.CompanyName?.Trim(),
            Region = region, Department = official ? account.Department : null, ServicePoint = official ? account.ServicePoint : null,
            Posts = official ? string.Join(' ', (account.Posts ?? []).Distinct(StringComparer.Ordinal)) : "",
        };
    }

    /// <summary>Where an official serves and as what; the region.</summary>
    private async Task<RegionCode> Post(NewAccount account, List<FieldProblem> problems, CancellationToken stop)
    {
        if (!RegionCode.TryRead(account.Region, out var region, out var reason)) problems.Add(new("region", reason));
        else if (!await places.HasRegion(region, stop)) problems.Add(new("region", $"没有区划 {account.Region}"));
        var posts = account.Posts ?? [];
        if (posts.Count == 0 || posts.Except(Posts.All, StringComparer.Ordinal).Any()) problems.Add(new("posts", $"岗位应为 {string.Join("、", Posts.All)} 中的一个或几个"));
        if (account.Department is { Length: > 0 } department && !IsForAll(department, region) && !await places.HasDepartment(department, region, stop))
            problems.Add(new("department", $"该地区没有代码为 {department} 的现行部门"));
        if (posts.Contains(Posts.Handler, StringComparer.Ordinal) && account.Department is not { Length: > 0 }) problems.Add(new("department", "审批岗位要给出部门，例如 SCJG@330203；负责全部部门的写 *"));
        if (account.ServicePoint is { Length: > 0 } point && !await places.HasServicePoint(point, stop)) problems.Add(new("service-point", $"没有服务点 {point}"));
        if (posts.Contains(Posts.Window, StringComparer.Ordinal) && account.ServicePoint is not { Length: > 0 }) problems.Add(new("service-point", "窗口岗位要给出服务点，例如 330203000000-01"));
        return region;
    }

    /// <summary><c>*</c> or <c>*@330203</c>: all departments of the official's own region.</summary>
    private static bool IsForAll(string department, RegionCode region) => department == "*" || department == $"*@{region.ShortForm}";

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{2,63}$", RegexOptions.None, 1000)]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^1[3-9]\d{9}$", RegexOptions.None, 1000)]
    private static partial Regex PhoneForm();
}
