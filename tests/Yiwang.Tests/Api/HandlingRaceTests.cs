using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Exchange;
using Yiwang.Handling;
using Yiwang.Handling.Decide;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Api;

public sealed class HandlingRaceOnSqlite(SqliteSite site) : HandlingRaceTests(site), IClassFixture<SqliteSite>;

public sealed class HandlingRaceOnPostgres(PostgresSite site) : HandlingRaceTests(site), IClassFixture<PostgresSite>;

/// <summary>No route is set for the department, so the platform's own handling room decides, through the same contract.</summary>
public abstract class HandlingRaceTests(Site site)
{
    private static readonly Actor Haishu = new(Actor.OfficialKind, "handler-1", "林涛") { Region = RegionCode.Parse("330203", null), Department = "*@330203" };

    [Fact]
    public async Task Of_two_officials_who_decide_at_once_one_wins_in_every_race_and_numbers_have_no_gap()
    {
        using var channel = await Channel.For(site);
        var before = await Series();
        for (var race = 0; race < 20; race++)
        {
            var number = CaseNumber.Parse(await channel.Submitted(), null);
            await Arrived(number);
            Assert.True((await Act(number, "accept", null)).IsDone);

            var outcomes = await Task.WhenAll(Act(number, "grant", "同意"), Act(number, "refuse", "不同意"));

            Assert.Single(outcomes, o => o.IsDone);
            Assert.Equal(RefusalKind.Conflict, outcomes.Single(o => !o.IsDone).Refusal!.Kind);
            await channel.Until(number.Value, view => (string?)view["status"] == "closed");
        }
        var series = await Series();
        Assert.Equal(20, series - before);
    }

    [Fact]
    public async Task Two_officials_who_decide_at_once_on_the_page_get_one_200_and_one_409()
    {
        using var channel = await Channel.For(site);
        using var first = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        using var second = await PageClient.SignIn(site.Address, "handler-haishu-2", "yiwang-demo-2026");
        for (var race = 0; race < 5; race++)
        {
            var statuses = await Race.Run(first, second, await channel.Submitted());

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], statuses.Order());
        }
    }

    [Fact]
    public async Task An_official_who_sends_a_page_that_is_out_of_date_is_told_so()
    {
        using var channel = await Channel.For(site);
        using var first = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        using var second = await PageClient.SignIn(site.Address, "handler-haishu-2", "yiwang-demo-2026");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], await Race.Run(first, second, await channel.Submitted(), oneAfterTheOther: true));
    }

    [Fact]
    public async Task An_official_of_another_region_finds_nothing()
    {
        using var channel = await Channel.For(site);
        var number = CaseNumber.Parse(await channel.Submitted(), null);
        await Arrived(number);

        var outcome = await Act(number, "accept", null, Haishu with { Region = RegionCode.Parse("330281", null) });

        Assert.Equal("not-found", outcome.Refusal?.Code);
    }

    private Task<Outcome> Act(CaseNumber number, string act, string? reason, Actor? who = null) => site.In(services =>
    {
        services.GetRequiredService<CurrentActor>().Become(who ?? Haishu);
        return services.GetRequiredService<HandlingActs>().Run(number, new(act, reason, []), default);
    });

    private Task<int> Series() => site.In(s => s.GetRequiredService<YiwangDb>().Set<DocumentSeries>().Select(d => d.Last).SumAsync());

    private async Task Arrived(CaseNumber number)
    {
        for (var i = 0; !await site.In(s => s.GetRequiredService<YiwangDb>().Set<HandlingTask>().AnyAsync(t => t.Case == number)); i++)
        {
            Assert.True(i < 3600, $"{number} has not reached {ExchangeNames.HandlingSystem}");
            await Task.Delay(25);
        }
    }
}
