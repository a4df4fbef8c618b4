using System.Net;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class ProcedureDeskOnSqlite(SqliteSite site) : ProcedureDeskTests(site), IClassFixture<SqliteSite>;

public sealed class ProcedureDeskOnPostgres(PostgresSite site) : ProcedureDeskTests(site), IClassFixture<PostgresSite>;

/// <summary>特别程序, 延期 and 终止 at the desk of the platform's own handling room.</summary>
public abstract class ProcedureDeskTests(Site site)
{
    [Fact]
    public async Task An_official_starts_and_ends_a_procedure_extends_and_terminates_at_the_desk()
    {
        using var channel = await Channel.For(site);
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        var number = await channel.Submitted();
        var page = $"desk/handling/{number}";
        await Until(handler, page, "受理");
        await Act(handler, page, new() { ["Form.Act"] = "accept" });
        await channel.Until(number, v => (string?)v["status"] == "accepted");

        var incomplete = await Act(handler, page, new() { ["Form.Act"] = "start-procedure", ["Form.Days"] = "5", ["Form.ProcedureReason"] = "送检" });
        var started = await Act(handler, page, new() { ["Form.Act"] = "start-procedure", ["Form.Kind"] = "testing", ["Form.Days"] = "5", ["Form.ProcedureReason"] = "送检" });
        await channel.Until(number, v => (string?)v["statusText"] == "特别程序");
        var early = await Act(handler, page, new() { ["Form.Act"] = "grant" });
        var ended = await Act(handler, page, new() { ["Form.Act"] = "end-procedure" });
        await channel.Until(number, v => (string?)v["statusText"] == "办理中");
        var extended = await Act(handler, page, new() { ["Form.Act"] = "extend", ["Form.ExtendDays"] = "3", ["Form.Approver"] = "李局长", ["Form.ExtendReason"] = "需要会商" });
        await channel.Until(number, v => (int)v["limits"]!["extendedDays"]! == 3);
        var terminated = await Act(handler, page, new() { ["Form.Act"] = "terminate", ["Form.TerminateReason"] = "申请人已注销" });
        var view = await channel.Until(number, v => (string?)v["status"] == "closed");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (incomplete, early));
        Assert.All([started, ended, extended, terminated], s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Equal(("terminated", "申请人已注销"), ((string?)view["result"]!["ending"], (string?)view["result"]!["reason"]));
        Assert.Equal("终止办理", (string?)view["timeline"]!.AsArray()[^1]!["title"]);
    }

    private static async Task<HttpStatusCode> Act(PageClient official, string page, Dictionary<string, string> fields) => await official.Send(page, (await official.Open(page)).Token, "act", fields);

    private static async Task Until(PageClient official, string page, string words)
    {
        for (var i = 0; ; i++)
        {
            if ((await official.Read(page)).Text.Contains(words, StringComparison.Ordinal)) return;
            Assert.True(i < 600, $"{page} does not say {words}");
            await Task.Delay(50);
        }
    }
}
