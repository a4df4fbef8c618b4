using System.Net;
using System.Text.RegularExpressions;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.ExchangeContract;

public sealed class DeadLetterPageOnSqlite(SqliteSite site) : DeadLetterPageTests(site), IClassFixture<SqliteSite>;

public sealed class DeadLetterPageOnPostgres(PostgresSite site) : DeadLetterPageTests(site), IClassFixture<PostgresSite>;

/// <summary>停发消息: what a system would not take, and an operator's button that sends it again.</summary>
public abstract class DeadLetterPageTests(Site site) : IAsyncLifetime
{
    private const string Page = "desk/exchange/dead-letters";
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task A_message_that_was_refused_is_listed_and_the_operators_button_delivers_it()
    {
        var (number, dead) = await Refused();
        using var person = await PageClient.SignIn(site.Address, "operator", "yiwang-demo-2026");
        var (_, listed) = await person.Read(Page);
        var (_, token) = await person.Open(Page);
        _system.AnswersWith = HttpStatusCode.OK;

        var sent = await person.Send(Button(listed, dead), token, "", []);
        var got = await _system.Got(number, "case.dispatched");
        var (_, after) = await person.Read(Page);
        var late = await person.Send(Button(listed, dead), token, "", []);

        Assert.Contains(number, listed, StringComparison.Ordinal);
        Assert.Contains("HTTP 400", listed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, sent);
        Assert.Equal(dead.ToString(), (string?)got["id"]);
        Assert.DoesNotContain(number, after, StringComparison.Ordinal);
        // Pressed once more on the old page, it does nothing.
        Assert.Equal(HttpStatusCode.OK, late);
        Assert.Single(_system.Received, m => (string?)m["id"] == dead.ToString());
    }

    [Fact]
    public async Task What_came_after_a_dead_message_waits_and_then_comes_in_its_order()
    {
        var (number, dead) = await Refused();
        _system.AnswersWith = HttpStatusCode.OK;
        await _channel.Post($"api/v1/cases/{number}/withdrawal", new { reason = "另择经营场所" });
        using var person = await PageClient.SignIn(site.Address, "operator", "yiwang-demo-2026");

        await person.Send(Button((await person.Read(Page)).Text, dead), (await person.Open(Page)).Token, "", []);
        await _system.Got(number, "case.withdrawn");

        Assert.Equal([(1, "case.dispatched"), (2, "case.withdrawn")], _system.Received.Where(m => (string?)m["subject"] == number).Select(m => ((int)m["sequence"]!, (string?)m["type"])));
    }

    [Fact]
    public async Task Only_an_operator_sees_dead_letters_and_sends_them_again()
    {
        var (number, dead) = await Refused();
        using var person = await PageClient.SignIn(site.Address, "operator", "yiwang-demo-2026");
        var (_, listed) = await person.Read(Page);
        using var official = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        _system.AnswersWith = HttpStatusCode.OK;

        var (_, seen) = await official.Read(Page);
        await official.Send(Button(listed, dead), (await official.Open("desk/reception?q=个体")).Token, "", []);

        Assert.DoesNotContain(number, seen, StringComparison.Ordinal);
        Assert.Contains(number, (await person.Read(Page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_system.Received, m => (string?)m["subject"] == number);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<(string Number, Guid Message)> Refused()
    {
        _system.AnswersWith = HttpStatusCode.BadRequest;
        var number = await _channel.Submitted();
        return (number, await DeadLetters.Of(site, number));
    }

    /// <summary>Where the row's own button leads.</summary>
    private static string Button(string page, Guid message) =>
        Regex.Match(page, $"action=\"/(?<address>[^\"]*{message}[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["address"].Value;
}
