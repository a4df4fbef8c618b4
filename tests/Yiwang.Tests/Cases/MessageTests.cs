using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Limits;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class MessagesOnSqlite(SqliteSite site) : MessageTests(site), IClassFixture<SqliteSite>;

public sealed class MessagesOnPostgres(PostgresSite site) : MessageTests(site), IClassFixture<PostgresSite>;

/// <summary>站内消息: applicants learn what others do with their cases, and are reminded before a day passes.</summary>
public abstract class MessageTests(Site site)
{
    [Fact]
    public async Task What_others_do_comes_into_the_applicants_inbox_once_and_nobody_elses()
    {
        await using var system = await FakeSystem.For(site, "JYJ GAJ JTJ");
        using var channel = await Channel.For(site);
        using var mine = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        using var other = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        var number = (string)(await channel.Submit(await JointTests.SchoolBus(channel))).Body["caseNumber"]!;
        await system.Got(number, "case.dispatched");
        await system.Say(number, "correction.required", new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "校车运行方案", ["why"] = "没有写明站点" }) });

        var asked = await Inbox(mine, "校车运行方案（没有写明站点）");
        var list = await mine.Read("my/cases");
        site.Clock.Forward(TimeSpan.FromDays(19));
        for (var i = 0; i < 2; i++) await site.Services.GetRequiredService<WatchLimits>().RemindApplicants(default);
        site.Clock.Back();
        var reminded = await Inbox(mine, "提醒申请人");
        var read = await mine.Send("my/messages", (await mine.Open("my/messages")).Token, "read", []);
        var afterwards = await mine.Read("my/messages");

        Assert.Contains("校车使用许可：一次性告知补正", asked, StringComparison.Ordinal);
        Assert.Contains("条未读", list.Text, StringComparison.Ordinal);
        Assert.Equal(2, reminded.Split("提醒申请人").Length);
        Assert.Equal(HttpStatusCode.OK, read);
        Assert.DoesNotContain("未读", afterwards.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await other.Read("my/messages")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> Inbox(PageClient who, string words)
    {
        for (var i = 0; ; i++)
        {
            var (_, text) = await who.Read("my/messages");
            if (text.Contains(words, StringComparison.Ordinal)) return text;
            Assert.True(i < 600, $"No message says {words}");
            await Task.Delay(50);
        }
    }
}
