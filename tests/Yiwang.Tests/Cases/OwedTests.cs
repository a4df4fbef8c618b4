using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Limits;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class OwedOnSqlite(SqliteSite site) : OwedTests(site), IClassFixture<SqliteSite>;

public sealed class OwedOnPostgres(PostgresSite site) : OwedTests(site), IClassFixture<PostgresSite>;

/// <summary>容缺受理, 补正期限: what is told once with a day, and what happens when the day passes (浙江省保障“最多跑一次”改革规定 11).</summary>
public abstract class OwedTests(Site site) : IAsyncLifetime
{
    private const string Lease = "M03";
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task What_the_guide_lets_follow_is_told_with_the_acceptance_and_handed_in_later()
    {
        var number = await Lacking();
        await _system.Say(number, "case.accepted");
        var told = (await _system.Got(number, "limits.changed"))["data"]!;
        var accepted = await _channel.Case(number);
        var early = await _system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号" });

        var foreign = await _channel.Post($"api/v1/cases/{number}/materials", Supply("M02", await _channel.Material()));
        var nothing = await _channel.Post($"api/v1/cases/{number}/materials", new JsonObject());
        var supplied = await _channel.Post($"api/v1/cases/{number}/materials", Supply(Lease, await _channel.Material()));
        var message = (await _system.Got(number, "material.supplied"))["data"]!;
        var again = await _channel.Post($"api/v1/cases/{number}/materials", Supply(Lease, await _channel.Material()));
        var granted = await _system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号" });

        Assert.Equal([Lease], told["owed"]!.AsArray().Select(m => (string?)m!["code"]));
        Assert.Equal((string?)accepted["limits"]!["owedBy"], (string?)told["owedBy"]);
        Assert.Equal(("accepted", "容缺受理"), ((string?)accepted["status"], (string?)accepted["statusText"]));
        Assert.Equal((HttpStatusCode.Conflict, "materials-owed"), (early.Status, early.Code));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (foreign.Status, nothing.Status));
        Assert.Equal(HttpStatusCode.NoContent, supplied.Status);
        Assert.Equal(["M02", Lease], message["materials"]!.AsArray().Select(m => (string?)m!["code"]).Order(StringComparer.Ordinal));
        Assert.Empty(message["owed"]!.AsArray());
        Assert.Equal((HttpStatusCode.Conflict, "nothing-owed"), (again.Status, again.Code));
        Assert.Equal(HttpStatusCode.OK, granted.Status);
        Assert.Equal(["submitted", "accepted", "supplied", "decided"], (await _channel.Case(number))["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
    }

    [Fact]
    public async Task Whoever_does_not_hand_it_in_loses_the_acceptance_and_the_department_is_told()
    {
        var number = await Lacking();
        await _system.Say(number, "case.accepted");
        await _system.Got(number, "limits.changed");
        site.Clock.Forward(TimeSpan.FromDays(10));
        await Watch();
        var before = await Case(number);
        site.Clock.Forward(TimeSpan.FromDays(10));

        await Watch();
        var after = await Case(number);
        var told = (await _system.Got(number, "case.withdrawn"))["data"]!;
        var late = await _system.Say(number, "decision.made", new() { ["result"] = "refused", ["reason"] = "迟了", ["documentNumber"] = "1号" });

        Assert.Equal("accepted", (string?)before["status"]);
        Assert.Equal(("closed", "acceptance-revoked"), ((string?)after["status"], (string?)after["result"]!["ending"]));
        Assert.Equal("acceptance-revoked", (string?)told["ending"]);
        Assert.Equal((HttpStatusCode.Conflict, "case-closed"), (late.Status, late.Code));
        Assert.Contains("场所使用证明", (string?)after["result"]!["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_correct_in_time_counts_as_having_withdrawn()
    {
        var number = await _channel.Submitted();
        await _system.Got(number, "case.dispatched");
        var by = site.Clock.GetUtcNow().AddDays(6).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await _system.Say(number, "correction.required", new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "租赁合同", ["why"] = "缺少签名" }), ["correctBy"] = by });
        var asked = await _channel.Case(number);
        site.Clock.Forward(TimeSpan.FromDays(8));
        using var later = await Channel.For(site);
        var late = await later.Post($"api/v1/cases/{number}/corrections", Supply(Lease, await later.Material()));

        await Watch();
        var after = await later.Case(number);

        Assert.Equal(by, (string?)asked["limits"]!["correctBy"]);
        Assert.Equal((HttpStatusCode.Conflict, "too-late"), (late.Status, late.Code));
        Assert.Equal("deemed-withdrawn", (string?)after["result"]!["ending"]);
        Assert.Equal("deemed-withdrawn", (string?)(await _system.Got(number, "case.withdrawn"))["data"]!["ending"]);
        Assert.Equal("视为撤回", (string?)after["timeline"]!.AsArray()[^1]!["title"]);
    }

    [Fact]
    public async Task The_window_accepts_with_what_may_follow_and_takes_it_in_later()
    {
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var number = await Lacking();
        var page = $"desk/cases/{number}";
        var before = await window.Open(page);
        await window.Send(page, before.Token, "accept", []);
        var message = (await _system.Got(number, "case.accepted"))["data"]!;
        var owed = await window.Open($"{page}/owed");

        var nothing = await window.Send($"{page}/owed", owed.Token, "supply", []);
        var supplied = await window.SendFile($"{page}/owed", owed.Token, "supply", $"materials.{Lease}", Channel.Pdf(), []);

        Assert.Contains("可以容缺受理", (await window.Read($"desk/cases/{await Lacking()}")).Text, StringComparison.Ordinal);
        Assert.Equal([Lease], message["owed"]!.AsArray().Select(m => (string?)m!["code"]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (nothing, supplied));
        Assert.Empty((await _channel.Case(number))["owed"]!.AsArray());
    }

    public async ValueTask DisposeAsync()
    {
        site.Clock.Back();
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static JsonObject Supply(string code, string material) => new() { ["materials"] = new JsonArray(new JsonObject { ["code"] = code, ["materialId"] = material }) };

    /// <summary>A case without the lease, which the guide lets follow.</summary>
    private async Task<string> Lacking()
    {
        var application = await _channel.Application();
        application["materials"] = new JsonArray(new JsonObject { ["code"] = "M02", ["materialId"] = await _channel.Material() });
        var number = (string)(await _channel.Submit(application)).Body["caseNumber"]!;
        await _system.Got(number, "case.dispatched");
        return number;
    }

    private async Task Watch()
    {
        var watch = site.Services.GetRequiredService<WatchLimits>();
        await watch.EndUncorrected(default);
        await watch.RevokeUnsupplied(default);
    }

    // A token lives an hour: after the clock has gone forward it takes a new one.
    private async Task<JsonObject> Case(string number)
    {
        using var channel = await Channel.For(site);
        return await channel.Case(number);
    }
}
