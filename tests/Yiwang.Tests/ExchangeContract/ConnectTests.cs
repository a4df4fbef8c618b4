using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yiwang.Bench;
using Yiwang.Exchange;
using Yiwang.Exchange.Connect;
using Yiwang.Exchange.Deliver;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.ExchangeContract;

public sealed class ConnectOnSqlite(SqliteSite site) : ConnectTests(site), IClassFixture<SqliteSite>;

public sealed class ConnectOnPostgres(PostgresSite site) : ConnectTests(site), IClassFixture<PostgresSite>;

public abstract class ConnectTests(Site site)
{
    [Theory]
    [InlineData("http://10.1.2.3/messages", "MINZ", "endpoint")]
    [InlineData("https://user:secret@example.gov.cn/messages", "MINZ", "endpoint")]
    [InlineData("file:///etc/passwd", "MINZ", "endpoint")]
    [InlineData("https://example.gov.cn/messages", "", "departments")]
    [InlineData("https://example.gov.cn/messages", "scjg; drop table", "departments")]
    public async Task An_address_or_department_that_cannot_be_right_is_refused(string endpoint, string departments, string field)
    {
        var outcome = await Act(acts => acts.Connect("SYS-01", endpoint, departments, default));

        Assert.Equal([field], outcome.Refusal!.Fields.Select(f => f.Field));
    }

    [Fact]
    public async Task An_operator_adds_a_system_that_no_list_has()
    {
        using var person = await PageClient.SignIn(site.Address, "operator", "yiwang-demo-2026");
        async Task<HttpStatusCode> Register(string code, string name, string department) =>
            await person.Send("desk/exchange/systems", (await person.Open("desk/exchange/systems")).Token, "register", new() { ["Form.Code"] = code, ["Form.Name"] = name, ["Form.Department"] = department });

        var wrong = await Register("新系统", "", "NOBODY");
        var added = await Register("sys-77", "不动产登记系统", "ZGJ");
        var twice = await Register("SYS-77", "不动产登记系统", "ZGJ");
        var (status, page) = await person.Read("desk/exchange/systems/SYS-77");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (wrong, added, twice));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("不动产登记系统", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_operators_who_pause_at_once_do_not_take_it_up_again()
    {
        Assert.True((await Act(acts => acts.Connect("SYS-05", "https://one.example.gov.cn/m", "TYJR", default))).IsDone);
        using var person = await PageClient.SignIn(site.Address, "operator", "yiwang-demo-2026");
        var page = await person.Open("desk/exchange/systems/SYS-05");

        foreach (var _ in Enumerable.Range(0, 2)) await person.Send("desk/exchange/systems/SYS-05", page.Token, "pause", new() { ["Form.Pause"] = "true" });

        Assert.True(await site.In(s => s.GetRequiredService<YiwangDb>().Set<ConnectedSystem>().Where(x => x.Code == "SYS-05").Select(x => x.Paused).SingleAsync()));
    }

    [Fact]
    public async Task One_department_is_decided_by_one_system()
    {
        Assert.True((await Act(acts => acts.Connect("SYS-02", "https://one.example.gov.cn/m", "GAJ", default))).IsDone);

        var second = await Act(acts => acts.Connect("SYS-03", "https://two.example.gov.cn/m", "GAJ", default));

        Assert.Contains("SYS-02", Assert.Single(second.Refusal!.Fields).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a key")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"kty":"EC","crv":"P-384","kid":"k","x":"AA","y":"AA"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","kid":"k","x":"AA","y":"AA"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","kid":7,"x":"AA","y":"AA"}""")]
    public async Task What_is_no_public_key_is_refused(string jwk) =>
        Assert.Equal(["jwk"], (await Act(acts => acts.RegisterKey("SYS-01", jwk, default))).Refusal!.Fields.Select(f => f.Field));

    [Fact]
    public async Task A_private_key_is_refused_and_not_kept()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var outcome = await Act(acts => acts.RegisterKey("SYS-01", EcJwk.Write(key, "leaked", withPrivate: true).ToJsonString(), default));

        Assert.Contains("私钥", outcome.Refusal!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_proves_nothing_from_then_on()
    {
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        var number = await channel.Submitted();
        await system.Got(number, "case.dispatched");

        Assert.True((await Act(acts => acts.RevokeKey(FakeSystem.Code, system.Kid, default))).IsDone);
        var answer = await system.Say(number, "case.accepted");

        Assert.Equal((HttpStatusCode.Unauthorized, "unknown-key"), (answer.Status, answer.Code));
        Assert.Equal("already-revoked", (await Act(acts => acts.RevokeKey(FakeSystem.Code, system.Kid, default))).Refusal!.Code);
    }

    [Fact]
    public async Task While_a_system_is_paused_its_messages_wait_and_then_come()
    {
        await using var system = await FakeSystem.For(site);
        using var channel = await Channel.For(site);
        Assert.True((await Act(acts => acts.Pause(FakeSystem.Code, paused: true, default))).IsDone);

        var number = await channel.Submitted();
        await Written(number);
        var sent = await site.Services.GetServices<IHostedService>().OfType<Delivery>().Single().SendBatch(FakeSystem.Code, default);
        var during = system.Received.Count;
        Assert.True((await Act(acts => acts.Pause(FakeSystem.Code, paused: false, default))).IsDone);

        await system.Got(number, "case.dispatched");
        Assert.Equal((0, 0), (sent, during));
    }

    /// <summary>Waits until the message about a case is written and due.</summary>
    private async Task Written(string number)
    {
        var about = CaseNumber.Parse(number, null);
        for (var i = 0; !await site.In(s => s.GetRequiredService<YiwangDb>().Set<OutboundMessage>().AnyAsync(m => m.Case == about && m.State == OutboundState.Pending)); i++)
        {
            Assert.True(i < 1800, $"Nothing was written about {number}");
            await Task.Delay(50);
        }
    }

    private Task<Outcome> Act(Func<SystemActs, Task<Outcome>> act) => site.In(services => act(services.GetRequiredService<SystemActs>()));
}
