using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Yiwang.Bench;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Tests.Kit;
using JournalEntry = Yiwang.Kernel.Journals.JournalEntry;

namespace Yiwang.Tests.Cases;

public sealed class DelegationsOnSqlite(SqliteSite site) : DelegationTests(site), IClassFixture<SqliteSite>;

public sealed class DelegationsOnPostgres(PostgresSite site) : DelegationTests(site), IClassFixture<PostgresSite>;

/// <summary>授权委托: an agent applies in another's name, for what was written down, until it is taken back, and sees nothing else of the other's.</summary>
public abstract partial class DelegationTests(Site site)
{
    private const string Password = "yiwang-demo-2026", Item = Channel.Item, ChenweiNumber = "330298198502230172", Mine = "my/delegations";

    [Fact]
    public async Task An_agent_applies_in_the_name_of_who_delegated_and_sees_only_what_he_handed_in_himself()
    {
        using var principal = await PageClient.SignIn(site.Address, "wangjing", Password);
        using var agent = await PageClient.SignIn(site.Address, "chenwei", Password);
        using var channel = await Channel.For(site);
        var application = await channel.Application();
        application["applicant"]!["idNumber"] = "330290199005121024";
        var before = (string)(await channel.Submit(application)).Body["caseNumber"]!;
        var offered = await Offer(principal, Item);

        var early = await Post(agent, await IdOf(agent), "act");
        await agent.SendAll(Mine, (await agent.Open(Mine)).Token, $"accept-{await IdOf(agent)}", []);
        var acting = await Post(agent, await IdOf(agent), "act");
        var (_, cases) = await agent.Read("my/cases");
        var foreign = await agent.Read($"my/cases/{before}");
        var other = await agent.SendAll("apply/XK-SCJG-006", (await agent.Open("apply/XK-SCJG-006")).Token, "begin", [new("Form.Region", "330203")]);
        var draft = await agent.BeginDraft(Item, "330203");
        var section = await agent.Read($"apply/draft/{draft}/form/1");

        Assert.Equal(HttpStatusCode.OK, offered.Status);
        Assert.Equal(HttpStatusCode.NotFound, early.Status);
        Assert.Contains("正在代 <strong>王静</strong> 办理", acting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(before, cases, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Contains("委托书里没有写这个事项", other.Text, StringComparison.Ordinal);
        // What the principal has told before is not shown to the agent; who the principal is, is.
        Assert.DoesNotContain("时的填写", section.Text, StringComparison.Ordinal);
        Assert.Contains("王静", section.Text, StringComparison.Ordinal);

        // Back in his own account he finds nothing of hers.
        var left = await agent.Post("my/delegations/leave", (await agent.Open(Mine)).Token, []);
        Assert.Equal(HttpStatusCode.OK, left.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Read($"apply/draft/{draft}")).Status);
        Assert.DoesNotContain("正在代", (await agent.Read("my/cases")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_is_taken_back_the_agent_is_out_at_once_and_what_he_did_stands_in_the_journal_without_names()
    {
        using var principal = await PageClient.SignIn(site.Address, "jiace", Password);
        using var agent = await PageClient.SignIn(site.Address, "chenwei", Password);
        await Offer(principal, null);
        var id = await IdOf(agent);
        await agent.SendAll(Mine, (await agent.Open(Mine)).Token, $"accept-{id}", []);
        var acting = await Post(agent, id, "act");
        var further = await agent.Read("my/delegations/new");

        var revoked = await principal.SendAll(Mine, (await principal.Open(Mine)).Token, $"revoke-{id}", []);
        var after = await agent.Read("my/cases");

        Assert.Contains("宁波甲测商贸有限公司", acting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("签发委托", further.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, revoked.Status);
        // The sign-in page is shown instead.
        Assert.Contains("name=\"Form.Password\"", after.Text, StringComparison.Ordinal);
        var told = await site.In(services => services.GetService(typeof(YiwangDb)) is YiwangDb db ? db.Set<JournalEntry>().Where(e => e.Stream == $"delegation/{id}").OrderBy(e => e.Version).ToListAsync() : throw new InvalidOperationException());
        Assert.Equal(["identity.delegation-offered", "identity.delegation-changed", "identity.delegation-used", "identity.delegation-changed"], told.Select(e => e.Kind));
        Assert.DoesNotContain(told, e => e.Data.Contains("陈伟", StringComparison.Ordinal) || e.Data.Contains(ChenweiNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_in_a_delegation_is_told_and_nobody_delegates_to_himself()
    {
        using var principal = await PageClient.SignIn(site.Address, "wangjing", Password);
        var page = $"{Mine}/new";

        var empty = await principal.SendAll(page, (await principal.Open(page)).Token, "delegate", [new("Form.Scope", "items"), new("Form.Items", "XK-NO-999")]);
        var self = await principal.SendAll(page, (await principal.Open(page)).Token, "delegate", Fields(null, "王静", "330290199005121024"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.Status, self.Status));
        Assert.Contains("没有编码为“XK-NO-999”的事项", empty.Text, StringComparison.Ordinal);
        Assert.Contains("请填写受托人的姓名", empty.Text, StringComparison.Ordinal);
        Assert.Contains("不用委托自己", self.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_to_the_window_for_somebody_else_brings_a_letter_and_the_department_learns_who_it_was()
    {
        await using var system = await FakeSystem.For(site);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", Password);
        var choose = $"desk/reception?q=个体&item={Item}";
        var begun = await window.SendAll(choose, (await window.Open(choose)).Token, "begin", [new("Form.Region", "330203000000")]);
        var reception = begun.Address.TrimStart('/');
        var fields = CommitmentTests.Fields(Host.Demo.DemoPeople.Resident(3), "receive");
        (fields["agent.name"], fields["agent.idNumber"]) = ("陈伟", ChenweiNumber);

        var first = await window.SendFileAll(reception, (await window.Open(reception)).Token, "receive", "materials.M02", "身份证.pdf", Channel.Pdf(), fields);
        await window.SendFileAll(reception, (await window.Open(reception)).Token, "receive", "materials.M03", "合同.pdf", Channel.Pdf(), new(fields) { ["act"] = "save" });
        var received = await window.SendFileAll(reception, (await window.Open(reception)).Token, "receive", "materials.agent-letter", "委托书.pdf", Channel.Pdf(), fields);
        var number = received.Address.Split('/')[^1];
        var told = (await system.Got(number, "case.dispatched"))["data"]!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Contains("请上传“授权委托书”", first.Text, StringComparison.Ordinal);
        Assert.Equal(("陈伟", ChenweiNumber, null), ((string?)told["agent"]!["name"], (string?)told["agent"]!["idNumber"], (string?)told["agent"]!["delegation"]));
        Assert.Contains(told["materials"]!.AsArray(), m => (string?)m!["name"] == "授权委托书");
        Assert.Contains("陈伟", (await window.Read($"desk/cases/{number}")).Text, StringComparison.Ordinal);
    }

    private Task<(HttpStatusCode Status, string Address, string Text)> Offer(PageClient principal, string? item) => OfferTo(principal, Fields(item, "陈伟", ChenweiNumber));

    private static async Task<(HttpStatusCode Status, string Address, string Text)> OfferTo(PageClient principal, IEnumerable<KeyValuePair<string, string>> fields) =>
        await principal.SendAll($"{Mine}/new", (await principal.Open($"{Mine}/new")).Token, "delegate", fields);

    private KeyValuePair<string, string>[] Fields(string? item, string name, string number) =>
    [
        new("Form.AgentName", name), new("Form.AgentNumber", number), new("Form.Scope", item is null ? "all" : "items"), new("Form.Items", item ?? ""),
        new("Form.Until", WorkCalendar.TodayInNingbo(site.Clock).AddDays(10).ToString("yyyy-MM-dd", null)),
    ];

    /// <summary>The delegation that the agent got last.</summary>
    private static async Task<string> IdOf(PageClient agent) => Guid.Parse(Handler().Match((await agent.Read(Mine)).Text).Groups["id"].Value).ToString("N");

    private static async Task<(HttpStatusCode Status, string Text)> Post(PageClient agent, string id, string end)
    {
        var (status, text) = await agent.Post($"{Mine}/{Guid.Parse(id)}/{end}", (await agent.Open(Mine)).Token, []);
        return (status, WebUtility.HtmlDecode(text));
    }

    [GeneratedRegex("(?:value=\"(?:accept|decline)-|/my/delegations/)(?<id>[0-9a-f-]{32,36})", RegexOptions.None, 1000)]
    private static partial Regex Handler();
}
