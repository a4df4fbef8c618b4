using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Yiwang.Bench;
using Yiwang.Host.Demo;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Forms;

public sealed class FillingOnSqlite(SqliteSite site) : FillingTests(site), IClassFixture<SqliteSite>;

public sealed class FillingOnPostgres(PostgresSite site) : FillingTests(site), IClassFixture<PostgresSite>;

/// <summary>Filling in: saved while one types, never lost to another window, not asked twice, and what was filled in for one can be said to be wrong.</summary>
public abstract class FillingTests(Site site)
{
    private const string Password = "yiwang-demo-2026", Wangjing = "330290199005121024";

    [Fact]
    public async Task What_is_typed_is_saved_while_typing_and_told_what_is_wrong_with_it()
    {
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        var draft = await resident.BeginDraft(Channel.Item, "330203000000");
        var page = $"apply/draft/{draft}/form/1";

        var (status, body) = await resident.Post($"{page}/autosave", (await resident.Open(page)).Token, new() { ["form.opName"] = "王静", ["form.mobile"] = "123" });
        var saved = JsonNode.Parse(body)!;

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(saved["problems"]!.AsArray(), p => (string?)p!["field"] == "form.mobile");
        Assert.Contains("value=\"123\"", (await resident.Read(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已完成", (await resident.Read($"apply/draft/{draft}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_windows_on_one_draft_do_not_overwrite_each_other_unseen()
    {
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        var draft = await resident.BeginDraft(Channel.Item, "330203000000");
        var page = $"apply/draft/{draft}/form/1";
        var (_, text) = await resident.Read(page);
        var (token, seen) = ((await resident.Open(page)).Token, PageClient.Hidden(text, "seen"));
        var first = await resident.Post($"{page}/autosave", token, new() { ["seen"] = seen, ["form.ethnic"] = "汉族" });

        var live = await resident.Post($"{page}/autosave", token, new() { ["seen"] = seen, ["form.ethnic"] = "畲族" });
        var sent = await resident.SendAll(page, token, "section", [new("seen", seen), new("form.ethnic", "畲族")]);
        var meant = await resident.SendAll(page, token, "section", [new("seen", PageClient.Hidden(sent.Text, "seen")), new("form.ethnic", "畲族")]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (first.Status, live.Status, sent.Status));
        Assert.Contains("另一个窗口保存过", sent.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"畲族\"", sent.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, meant.Status);
        Assert.Contains("value=\"畲族\"", (await resident.Read(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_saves_into_a_draft_and_without_a_session_nothing_is_saved()
    {
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        using var other = await PageClient.SignIn(site.Address, "chenwei", Password);
        var draft = await resident.BeginDraft(Channel.Item, "330203000000");
        var page = $"apply/draft/{draft}/form/1";
        var own = await other.BeginDraft(Channel.Item, "330203000000");

        var theirs = await other.Post($"{page}/autosave", (await other.Open($"apply/draft/{own}/form/1")).Token, new() { ["form.ethnic"] = "汉族" });
        var forged = await resident.Post($"{page}/autosave", "forged", new() { ["form.ethnic"] = "汉族" });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (theirs.Status, forged.Status));
        Assert.DoesNotContain("value=\"汉族\"", (await resident.Read(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_told_before_is_filled_in_with_its_source_and_changing_it_is_seen_by_who_handles_the_case()
    {
        using var channel = await Channel.For(site);
        using var window = await PageClient.SignIn(site.Address, "window-haishu", Password);
        await using var system = await FakeSystem.For(site, "SCJG");
        var earlier = await channel.Application();
        earlier["applicant"]!["idNumber"] = Wangjing;
        Assert.Equal(HttpStatusCode.Created, (await channel.Submit(earlier)).Status);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        var draft = await resident.BeginDraft(Channel.Item, "330203000000");
        var (_, first) = await resident.Read($"apply/draft/{draft}/form/1");

        Assert.Contains("value=\"王静\"", first, StringComparison.Ordinal);
        Assert.Contains("来自您的登录账户", first, StringComparison.Ordinal);
        Assert.Matches("来自您 \\d+ 年 \\d+ 月 \\d+ 日办理“个体工商户注册登记”时的填写", first);
        Assert.Matches("name=\"form.ethnic\" value=\"[^\"]+\"", first);

        var number = await Submit(resident, draft, new() { ["form.ethnic"] = "畲族" });

        var (_, desk) = await window.Read($"desk/cases/{number}");
        Assert.Matches("畲族[^<]*<p class=\"yw-disputed\">.*预填为“汉族”（来自您 .*），申请人已改", desk);
        var told = await system.Got(number, "case.dispatched");
        var field = told["data"]!["formFields"]!.AsArray().Single(f => (string?)f!["label"] == "民族")!;
        Assert.Equal(("民族", "汉族"), ((string?)field["label"], (string?)field["prefilled"]));
        Assert.StartsWith("来自您", (string?)field["prefilledFrom"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_is_told_only_the_fields_that_are_for_it()
    {
        using var channel = await Channel.For(site);
        await using var system = await FakeSystem.For(site);
        using var changed = new ReferenceFolder();
        changed.Change("forms.json", text => text.Replace("\"name\": \"staff\",", "\"name\": \"staff\", \"sees\": [\"TJJ\"],", StringComparison.Ordinal));
        Assert.Empty((await changed.ImportInto(site)).Problems);

        var number = await channel.Submitted();
        var told = (await system.Got(number, "case.dispatched"))["data"]!;
        using var again = new ReferenceFolder();
        Assert.Empty((await again.ImportInto(site)).Problems);

        Assert.Contains(told["formFields"]!.AsArray(), f => (string?)f!["label"] == "资金数额(万元)");
        Assert.DoesNotContain(told["formFields"]!.AsArray(), f => (string?)f!["label"] == "从业人数");
        using var window = await PageClient.SignIn(site.Address, "window-haishu", Password);
        Assert.Contains("从业人数", (await window.Read($"desk/cases/{number}")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> Submit(PageClient resident, string draft, Dictionary<string, string> changes)
    {
        Dictionary<string, string>[] sections =
        [
            new() { ["form.opName"] = "王静", ["form.opIdNo"] = Wangjing, ["form.gender"] = "女", ["form.ethnic"] = "汉族", ["form.mobile"] = "16000000001", ["form.domicile.region"] = "330203000000", ["form.domicile.detail"] = "月湖街道示例路 1 号" },
            new() { ["form.hasName"] = "false", ["form.formType"] = "个人经营", ["form.scope"] = "糕点零售", ["form.place.region"] = "330203000000", ["form.place.detail"] = "月湖街道示例路 1 号", ["form.placeProof"] = "租赁合同" },
            new() { ["form.sendWay"] = "窗口领取", ["form.commit"] = "true" },
        ];
        for (var i = 0; i < sections.Length; i++)
        {
            var page = $"apply/draft/{draft}/form/{i + 1}";
            foreach (var (name, value) in changes) if (sections[i].ContainsKey(name)) sections[i][name] = value;
            var sent = await resident.SendAll(page, (await resident.Open(page)).Token, "section", sections[i]);
            Assert.True(sent.Status is HttpStatusCode.OK, sent.Text);
        }
        foreach (var code in new[] { "M02", "M03" })
        {
            var page = await resident.Open($"apply/draft/{draft}/materials");
            await resident.SendFile($"apply/draft/{draft}/materials/upload", page.Token, "", "file", Channel.Pdf(), new() { ["code"] = code });
        }
        var check = $"apply/draft/{draft}/check";
        var done = await resident.SendAll(check, (await resident.Open(check)).Token, "submit", []);
        return Regex.Match(done.Address, "my/cases/(?<number>[^?]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["number"].Value;
    }
}
