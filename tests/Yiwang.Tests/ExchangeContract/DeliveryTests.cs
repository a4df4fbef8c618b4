using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yiwang.Bench;
using Yiwang.Exchange;
using Yiwang.Exchange.Connect;
using Yiwang.Exchange.Deliver;
using Yiwang.Host.Demo;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.ExchangeContract;

public sealed class DeliveryOnSqlite(SqliteSite site) : DeliveryTests(site), IClassFixture<SqliteSite>;

public sealed class DeliveryOnPostgres(PostgresSite site) : DeliveryTests(site), IClassFixture<PostgresSite>;

/// <summary>What the exchange does with systems that are down: leaves them in peace for longer and longer, and troubles nobody else.</summary>
public abstract class DeliveryTests(Site site) : IDisposable
{
    private const int Failures = 8;

    [Fact]
    public async Task A_system_that_stays_down_is_tried_after_pauses_that_double_and_gets_its_message_once_when_it_is_up()
    {
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        using var person = await PageClient.SignIn(site.Address, "operator", "yiwang-demo-2026");
        system.AnswersWith = HttpStatusCode.ServiceUnavailable;
        var since = site.Clock.GetUtcNow();
        var number = await channel.Submitted();

        var failed = 0;
        while (true)
        {
            var message = await Failed(number, failed + 1);
            failed = message.Attempts;
            var pause = Math.Pow(2, failed - 1);
            Assert.True(message.NextAttemptAt - since >= TimeSpan.FromSeconds(pause * 0.9), $"After {failed} failures it is tried again too soon.");
            Assert.True(message.NextAttemptAt - site.Clock.GetUtcNow() <= TimeSpan.FromSeconds(pause * 1.1), $"After {failed} failures it is tried again too late.");
            if (failed >= Failures) break;
            // Past its own pause and past the longest of the system's.
            var ahead = TimeSpan.FromSeconds(pause * 1.1 + 120);
            since = site.Clock.GetUtcNow() + ahead;
            site.Clock.Forward(ahead);
        }
        var told = await person.Read("desk/exchange/systems");
        system.AnswersWith = HttpStatusCode.OK;
        var (sent, calls) = (await Send(), system.Calls);
        site.Clock.Forward(TimeSpan.FromSeconds(Math.Pow(2, failed) + 120));
        await system.Got(number, "case.dispatched");
        await Until(number, m => m.State is OutboundState.Delivered);
        var after = await person.Read("desk/exchange/systems");

        // Up again, but not asked before the pause was over.
        Assert.Equal((0, failed), (sent, calls));
        Assert.Contains("连不上", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("连不上", after.Text, StringComparison.Ordinal);
        Assert.Single(system.Received, m => (string?)m["subject"] == number);
    }

    [Fact]
    public async Task A_system_that_does_not_answer_delays_no_other()
    {
        await using var mute = await MuteEndpoint.Start();
        Assert.True((await site.In(s => s.GetRequiredService<SystemActs>().Connect("SYS-06", mute.Address, "RSJ", default))).IsDone);
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        var held = await channel.SubmittedInsurance();
        for (var i = 0; mute.Calls == 0; i++)
        {
            Assert.True(i < 1800, "The mute system was not called");
            await Task.Delay(20);
        }

        foreach (var _ in Enumerable.Range(0, 3)) await system.Got(await channel.Submitted(), "case.dispatched");
        var during = await Message(held);
        mute.Speak();
        var after = await Until(held, m => m.State is OutboundState.Delivered);

        Assert.Equal((OutboundState.Pending, 0), (during!.State, during.Attempts));
        Assert.Equal(1, after.Attempts);
    }

    public void Dispose()
    {
        site.Clock.Back();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets what is due go at once instead of at the next look, and waits until at least so many attempts have failed.</summary>
    private async Task<OutboundMessage> Failed(string number, int attempts)
    {
        await Until(number, _ => true);
        await Send();
        return await Until(number, m => m.Attempts >= attempts);
    }

    private Task<int> Send() => site.Services.GetServices<IHostedService>().OfType<Delivery>().Single().SendBatch(FakeSystem.Code, default);

    private async Task<OutboundMessage> Until(string number, Func<OutboundMessage, bool> holds)
    {
        for (var i = 0; ; i++)
        {
            var message = await Message(number);
            if (message is not null && holds(message)) return message;
            Assert.True(i < 1800, $"{number}: {message?.State}, {message?.Attempts} attempts, {message?.LastError}");
            await Task.Delay(25);
        }
    }

    private Task<OutboundMessage?> Message(string number) =>
        site.In(s => s.GetRequiredService<YiwangDb>().Set<OutboundMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Case == CaseNumber.Parse(number, null)));
}
