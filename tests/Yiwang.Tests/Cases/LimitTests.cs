using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Limits;
using Yiwang.Bench;
using Yiwang.Kernel.Calendar;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class LimitsOnSqlite(SqliteSite site) : LimitTests(site), IClassFixture<SqliteSite>;

public sealed class LimitsOnPostgres(PostgresSite site) : LimitTests(site), IClassFixture<PostgresSite>;

/// <summary>行政许可法 32 (4): five working days, told once; and what happens where the calendar ends.</summary>
public abstract class LimitTests(Site site) : IAsyncLifetime
{
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task After_five_silent_working_days_the_law_has_accepted_and_nobody_can_decline_any_more()
    {
        var number = await Dispatched();
        site.Clock.Forward(TimeSpan.FromDays(14));

        var declined = await _system.Say(number, "case.declined", new() { ["reason"] = "不属于本部门职权" });
        await _system.Say(number, "case.accepted");
        var told = await _system.Got(number, "case.accepted");
        var view = await Case(number);
        site.Clock.Back();

        Assert.Equal((HttpStatusCode.Conflict, "too-late"), (declined.Status, declined.Code));
        Assert.Equal("silence", (string?)told["data"]!["by"]);
        Assert.Equal((string?)told["data"]!["acceptedOn"], (string?)view["limits"]!["acceptedOn"]);
        Assert.Equal("视为受理", (string?)view["timeline"]!.AsArray()[^1]!["title"]);
    }

    [Theory]
    [InlineData("case.accepted", "acceptedOn", "2999-01-01")]
    [InlineData("case.accepted", "acceptedOn", "9999-12-31")]
    [InlineData("case.accepted", "acceptedOn", "2020-01-01")]
    public async Task A_day_that_cannot_be_is_refused(string type, string field, string day)
    {
        var answer = await _system.Say(await Dispatched(), type, new() { [field] = day });

        Assert.Equal((HttpStatusCode.Conflict, "wrong-date"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_decision_lies_between_acceptance_and_today()
    {
        var number = await Dispatched();
        await _system.Say(number, "case.accepted");

        foreach (var day in new[] { "2020-01-01", "2999-01-01", "9999-12-31" })
        {
            var answer = await _system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号", ["decidedOn"] = day });
            Assert.Equal((HttpStatusCode.Conflict, "wrong-date"), (answer.Status, answer.Code));
        }
    }

    [Theory]
    [InlineData("documentNumber", 97)]
    [InlineData("reason", 501)]
    public async Task A_text_that_is_too_long_for_its_place_is_refused_and_can_be_sent_again_mended(string field, int length)
    {
        var number = await Dispatched();
        await _system.Say(number, "case.accepted");
        JsonObject Decision() => new() { ["result"] = "granted", ["documentNumber"] = "1号" };
        var decision = Decision();
        decision[field] = new string('长', length);

        var refused = await _system.Say(number, "decision.made", decision, sequence: 2);
        var mended = await _system.Say(number, "decision.made", Decision(), sequence: 2);

        Assert.Equal((HttpStatusCode.BadRequest, "malformed-message"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.OK, mended.Status);
    }

    [Fact]
    public async Task Where_the_calendar_ends_a_limit_is_provisional_and_counted_again_when_the_holidays_are_known()
    {
        var today = WorkCalendar.TodayInNingbo(TimeProvider.System);
        site.Clock.Forward(new DateOnly(2026, 12, 28).ToDateTime(new(4, 0)) - today.ToDateTime(new(4, 0)));
        using var late = await Channel.For(site);
        var number = (string)(await late.Submit(await late.Application())).Body["caseNumber"]!;
        var first = (await late.Case(number))["limits"]!;
        site.Clock.Forward(TimeSpan.FromDays(14));
        using var later = await Channel.For(site);
        await Watch();
        var waiting = await later.Case(number);
        using var desk = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        var (status, list) = await desk.Read("desk/cases");

        using var known = new ReferenceFolder();
        known.Change("holidays.csv", text => text.TrimEnd() + "\n2027-01-01,星期五,元旦,holiday,0,0,0,,high\n");
        var report = await known.ImportInto(site);
        await Watch();
        await Watch();
        var counted = await later.Case(number);
        site.Clock.Back();

        Assert.Empty(report.Problems);
        Assert.True((bool)first["provisional"]!);
        Assert.Equal("received", (string?)waiting["status"]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(number, list, StringComparison.Ordinal);
        // 29, 30, 31 December, then 4 and 5 January: New Year's Day does not count.
        Assert.Equal(("2027-01-04", "2027-01-05"), ((string?)first["answerBy"], (string?)counted["limits"]!["answerBy"]));
        Assert.Equal("accepted", (string?)counted["status"]);
        Assert.Equal(["submitted", "limits", "accepted"], counted["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
    }

    public async ValueTask DisposeAsync()
    {
        site.Clock.Back();
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task Watch()
    {
        var watch = site.Services.GetRequiredService<WatchLimits>();
        await watch.CountAgain(default);
        await watch.AcceptSilentOnes(default);
    }

    // A token lives an hour: after the clock has gone forward it takes a new one.
    private async Task<JsonObject> Case(string number)
    {
        using var channel = await Channel.For(site);
        return await channel.Case(number);
    }

    private async Task<string> Dispatched()
    {
        var number = await _channel.Submitted();
        await _system.Got(number, "case.dispatched");
        return number;
    }
}
