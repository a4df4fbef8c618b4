using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Watch;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Watching;

public sealed class LettersOnSqlite(SqliteSite site) : LetterTests(site), IClassFixture<SqliteSite>;

public sealed class LettersOnPostgres(PostgresSite site) : LetterTests(site), IClassFixture<PostgresSite>;

/// <summary>督办: what a card did not bring about, a letter demands by a day.</summary>
public abstract class LetterTests(Site site) : IAsyncLifetime
{
    private const string Password = "yiwang-demo-2026";
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task A_letter_follows_a_card_is_answered_given_back_and_closed_and_comes_as_numbered_paper()
    {
        var finding = await Late();
        var card = $"desk/supervision/{finding}";
        using var hasty = await PageClient.SignIn(site.Address, "supervisor-haishu", Password);
        var early = await hasty.SendAll(card, (await hasty.Open(card)).Token, "issue", [new("Order.Words", "请立即办结"), new("Order.Days", "3")]);
        site.Clock.Forward(TimeSpan.FromDays(10));
        using var supervisor = await PageClient.SignIn(site.Address, "supervisor-haishu", Password);
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", Password);
        using var elsewhere = await PageClient.SignIn(site.Address, "supervisor-yuyao", Password);

        var endless = await supervisor.SendAll(card, (await supervisor.Open(card)).Token, "issue", [new("Order.Words", "请立即办结"), new("Order.Days", "300")]);
        var issued = await supervisor.SendAll(card, (await supervisor.Open(card)).Token, "issue", [new("Order.Words", "请立即办结"), new("Order.Days", "3")]);
        var twice = await supervisor.SendAll(card, (await supervisor.Open(card)).Token, "issue", [new("Order.Words", "请立即办结"), new("Order.Days", "3")]);
        var letter = issued.Address.TrimStart('/');
        var answered = await Send(handler, letter, "reply", new() { ["Answer.Words"] = "已经安排人办理" });
        var back = await Send(supervisor, letter, "judge", new() { ["Ruling.Words"] = "还没有作出决定", ["Ruling.Days"] = "2", ["Ruling.Done"] = "false" });
        await Send(handler, letter, "reply", new() { ["Answer.Words"] = "已经作出决定" });
        var closed = await Send(supervisor, letter, "judge", new() { ["Ruling.Words"] = "", ["Ruling.Done"] = "true" });
        var paper = await supervisor.Download($"{letter}.pdf");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict), (early.Status, endless.Status, issued.Status, twice.Status));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (answered.Status, back.Status, closed.Status));
        Assert.Contains("办理中", back.Text, StringComparison.Ordinal);
        Assert.Contains("已办结", closed.Text, StringComparison.Ordinal);
        Assert.Contains("海曙区监察督〔", closed.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "%PDF"), (paper.Status, System.Text.Encoding.ASCII.GetString(paper.Content, 0, 4)));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Read(letter)).Status);
        Assert.Contains("已办结", (await handler.Read("desk/supervision-letters?state=closed")).Text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        site.Clock.Back();
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Send(PageClient who, string page, string form, Dictionary<string, string> fields) =>
        await who.SendAll(page, (await who.Open(page)).Token, form, fields);

    /// <summary>A case past its days: the card that it brought.</summary>
    private async Task<Guid> Late()
    {
        var number = await _channel.Submitted();
        await _system.Got(number, "case.dispatched");
        await _system.Say(number, "case.accepted");
        site.Clock.Forward(TimeSpan.FromDays(60));
        var parsed = CaseNumber.Parse(number, null);
        Guid? card = null;
        await Wait.Until(async () =>
        {
            await site.Services.GetRequiredService<WatchTime>().Look(default);
            card = await site.In(s => s.GetRequiredService<YiwangDb>().Set<Finding>().Where(f => f.Case == parsed && f.Rule == "TIME_LEGAL").Select(f => (Guid?)f.Id).SingleOrDefaultAsync());
            return card is not null;
        }, "No card was given");
        return card!.Value;
    }
}
