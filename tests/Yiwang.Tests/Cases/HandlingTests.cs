using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Handling;
using Yiwang.Handling.Decide;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class HandlingOnSqlite(SqliteSite site) : HandlingTests(site), IClassFixture<SqliteSite>;

public sealed class HandlingOnPostgres(PostgresSite site) : HandlingTests(site), IClassFixture<PostgresSite>;

/// <summary>The platform's own handling room stays at one with the platform, whatever crosses.</summary>
public abstract class HandlingTests(Site site)
{
    private static readonly Actor Haishu = new(Actor.OfficialKind, "handler-1", "林涛") { Region = RegionCode.Parse("330203", null), Department = "*@330203" };

    [Fact]
    public async Task Officials_who_decide_different_cases_at_once_all_succeed_with_numbers_of_their_own()
    {
        using var channel = await Channel.For(site);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => channel.Submitted()));
        foreach (var number in numbers) await Accepted(number);

        var outcomes = await Task.WhenAll(numbers.Select(n => Act(n, "grant", "同意")));
        var views = new List<(string? Document, string? Licence)>();
        foreach (var number in numbers)
        {
            var result = (await channel.Until(number, v => (string?)v["status"] == "closed"))["result"]!;
            views.Add(((string?)result["documentNumber"], (string?)result["licenceNumber"]));
        }

        Assert.All(outcomes, o => Assert.True(o.IsDone, o.Refusal?.Reason));
        Assert.Equal(4, views.Select(v => v.Document).Distinct().Count());
        Assert.Equal(4, views.Select(v => v.Licence).Distinct().Count());
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_told_on_the_page_and_nothing_is_sent()
    {
        using var channel = await Channel.For(site);
        var number = await channel.Submitted();
        await Accepted(number);
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        var page = await handler.Open($"desk/handling/{number}");

        var status = await handler.Send($"desk/handling/{number}", page.Token, "act", new() { ["Form.Act"] = "refuse", ["Form.Reason"] = new string('长', 501) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("accepted", (string?)(await channel.Case(number))["status"]);
        // A browser counts a line break as one character and sends two.
        Assert.True((await Act(number, "refuse", string.Concat(Enumerable.Repeat("理由\r\n", 125)) + new string('长', 120))).IsDone);
        Assert.Equal("refused", (string?)(await channel.Until(number, v => (string?)v["status"] == "closed"))["result"]!["ending"]);
    }

    [Fact]
    public async Task A_decision_that_crossed_the_windows_correction_has_no_effect_and_the_official_is_told_and_decides_again()
    {
        using var channel = await Channel.For(site);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var number = await channel.Submitted();
        await Arrived(number);
        var page = $"desk/cases/{number}";
        var desk = await window.Open(page);

        // Both at the same moment: the official's replies and the window's notice cross on their way.
        await Task.WhenAll(
            window.Send(page, desk.Token, "correct", new() { ["Form.Text"] = "场所使用证明：缺少签名" }),
            Task.Run(async () =>
            {
                await Act(number, "accept", null);
                await Act(number, "grant", "同意");
            }));
        var view = await channel.Until(number, v => (string?)v["status"] is "awaiting-correction" or "closed");
        if ((string?)view["status"] == "closed") return;

        await Until(number, t => t.State is TaskState.AwaitingCorrection);
        await channel.Post($"api/v1/cases/{number}/corrections", new { materials = new[] { new { code = "M03", materialId = await channel.Material() } } });
        await Until(number, t => t.State is TaskState.New);
        Assert.True((await Act(number, "accept", null)).IsDone);
        Assert.True((await Act(number, "grant", "同意")).IsDone);
        Assert.Equal("granted", (string?)(await channel.Until(number, v => (string?)v["status"] == "closed"))["result"]!["ending"]);
    }

    [Fact]
    public async Task A_part_that_is_not_granted_is_named_with_its_reason_and_the_applicant_learns_what_can_be_done_against_it()
    {
        using var channel = await Channel.For(site);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        var application = await channel.Application();
        application["applicant"]!["idNumber"] = "330290199005121024";
        var number = (string)(await channel.Submit(application)).Body["caseNumber"]!;
        await Accepted(number);
        var page = $"desk/handling/{number}";

        var unexplained = await handler.Send(page, (await handler.Open(page)).Token, "act", new() { ["Form.Act"] = "grant", ["Form.Excluded"] = "食品销售" });
        var granted = await handler.Send(page, (await handler.Open(page)).Token, "act", new() { ["Form.Act"] = "grant", ["Form.Excluded"] = "食品销售：没有冷藏设备", ["Form.LicenceNumber"] = "92330203MA00000009" });
        var result = (await channel.Until(number, v => (string?)v["status"] == "closed"))["result"]!;
        var (_, mine) = await resident.Read($"my/cases/{number}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (unexplained, granted));
        Assert.Equal(("granted", "92330203MA00000009"), ((string?)result["ending"], (string?)result["licenceNumber"]));
        Assert.Equal(("食品销售", "没有冷藏设备"), ((string?)result["excluded"]![0]!["what"], (string?)result["excluded"]![0]!["why"]));
        Assert.Contains("部分准予", mine, StringComparison.Ordinal);
        Assert.Contains("没有批准的部分", mine, StringComparison.Ordinal);
        Assert.Contains("申请行政复议", mine, StringComparison.Ordinal);
        await Wait.Until(async () => (await resident.Read($"my/cases/{number}")).Text.Contains("准予决定书", StringComparison.Ordinal), "The decision was not written");
    }

    [Fact]
    public async Task After_a_correction_officials_see_the_new_day_for_answering()
    {
        using var channel = await Channel.For(site);
        var number = await channel.Submitted();
        await Arrived(number);
        await Act(number, "correction", null, ("场所使用证明", "缺少签名"));
        await channel.Until(number, v => (string?)v["status"] == "awaiting-correction");
        site.Clock.Forward(TimeSpan.FromDays(10));
        using var later = await Channel.For(site);
        await later.Post($"api/v1/cases/{number}/corrections", new { materials = new[] { new { code = "M03", materialId = await later.Material() } } });
        var answerBy = DateOnly.Parse((string)(await later.Case(number))["limits"]!["answerBy"]!);

        await Until(number, t => t.State is TaskState.New && t.AnswerBy == answerBy);
        site.Clock.Back();
    }

    [Fact]
    public async Task A_correction_that_names_nothing_is_refused_before_it_is_sent()
    {
        using var channel = await Channel.For(site);
        var number = await channel.Submitted();
        await Arrived(number);

        Assert.Equal("nothing-named", (await Act(number, "correction", null, ("", "缺少签名"))).Refusal?.Code);
        Assert.Equal("nothing-named", (await Act(number, "correction", null)).Refusal?.Code);
    }

    private async Task Accepted(string number)
    {
        await Arrived(number);
        Assert.True((await Act(number, "accept", null)).IsDone);
        await Until(number, t => t.PlatformState is TaskState.Accepted);
    }

    private Task<Outcome> Act(string number, string act, string? reason, params (string What, string Why)[] problems) => site.In(services =>
    {
        services.GetRequiredService<CurrentActor>().Become(Haishu);
        return services.GetRequiredService<HandlingActs>().Run(CaseNumber.Parse(number, null), new(act, reason, problems), default);
    });

    private Task Arrived(string number) => Until(number, _ => true);

    private async Task Until(string number, Func<HandlingTask, bool> holds)
    {
        var about = CaseNumber.Parse(number, null);
        for (var i = 0; ; i++)
        {
            var task = await site.In(s => s.GetRequiredService<YiwangDb>().Set<HandlingTask>().AsNoTracking().SingleOrDefaultAsync(t => t.Case == about));
            if (task is not null && holds(task)) return;
            Assert.True(i < 1200, $"{number}: {task?.State}, {task?.PlatformState}, {task?.ReplyRefused}");
            await Task.Delay(25);
        }
    }
}
