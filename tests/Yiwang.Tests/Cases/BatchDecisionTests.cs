using System.Net;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class BatchDecisionsOnSqlite(SqliteSite site) : BatchDecisionTests(site), IClassFixture<SqliteSite>;

public sealed class BatchDecisionsOnPostgres(PostgresSite site) : BatchDecisionTests(site), IClassFixture<PostgresSite>;

/// <summary>批量办理: simple items, many at once, each by itself.</summary>
public abstract class BatchDecisionTests(Site site)
{
    private const string Page = "desk/handling-batch", Password = "yiwang-demo-2026";

    [Fact]
    public async Task Simple_cases_are_granted_together_after_they_were_shown_once_more_and_what_a_colleague_has_taken_is_not_offered()
    {
        using var channel = await Channel.For(site);
        var (one, two, taken) = (await channel.SubmittedInsurance(), await channel.SubmittedInsurance(), await channel.SubmittedInsurance());
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", Password);
        foreach (var number in new[] { one, two, taken }) await ArrivedTask.Of(handler, number);

        using var colleague = await PageClient.SignIn(site.Address, "handler-haishu-2", Password);
        await colleague.SendAll($"desk/handling/{taken}", (await colleague.Open($"desk/handling/{taken}")).Token, "claim", [new("Claim.Act", "claim")]);

        var (_, offered) = await handler.Read(Page);
        var token = (await handler.Open(Page)).Token;
        var nothing = await handler.SendAll(Page, token, "choose", []);
        var shown = await handler.SendAll(Page, token, "choose", [new("cases", one), new("cases", two)]);
        var done = await handler.SendAll(Page, token, "grant", [new("cases", one), new("cases", two), new("cases", taken), new("reason", "材料齐全")]);
        var again = await handler.SendAll(Page, token, "grant", [new("cases", one)]);

        Assert.Contains(one, offered, StringComparison.Ordinal);
        Assert.DoesNotContain(taken, offered, StringComparison.Ordinal);
        Assert.Contains("请至少选择一件", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("确认准予 2 件", shown.Text, StringComparison.Ordinal);
        Assert.Contains("准予 2 件，1 件没有办成", done.Text, StringComparison.Ordinal);
        Assert.Contains("不能批量办理", again.Text, StringComparison.Ordinal);
        foreach (var number in new[] { one, two }) await channel.Until(number, v => (string?)v["status"] == "closed");
        Assert.NotEqual("closed", (string?)(await channel.Case(taken))["status"]);
    }
}
