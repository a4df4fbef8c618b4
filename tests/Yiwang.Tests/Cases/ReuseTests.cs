using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Host.Demo;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

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

    [Fact]
    public async Task At_a_window_earlier_papers_are_used_once_the_applicant_agrees_which_is_journalled()
    {
        using var channel = await Channel.For(site);
        var earlier = await channel.Submitted();
        var person = DemoPeople.Resident(1);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var page = await Begin(window);

        await Save(window, page, Applicant(person));
        var unasked = (await window.Read(page)).Text;
        await Save(window, page, Applicant(person, ("consent", "1")));
        var key = Choices().Match((await window.Read(page)).Text).Groups["key"].Value;
        await Save(window, page, Applicant(person, ("consent", "1"), ("reuse", $"M02|{key}")));
        var used = (await window.Read(page)).Text;
        await Save(window, page, Applicant(DemoPeople.Resident(2), ("consent", "1"), ("reuse", $"M03|{key}")));
        var foreign = (await window.Read(page)).Text;
        var stream = $"draft/{page.Split('/')[^1]}";
        var journalled = await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().Where(e => e.Kind == "acceptance.papers-consented" && e.Stream == stream).ToListAsync());

        Assert.DoesNotContain("不用再交", unasked, StringComparison.Ordinal);
        Assert.StartsWith("paper-", key, StringComparison.Ordinal);
        Assert.Contains($"取自办件 {earlier}", used, StringComparison.Ordinal);
        // Another's number: nobody's papers stay, and the key opens nothing.
        Assert.DoesNotContain("取自办件", foreign, StringComparison.Ordinal);
        Assert.Equal(2, journalled.Count);
        Assert.All(journalled, e => Assert.StartsWith("official:", e.Actor, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_taken_over_at_a_window_is_named_in_the_cases_journal_and_nobody_agrees_for_another()
    {
        using var channel = await Channel.For(site);
        await channel.Submitted();
        var person = DemoPeople.Resident(1);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var page = await Begin(window);
        await Save(window, page, Applicant(person, ("consent", "1"), ("agent.name", "王静"), ("agent.idNumber", "330290199005121024")));
        var through = (await window.Read(page)).Text;
        await Save(window, page, Applicant(person, ("consent", "1")));
        var key = Choices().Match((await window.Read(page)).Text).Groups["key"].Value;

        var sent = await Send(window, page, Applicant(person, ("consent", "1"), ("reuse", $"M02|{key}"), ("act", "receive")));
        var number = DeskLink().Match(sent.Address).Groups["number"].Value;
        var journalled = await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().SingleAsync(e => e.Kind == "acceptance.papers-consented" && e.Stream == "case/" + number));

        Assert.DoesNotContain("不用再交", through, StringComparison.Ordinal);
        Assert.Contains("身份证", journalled.Data, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Applicant(JsonObject person, params (string Name, string Value)[] more)
    {
        var fields = PostedForm.Of(DemoPeople.Form(person));
        foreach (var (name, value) in ((string, string)[])[("act", "save"), ("applicant.kind", "person"), ("applicant.name", (string)person["name"]!), ("applicant.idNumber", (string)person["idNumber"]!), ("applicant.phone", (string)person["phone"]!), .. more]) fields[name] = value;
        return fields;
    }

    private static async Task Save(PageClient window, string page, Dictionary<string, string> fields) => await Send(window, page, fields);

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Send(PageClient window, string page, Dictionary<string, string> fields) =>
        await window.SendAll(page, (await window.Open(page)).Token, "receive", fields);

    private static async Task<string> Begin(PageClient window)
    {
        var choose = $"desk/reception?q=个体&item={Channel.Item}";
        return (await window.SendAll(choose, (await window.Open(choose)).Token, "begin", [new("Form.Region", "330203000000")])).Address.TrimStart('/');
    }

    private static async Task<(HttpStatusCode Status, string Text)> Use(PageClient client, string draft, string code, string paper)
    {
        var (status, text) = await client.Post($"{draft}/materials/reuse", (await client.Open($"{draft}/materials")).Token, new() { ["code"] = code, ["paper"] = paper });
        return (status, WebUtility.HtmlDecode(text));
    }

    [GeneratedRegex("name=\"paper\" value=\"(?<key>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Keys();

    [GeneratedRegex("name=\"reuse\" value=\"M02\\|(?<key>paper-[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Choices();

    [GeneratedRegex("/desk/cases/(?<number>\\w+)", RegexOptions.None, 1000)]
    private static partial Regex DeskLink();

    [GeneratedRegex("/my/cases/(?<number>\\w+)", RegexOptions.None, 1000)]
    private static partial Regex CaseLink();
}
