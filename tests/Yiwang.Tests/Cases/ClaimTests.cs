using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Identity.Accounts;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Cases;

public sealed class ClaimsOnSqlite(SqliteSite site) : ClaimTests(site), IClassFixture<SqliteSite>;

public sealed class ClaimsOnPostgres(PostgresSite site) : ClaimTests(site), IClassFixture<PostgresSite>;

/// <summary>领办、转办、退回: the officials of a department share its tasks.</summary>
public abstract partial class ClaimTests(Site site)
{
    private const string Password = "yiwang-demo-2026", First = "handler-haishu", Second = "handler-haishu-2";

    [Fact]
    public async Task A_task_that_somebody_took_is_his_until_he_hands_it_on()
    {
        using var channel = await Channel.For(site);
        using var one = await PageClient.SignIn(site.Address, First, Password);
        using var other = await PageClient.SignIn(site.Address, Second, Password);
        var page = await ArrivedTask.Of(one, await channel.Submitted());

        var late = (await other.Open(page)).Token;
        var claimed = await Claim(one, page, "claim");
        var foreign = await other.SendAll(page, late, "act", [new("Form.Act", "accept")]);
        var stolen = await other.SendAll(page, late, "claim", [new("Claim.Act", "claim")]);
        var (_, seen) = await other.Read(page);
        var nobody = await Claim(one, page, "hand", "official:nobody");
        var handed = await Claim(one, page, "hand", Option().Match((await one.Read(page)).Text).Groups["who"].Value);
        var mine = (await other.Read("desk/handling?who=mine")).Text;
        var free = (await other.Read("desk/handling?who=free")).Text;
        var accepted = await other.SendAll(page, (await other.Open(page)).Token, "act", [new("Form.Act", "accept")]);

        var number = page.Split('/')[^1];
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (claimed.Status, foreign.Status, stolen.Status));
        Assert.Contains("由林涛经办", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Form.Act\"", seen, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.OK), (nobody.Status, handed.Status, accepted.Status));
        Assert.Contains(number, mine, StringComparison.Ordinal);
        Assert.DoesNotContain(number, free, StringComparison.Ordinal);
        Assert.Equal(2, await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().CountAsync(e => e.Stream == $"handling/{number}")));
    }

    [Fact]
    public async Task What_is_given_back_or_left_behind_is_taken_by_anybody()
    {
        using var channel = await Channel.For(site);
        using var one = await PageClient.SignIn(site.Address, First, Password);
        using var other = await PageClient.SignIn(site.Address, Second, Password);
        var given = await ArrivedTask.Of(one, await channel.Submitted());
        var left = await ArrivedTask.Of(one, await channel.Submitted());
        await Claim(one, given, "claim");
        await Claim(one, left, "claim");

        await Claim(one, given, "release");
        var back = await Claim(other, given, "claim");
        await site.In(s => s.GetRequiredService<IAccounts>().Lock(First, locked: true, default));
        try
        {
            Assert.Equal(HttpStatusCode.OK, back.Status);
            Assert.Contains("已经不在这个岗位", (await other.Read(left)).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await Claim(other, left, "claim")).Status);
            Assert.Contains("由您经办", (await other.Read(left)).Text, StringComparison.Ordinal);
        }
        finally
        {
            await site.In(s => s.GetRequiredService<IAccounts>().Lock(First, locked: false, default));
        }
    }

    [Fact]
    public async Task What_has_least_time_left_stands_first()
    {
        using var channel = await Channel.For(site);
        using var one = await PageClient.SignIn(site.Address, First, Password);
        var waiting = await ArrivedTask.Of(one, await channel.Submitted());
        var promised = await ArrivedTask.Of(one, await channel.SubmittedInsurance());
        await one.SendAll(promised, (await one.Open(promised)).Token, "act", [new("Form.Act", "accept")]);

        var inbox = (await one.Read("desk/handling?state=all")).Text;

        Assert.InRange(inbox.IndexOf(promised.Split('/')[^1], StringComparison.Ordinal), 0, inbox.IndexOf(waiting.Split('/')[^1], StringComparison.Ordinal));
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Claim(PageClient official, string page, string act, string colleague = "") =>
        await official.SendAll(page, (await official.Open(page)).Token, "claim", [new("Claim.Act", act), new("Claim.Colleague", colleague)]);

    [GeneratedRegex("<option value=\"(?<who>official:[^\"]+)\">钱峰", RegexOptions.None, 1000)]
    private static partial Regex Option();
}
