using System.Net;
using Yiwang.Bench;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class DeclinesOnSqlite(SqliteSite site) : DeclineTests(site), IClassFixture<SqliteSite>;

public sealed class DeclinesOnPostgres(PostgresSite site) : DeclineTests(site), IClassFixture<PostgresSite>;

/// <summary>不予受理 at the window: with a reason, once, and by an official whose case it is.</summary>
public abstract class DeclineTests(Site site) : IAsyncLifetime
{
    private const string Reason = "经营场所不在本区，不属于本部门职权范围";
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task A_case_that_the_window_declines_is_closed_with_its_reason_and_the_department_is_told()
    {
        var number = await Dispatched();
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var page = $"desk/cases/{number}";

        var status = await window.Send(page, (await window.Open(page)).Token, "decline", new() { ["Form.Text"] = Reason });
        var told = await _system.Got(number, "case.declined");
        var late = await _system.Say(number, "case.accepted");
        var view = await _channel.Case(number);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("closed", "declined", Reason), ((string?)view["status"], (string?)view["result"]!["ending"], (string?)view["result"]!["reason"]));
        Assert.Equal(Reason, (string?)told["data"]!["reason"]);
        Assert.Equal((HttpStatusCode.Conflict, "case-closed"), (late.Status, late.Code));
        Assert.Contains(Reason, (await window.Read(page)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HttpStatusCode.Conflict)]
    [InlineData(" \r\n ", HttpStatusCode.Conflict)]
    [InlineData("长", HttpStatusCode.UnprocessableEntity)]
    public async Task Nothing_is_declined_without_a_reason_or_with_one_that_nobody_reads(string reason, HttpStatusCode refused)
    {
        var number = await Dispatched();
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var page = $"desk/cases/{number}";

        var status = await window.Send(page, (await window.Open(page)).Token, "decline", new() { ["Form.Text"] = reason == "长" ? new string('长', 501) : reason });

        Assert.Equal(refused, status);
        Assert.Equal("received", (string?)(await _channel.Case(number))["status"]);
        Assert.DoesNotContain(_system.Received, m => (string?)m["subject"] == number && (string?)m["type"] == "case.declined");
    }

    [Fact]
    public async Task What_was_declined_cannot_be_declined_accepted_or_corrected_any_more()
    {
        var number = await Dispatched();
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var page = $"desk/cases/{number}";
        var (_, token) = await window.Open(page);
        await window.Send(page, token, "decline", new() { ["Form.Text"] = Reason });

        var again = new List<HttpStatusCode>();
        foreach (var act in new[] { "decline", "accept", "correct" }) again.Add(await window.Send(page, token, act, new() { ["Form.Text"] = "另一个理由" }));
        var view = await _channel.Case(number);

        Assert.All(again, status => Assert.Equal(HttpStatusCode.Conflict, status));
        Assert.Equal(["submitted", "declined"], view["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
        Assert.Equal(Reason, (string?)view["result"]!["reason"]);
    }

    [Fact]
    public async Task An_official_whose_case_it_is_not_finds_nothing_and_can_do_nothing()
    {
        var number = await Dispatched();
        var nowhere = CaseNumber.Create(RegionCode.Parse("330203", null), new DateOnly(2020, 1, 1), 1).Value;
        var file = (string?)(await _system.Got(number, "case.dispatched"))["data"]!["materials"]![0]!["id"];
        using var stranger = await PageClient.SignIn(site.Address, "window-ningbo", "yiwang-demo-2026");
        var (_, token) = await stranger.Open($"desk/reception?q=个体&item={Channel.Item}");

        foreach (var page in new[] { "", "/receipt", "/correction", $"/files/{file}" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Read($"desk/cases/{number}{page}")).Status);
        foreach (var act in new[] { "accept", "correct", "decline", "withdraw", "hand-over" })
        {
            Dictionary<string, string> Fields() => new() { ["Form.Text"] = Reason };
            Assert.Equal(await stranger.Send($"desk/cases/{nowhere}", token, act, Fields()), await stranger.Send($"desk/cases/{number}", token, act, Fields()));
        }

        Assert.NotEmpty(token);
        Assert.Single((await _channel.Case(number))["timeline"]!.AsArray());
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<string> Dispatched()
    {
        var number = await _channel.Submitted();
        await _system.Got(number, "case.dispatched");
        return number;
    }
}
