using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Directory;
using Yiwang.Forms;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class ReformOnSqlite(SqliteSite site) : ReformTests(site), IClassFixture<SqliteSite>;

public sealed class ReformOnPostgres(PostgresSite site) : ReformTests(site), IClassFixture<PostgresSite>;

/// <summary>机构改革: departments are renamed and merged while their cases are open, and no case is lost.</summary>
public abstract class ReformTests(Site site)
{
    [Fact]
    public async Task Open_cases_follow_their_department_when_it_is_renamed_and_when_another_continues_it_and_are_decided_as_before()
    {
        using var channel = await Channel.For(site);
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        var closed = await channel.Submitted();
        await Race.Run(handler, handler, closed, oneAfterTheOther: true);
        await channel.Until(closed, v => (string?)v["status"] == "closed");
        var number = await channel.Submitted();
        using var renamed = new ReferenceFolder();
        renamed.Change("departments_county.csv", text => text.Replace("海曙区市场监督管理局", "海曙区市场监管局", StringComparison.Ordinal));

        Assert.Empty((await renamed.ImportInto(site)).Problems);
        var after = await channel.Until(number, v => (string?)v["department"] == "海曙区市场监管局");
        await Wait.Until(async () => (await handler.Read($"desk/handling/{number}")).Text.Contains("海曙区市场监管局", StringComparison.Ordinal), "The department has not learned of it");

        // Then another department of the county takes the work over.
        using var merged = new ReferenceFolder();
        merged.Change("departments.csv", text => text.Replace("SCJG,宁波市市场监督管理局,市市场监管局,政府工作部门,1,1,,", "SCJG,宁波市市场监督管理局,市市场监管局,政府工作部门,1,0,FGW,", StringComparison.Ordinal));
        merged.Change("departments_county.csv", text => string.Join('\n', text.Split('\n').Select(l => l.StartsWith("SCJG@", StringComparison.Ordinal) ? l.Replace(",1,1,R1", ",1,0,R1", StringComparison.Ordinal) : l)));
        merged.Change("service_points.csv", text => string.Join('\n', text.Split('\n').Where(l => !l.Contains("SCJG", StringComparison.Ordinal))));
        Assert.Equal("", string.Join("\n", (await merged.ImportInto(site)).Problems.Take(5)));
        await channel.Until(number, v => (string?)v["department"] == "海曙区发展和改革局");
        await Wait.Until(async () => (await handler.Read($"desk/handling/{number}")).Text.Contains("海曙区发展和改革局", StringComparison.Ordinal), "The department has not learned of it");
        await Race.Run(handler, handler, number, oneAfterTheOther: true);
        var decided = await channel.Until(number, v => (string?)v["status"] == "closed");

        // What a form shows to the department alone is shown to who continues it, and to nobody else.
        var seen = new FormField("phone", "电话", "text", true, [], Sees: ["SCJG"]);
        var form = new FormDefinition(ItemCode.Parse(Channel.Item, null), 1, "", [new("", [seen])], [], false);
        var directory = site.Services.GetRequiredService<IDirectory>();
        Assert.Single(await FieldsSeen.By(form, "FGW", directory, default));
        Assert.Empty(await FieldsSeen.By(form, "GAJ", directory, default));

        Assert.Equal("moved", (string?)after["timeline"]!.AsArray()[^1]!["kind"]);
        Assert.StartsWith("海曙区发展和改革局", (string?)decided["result"]!["documentNumber"], StringComparison.Ordinal);
        // What was closed stays as it was decided.
        Assert.Equal("海曙区市场监督管理局", (string?)(await channel.Case(closed))["department"]);
        Assert.Equal(HttpStatusCode.OK, (await handler.Read($"desk/handling/{closed}")).Status);
    }
}
