using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class ReuseOnSqlite(SqliteSite site) : ReuseTests(site), IClassFixture<SqliteSite>;

public sealed class ReuseOnPostgres(PostgresSite site) : ReuseTests(site), IClassFixture<PostgresSite>;

/// <summary>不重复提交: what was handed in before and what this platform has issued is used again, and nobody else's (规定 7).</summary>
public abstract partial class ReuseTests(Site site)
{
    private const string Second = "GG-SCJG-001";

    [Fact]
    public async Task A_paper_and_a_licence_of_an_earlier_case_are_used_again_and_the_department_sees_where_they_come_from()
    {
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        using var other = await PageClient.SignIn(site.Address, "chenwei", "yiwang-demo-2026");
        var application = await channel.Application();
        application["applicant"]!["idNumber"] = "330290199005121024";
        var first = (string)(await channel.Submit(application)).Body["caseNumber"]!;
        await system.Got(first, "case.dispatched");
        await system.Say(first, "case.accepted");
        await system.Say(first, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号" });
        await system.Say(first, "licence.issued", new() { ["name"] = "营业执照", ["number"] = "92330203MA00000001" });
        await system.Say(first, "case.closed");
        var draft = $"apply/draft/{await resident.BeginDraft(Second, "330203")}";
        var theirs = $"apply/draft/{await other.BeginDraft(Second, "330203")}";
        var (_, offered) = await resident.Read($"{draft}/materials");
        var keys = Keys().Matches(offered).Select(m => m.Groups["key"].Value).ToList();
        var (paper, licence) = (keys.Find(k => k.StartsWith("paper-", StringComparison.Ordinal))!, keys.Find(k => k.StartsWith("result-", StringComparison.Ordinal))!);

        await Use(resident, draft, "M01", paper);
        await Use(resident, draft, "M02", licence);
        var foreign = await Use(other, theirs, "M01", paper);
        await resident.SendFileAll($"{draft}/materials/upload", (await resident.Open($"{draft}/materials")).Token, "", "file", "申请表.pdf", Channel.Pdf(), new() { ["code"] = "M03" });
        await resident.Send($"{draft}/form/1", (await resident.Open($"{draft}/form/1")).Token, "section", new() { ["form.查询企业名称"] = "甲测", ["form.查询内容"] = "机读档案", ["form.用途"] = "核对" });
        var sent = await resident.SendAll($"{draft}/check", (await resident.Open($"{draft}/check")).Token, "submit", []);
        var number = CaseLink().Match(sent.Address).Groups["number"].Value;
        var told = (await system.Got(number, "case.dispatched"))["data"]!["materials"]!.AsArray();

        Assert.Contains("营业执照（92330203MA00000001）", offered, StringComparison.Ordinal);
        Assert.Contains("这份材料已经不能使用", foreign.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("可以直接用", (await other.Read($"{theirs}/materials")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(first, (string?)told.Single(m => (string?)m!["code"] == "M01")!["reusedFrom"]);
        Assert.StartsWith("办理结果核验单", (string?)told.Single(m => (string?)m!["code"] == "M02")!["fileName"], StringComparison.Ordinal);
        Assert.Null((string?)told.Single(m => (string?)m!["code"] == "M03")!["reusedFrom"]);
    }

    private static async Task<(HttpStatusCode Status, string Text)> Use(PageClient client, string draft, string code, string paper)
    {
        var (status, text) = await client.Post($"{draft}/materials/reuse", (await client.Open($"{draft}/materials")).Token, new() { ["code"] = code, ["paper"] = paper });
        return (status, WebUtility.HtmlDecode(text));
    }

    [GeneratedRegex("name=\"paper\" value=\"(?<key>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Keys();

    [GeneratedRegex("/my/cases/(?<number>\\w+)", RegexOptions.None, 1000)]
    private static partial Regex CaseLink();
}
