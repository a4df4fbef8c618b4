using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Cases;

public sealed class SpecialProceduresOnSqlite(SqliteSite site) : SpecialProcedureTests(site), IClassFixture<SqliteSite>;

public sealed class SpecialProceduresOnPostgres(PostgresSite site) : SpecialProcedureTests(site), IClassFixture<PostgresSite>;

/// <summary>特别程序, 延期 and 终止 over the exchange (行政许可法 42, 45): the journal proves each day.</summary>
public abstract class SpecialProcedureTests(Site site)
{
    [Fact]
    public async Task The_clock_stands_still_while_a_departments_procedure_runs_and_the_journal_proves_it()
    {
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        var number = await channel.Submitted();
        await system.Got(number, "case.dispatched");
        await system.Say(number, "case.accepted");
        var before = (await channel.Case(number))["limits"]!;

        var started = await system.Say(number, "procedure.started", new() { ["kind"] = "expert-review", ["plannedDays"] = 10, ["reason"] = "组织专家论证" });
        var running = await channel.Case(number);
        var decision = await system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号" });
        var ended = await system.Say(number, "procedure.ended");
        var after = (await channel.Case(number))["limits"]!;
        var extended = await system.Say(number, "limit.extended", new() { ["days"] = 10, ["reason"] = "案情复杂", ["approver"] = "李局长" });
        var again = await system.Say(number, "limit.extended", new() { ["days"] = 1, ["reason"] = "案情复杂", ["approver"] = "李局长" });
        var view = await channel.Case(number);

        Assert.All([started, ended, extended], a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(("特别程序", "expert-review", 10), ((string?)running["statusText"], (string?)running["limits"]!["procedure"]!["kind"], (int)running["limits"]!["procedure"]!["plannedDays"]!));
        Assert.True(Day(running["limits"]!["legalDue"]) > Day(before["legalDue"]));
        Assert.Equal("procedure-running", decision.Code);
        // It began and ended on the same day: nothing is left out.
        Assert.Equal(((string?)before["legalDue"], (string?)before["promisedDue"]), ((string?)after["legalDue"], (string?)after["promisedDue"]));
        Assert.Equal("already-extended", again.Code);
        Assert.Equal(["submitted", "accepted", "procedure", "procedure-ended", "extended"], view["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
        Assert.Equal((string?)(await system.Got(number, "limits.changed"))["data"]!["legalDue"], (string?)running["limits"]!["legalDue"]);

        var facts = await Facts(number);
        Assert.Equal(Day(running["limits"]!["legalDue"]), Journal.Read<ProcedureStarted>(facts.Single(f => f.Kind == "acceptance.procedure-started")).LegalDue);
        Assert.Equal(Day(after["promisedDue"]), Journal.Read<ProcedureEnded>(facts.Single(f => f.Kind == "acceptance.procedure-ended")).PromisedDue);
        var extension = Journal.Read<LimitExtended>(facts.Single(f => f.Kind == "acceptance.limit-extended"));
        Assert.Equal((Day(view["limits"]!["legalDue"]), 10, "李局长"), (extension.LegalDue, extension.Days, extension.Approver));
    }

    [Theory]
    [InlineData("procedure.started", "kind", "lunch", "unknown-procedure")]
    [InlineData("procedure.started", "plannedDays", "0", "wrong-days")]
    [InlineData("procedure.started", "startedOn", "2020-01-01", "wrong-date")]
    [InlineData("procedure.ended", "endedOn", "2020-01-01", "no-procedure")]
    [InlineData("limit.extended", "days", "11", "wrong-days")]
    [InlineData("limit.extended", "approver", "", "approver-missing")]
    [InlineData("case.terminated", "reason", "", "reason-missing")]
    public async Task What_the_law_does_not_allow_is_refused_with_its_reason(string type, string member, string value, string code)
    {
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        var number = await channel.Submitted();
        await system.Got(number, "case.dispatched");
        await system.Say(number, "case.accepted");
        var data = new System.Text.Json.Nodes.JsonObject { ["kind"] = "testing", ["plannedDays"] = 5, ["reason"] = "送检", ["days"] = 5, ["approver"] = "李局长" };
        data[member] = int.TryParse(value, out var days) ? days : value;

        var answer = await system.Say(number, type, data);

        Assert.Equal((HttpStatusCode.Conflict, code), (answer.Status, answer.Code));
        Assert.Equal(["submitted", "accepted"], (await channel.Case(number))["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
    }

    private static DateOnly? Day(System.Text.Json.Nodes.JsonNode? node) => node is null ? null : DateOnly.ParseExact((string)node!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<List<JournalEntry>> Facts(string number) =>
        site.In(services => services.GetRequiredService<YiwangDb>().Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == $"case/{number}").OrderBy(e => e.Version).ToListAsync());
}
