using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Identity;
using Yiwang.Kernel.Database;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class PortalOnSqlite(SqliteSite site) : PortalTests(site), IClassFixture<SqliteSite>;

public sealed class PortalOnPostgres(PostgresSite site) : PortalTests(site), IClassFixture<PostgresSite>;

/// <summary>What residents and companies do for themselves on the portal's pages.</summary>
public abstract partial class PortalTests(Site site)
{
    private const string CompanyItem = "GG-RSJ-009";

    [Fact]
    public async Task A_resident_withdraws_on_the_cases_page_and_the_department_is_told_why()
    {
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        var number = await CaseOf("wangjing", channel, system);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        var page = $"my/cases/{number}";
        var (_, token) = await resident.Open(page);

        var withdrawn = await resident.Send(page, token, "withdraw", new() { ["Form.Reason"] = "另择经营场所" });
        var told = await system.Got(number, "case.withdrawn");
        var again = await resident.Send(page, token, "withdraw", new() { ["Form.Reason"] = "再撤一次" });
        var view = await channel.Case(number);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (withdrawn, again));
        Assert.Equal("另择经营场所", (string?)told["data"]!["reason"]);
        Assert.Equal(("closed", "withdrawn"), ((string?)view["status"], (string?)view["result"]!["ending"]));
        Assert.Contains("您已撤回这份申请", (await resident.Read(page)).Text, StringComparison.Ordinal);
        Assert.Equal("case-closed", (await system.Say(number, "case.accepted")).Code);
    }

    [Fact]
    public async Task What_is_decided_can_be_withdrawn_no_more()
    {
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        var number = await CaseOf("wangjing", channel, system);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        var (_, before) = await resident.Open($"my/cases/{number}");
        await system.Say(number, "case.accepted");
        await system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "甬海市监准〔2026〕8号" });

        var status = await resident.Send($"my/cases/{number}", before, "withdraw", []);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("decided", (string?)(await channel.Case(number))["status"]);
    }

    [Fact]
    public async Task Nobody_withdraws_the_case_of_somebody_else()
    {
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        var number = await CaseOf("wangjing", channel, system);
        using var other = await PageClient.SignIn(site.Address, "chenwei", "yiwang-demo-2026");
        var (_, token) = await other.Open($"apply/{Channel.Item}");

        await other.Send($"my/cases/{number}", token, "withdraw", []);

        Assert.NotEmpty(token);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Read($"my/cases/{number}")).Status);
        Assert.Equal("received", (string?)(await channel.Case(number))["status"]);
    }

    [Fact]
    public async Task A_companys_agent_applies_online_for_the_company_and_it_gets_the_result()
    {
        using var agent = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        var draft = await Begin(agent);
        var wrong = await agent.Send($"{draft}/form/1", (await agent.Open($"{draft}/form/1")).Token, "section", Answers("91330291MAFPTUQF58"));
        var filled = await agent.Send($"{draft}/form/1", (await agent.Open($"{draft}/form/1")).Token, "section", Answers("91330291MAFPTUQF57"));
        foreach (var code in new[] { "M01", "M02" })
            await agent.SendFile($"{draft}/materials/upload", (await agent.Open($"{draft}/materials")).Token, "", "file", Channel.Pdf(), new() { ["code"] = code });
        var (_, check) = await agent.Read($"{draft}/check");

        var submitted = await agent.Send($"{draft}/check", (await agent.Open($"{draft}/check")).Token, "submit", []);
        var number = CaseLink().Match((await agent.Read("my/cases")).Text).Groups["number"].Value;
        await Decided(handler, number);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.OK), (wrong, filled, submitted));
        Assert.Contains("宁波甲测商贸有限公司", check, StringComparison.Ordinal);
        Assert.Contains("宁波甲测商贸有限公司", (await handler.Read($"desk/handling/{number}")).Text, StringComparison.Ordinal);
        await Wait.Until(async () => (await agent.Read($"my/cases/{number}")).Text.Contains("准予办结", StringComparison.Ordinal), "The company has not got its result.");
        // The draft has become the case.
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Read(draft)).Status);
    }

    [Fact]
    public async Task A_companys_agent_cannot_begin_what_is_for_persons_alone()
    {
        using var agent = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        var before = DraftLink().Count((await agent.Read("my/cases")).Text);
        var page = $"apply/{Channel.Item}";

        var status = await agent.Send(page, (await agent.Open(page)).Token, "begin", new() { ["Form.Region"] = "330203000000" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(before, DraftLink().Count((await agent.Read("my/cases")).Text));
    }

    private static Dictionary<string, string> Answers(string company) => new()
    {
        ["form.统一社会信用代码"] = company, ["form.险种"] = "工伤保险\r\n失业保险", ["form.参保人员范围"] = "全部", ["form.起止年月.start"] = "2026-01", ["form.起止年月.end"] = "2026-06",
    };

    /// <summary>Begins a draft as a company does; its address.</summary>
    private static async Task<string> Begin(PageClient agent)
    {
        var page = $"apply/{CompanyItem}";
        Assert.Equal(HttpStatusCode.OK, await agent.Send(page, (await agent.Open(page)).Token, "begin", new() { ["Form.Region"] = "330203000000" }));
        return DraftLink().Match((await agent.Read("my/cases")).Text).Value.TrimStart('/');
    }

    /// <summary>The department's official accepts and grants.</summary>
    private static async Task Decided(PageClient handler, string number)
    {
        var page = $"desk/handling/{number}";
        await Wait.Until(async () => (await handler.Read(page)).Status is HttpStatusCode.OK, "The department has not got the case.");
        await handler.Send(page, (await handler.Open(page)).Token, "act", new() { ["Form.Act"] = "accept" });
        Assert.Equal(HttpStatusCode.OK, await handler.Send(page, (await handler.Open(page)).Token, "act", new() { ["Form.Act"] = "grant", ["Form.Reason"] = "同意" }));
    }

    /// <summary>A case of one of the demo's residents, which the department has got.</summary>
    private async Task<string> CaseOf(string person, Channel channel, FakeSystem system)
    {
        var application = await channel.Application();
        application["applicant"]!["idNumber"] = await site.In(async s => (await s.GetRequiredService<YiwangDb>().Set<Person>().SingleAsync(p => p.UserName == person)).ResidentId.Value);
        var number = (string)(await channel.Submit(application)).Body["caseNumber"]!;
        await system.Got(number, "case.dispatched");
        return number;
    }

    [GeneratedRegex("/apply/draft/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex DraftLink();

    [GeneratedRegex(@"/my/cases/(?<number>\w{21})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaseLink();
}
