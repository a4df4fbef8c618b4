using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Watch;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Watching;

public sealed class FindingsOnSqlite(SqliteSite site) : FindingTests(site), IClassFixture<SqliteSite>;

public sealed class FindingsOnPostgres(PostgresSite site) : FindingTests(site), IClassFixture<PostgresSite>;

/// <summary>电子监察: what the journal tells of a case is held against the rules, and departments answer for it.</summary>
public abstract partial class FindingTests(Site site) : IAsyncLifetime
{
    private const string Password = "yiwang-demo-2026", Supervisor = "supervisor-ningbo";
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task A_case_past_its_days_brings_cards_that_the_department_answers_and_a_supervisor_decides()
    {
        var number = await Accepted();
        site.Clock.Forward(TimeSpan.FromDays(60));
        await Found(number, "TIME_LEGAL");
        using var supervisor = await PageClient.SignIn(site.Address, Supervisor, Password);
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", Password);
        var red = (await Of(number)).Single(f => f.Rule == "TIME_LEGAL");
        var page = $"desk/supervision/{red.Id}";

        var early = await supervisor.SendAll(page, (await supervisor.Open(page)).Token, "decide", [new("Ruling.Words", "早"), new("Ruling.Uphold", "true")]);
        var silent = await handler.SendAll(page, (await handler.Open(page)).Token, "reply", [new("Answer.Kind", "appealed"), new("Answer.Words", "")]);
        var answered = await handler.SendAll(page, (await handler.Open(page)).Token, "reply", [new("Answer.Kind", "appealed"), new("Answer.Words", "申请人要求等新的租赁合同，请看附页")]);
        var lifted = await supervisor.SendAll(page, (await supervisor.Open(page)).Token, "decide", [new("Ruling.Words", "有申请人书面要求，撤牌"), new("Ruling.Uphold", "false")]);
        var again = await supervisor.SendAll(page, (await supervisor.Open(page)).Token, "decide", [new("Ruling.Words", "再来"), new("Ruling.Uphold", "true")]);

        // Decided at last: what the clock has found is not found again.
        await _system.Say(number, "decision.made", new() { ["result"] = "refused", ["reason"] = "不符合条件", ["documentNumber"] = "1号" });
        var parsed = CaseNumber.Parse(number, null);
        await Wait.Until(() => site.In(s => s.GetRequiredService<YiwangDb>().Set<WatchedCase>().AnyAsync(c => c.Number == parsed && c.EndedAt != null)), "The late decision has not been read");

        Assert.Equal(["TIME_LEGAL", "TIME_PROMISED"], (await Of(number)).Where(f => f.AnswerBy is not null).Select(f => f.Rule).Order(StringComparer.Ordinal));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity), (early.Status, silent.Status));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict), (answered.Status, lifted.Status, again.Status));
        Assert.Contains("已撤牌", (await handler.Read(page)).Text, StringComparison.Ordinal);
        var journalled = await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().Where(e => e.Stream == $"finding/{red.Id}").OrderBy(e => e.Version).Select(e => e.Kind).ToListAsync());
        Assert.Equal(["supervision.finding-raised", "supervision.finding-answered", "supervision.finding-decided"], journalled);
    }

    [Fact]
    public async Task Looking_again_finds_nothing_twice_and_a_decided_case_is_left_alone()
    {
        var number = await Accepted();
        var decided = await Accepted();
        await _system.Say(decided, "decision.made", new() { ["result"] = "refused", ["reason"] = "不符合条件", ["documentNumber"] = "1号" });
        site.Clock.Forward(TimeSpan.FromDays(60));
        await Found(number, "TIME_LEGAL");
        var once = (await Of(number)).Count;

        await Look();
        await Look();

        Assert.Equal(once, (await Of(number)).Count);
        Assert.DoesNotContain(await Of(decided), f => f.Rule.StartsWith("TIME", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_acceptance_refused_a_department_and_an_acceptance_by_silence_are_found()
    {
        var number = await Dispatched();
        await AskTwice(number);
        await Found(number, "PROC_CORRECTIONS");
        var hasty = await Dispatched();
        await _system.Say(hasty, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号" });
        await Found(hasty, "PROC_ORDER");
        var silent = await Dispatched();
        site.Clock.Forward(TimeSpan.FromDays(20));
        await site.Services.GetRequiredService<Yiwang.Acceptance.Limits.WatchLimits>().AcceptSilentOnes(default);

        await Found(silent, "TIME_SILENT");

        Assert.NotNull((await Of(number)).Single(f => f.Rule == "PROC_CORRECTIONS").AnswerBy);
        Assert.Equal("红牌", FindingWords.Level((await Of(silent)).Single(f => f.Rule == "TIME_SILENT").Level));
    }

    [Fact]
    public async Task A_new_version_of_a_rule_holds_from_now_on_and_leaves_what_was_found()
    {
        using var supervisor = await PageClient.SignIn(site.Address, Supervisor, Password);
        using var county = await PageClient.SignIn(site.Address, "supervisor-haishu", Password);
        const string Page = "desk/supervision-rules/PROC_CORRECTIONS";
        var before = await Dispatched();
        await AskTwice(before);
        await Found(before, "PROC_CORRECTIONS");

        const string Other = "desk/supervision-rules/TIME_ANSWER";
        var wrong = await supervisor.SendAll(Other, (await supervisor.Open(Other)).Token, "change", Rule("9", "Warning"));
        var changed = await supervisor.SendAll(Page, (await supervisor.Open(Page)).Token, "change", Rule("", "RedCard"));
        var same = await supervisor.SendAll(Page, (await supervisor.Open(Page)).Token, "change", Rule("", "RedCard"));
        var after = await Dispatched();
        await AskTwice(after);
        await Found(after, "PROC_CORRECTIONS");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict), (wrong.Status, changed.Status, same.Status));
        Assert.Equal((1, 2), ((await Of(before)).Single(f => f.Rule == "PROC_CORRECTIONS").RuleVersion, (await Of(after)).Single(f => f.Rule == "PROC_CORRECTIONS").RuleVersion));
        Assert.DoesNotContain("发布新版本", (await county.Read(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_sees_what_concerns_him_and_nobody_else_sees_any()
    {
        var number = await Accepted();
        site.Clock.Forward(TimeSpan.FromDays(60));
        await Found(number, "TIME_LEGAL");
        var id = (await Of(number)).Single(f => f.Rule == "TIME_LEGAL").Id;
        using var city = await PageClient.SignIn(site.Address, Supervisor, Password);
        using var haishu = await PageClient.SignIn(site.Address, "supervisor-haishu", Password);
        using var yuyao = await PageClient.SignIn(site.Address, "supervisor-yuyao", Password);
        using var elsewhere = await PageClient.SignIn(site.Address, "handler-ningbo", Password);
        using var window = await PageClient.SignIn(site.Address, "window-haishu", Password);

        Assert.Equal(HttpStatusCode.OK, (await city.Read($"desk/supervision/{id}")).Status);
        Assert.Contains(number, (await haishu.Read("desk/supervision")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await yuyao.Read($"desk/supervision/{id}")).Status);
        Assert.DoesNotContain(number, (await yuyao.Read("desk/supervision?state=all")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Read($"desk/supervision/{id}")).Status);
        Assert.DoesNotContain(number, (await window.Read($"desk/supervision/{id}")).Text, StringComparison.Ordinal);
        Assert.Matches(Empty(), (await yuyao.Read($"desk/supervision?q={number}")).Text);
    }

    public async ValueTask DisposeAsync()
    {
        site.Clock.Back();
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static Dictionary<string, string> Rule(string parameter, string level) => new() { ["Form.Parameter"] = parameter, ["Form.Level"] = level, ["Form.Enabled"] = "true" };

    private async Task<string> Dispatched()
    {
        var number = await _channel.Submitted();
        await _system.Got(number, "case.dispatched");
        return number;
    }

    private async Task<string> Accepted()
    {
        var number = await Dispatched();
        Assert.Equal(HttpStatusCode.OK, (await _system.Say(number, "case.accepted")).Status);
        return number;
    }

    private async Task AskTwice(string number)
    {
        JsonObject Problems() => new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "租赁合同", ["why"] = "缺少签名" }) };
        Assert.Equal(HttpStatusCode.OK, (await _system.Say(number, "correction.required", Problems())).Status);
        var second = await _system.Say(number, "correction.required", Problems());
        Assert.Equal((HttpStatusCode.Conflict, "already-asked"), (second.Status, second.Code));
    }

    private Task<int> Look() => site.Services.GetRequiredService<WatchTime>().Look(default);

    /// <summary>Looks until the rule has found something of the case: the journal's reader comes a moment after the act.</summary>
    private Task Found(string number, string rule) => Wait.Until(async () =>
    {
        await Look();
        return (await Of(number)).Exists(f => f.Rule == rule);
    }, $"{rule} has found nothing of {number}");

    private Task<List<Finding>> Of(string number)
    {
        var parsed = CaseNumber.Parse(number, null);
        return site.In(s => s.GetRequiredService<YiwangDb>().Set<Finding>().AsNoTracking().Where(f => f.Case == parsed).ToListAsync());
    }

    [GeneratedRegex("没有(?:要处理的|找到)", RegexOptions.None, 1000)]
    private static partial Regex Empty();
}
