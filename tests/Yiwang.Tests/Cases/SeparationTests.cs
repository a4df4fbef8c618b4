using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Identity.Accounts;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Cases;

/// <summary>As in production: who reviewed does not decide.</summary>
public abstract class SeparatingSite : Site
{
    protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["Handling:SeparateReview"] = "true";
}

public sealed class SeparatingSiteOnSqlite : SeparatingSite
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class SeparatingSiteOnPostgres : SeparatingSite
{
    protected override Task<string?> Postgres() => PostgresSite.NewDatabase();
}

public sealed class SeparationOnSqlite(SeparatingSiteOnSqlite site) : SeparationTests(site), IClassFixture<SeparatingSiteOnSqlite>;

public sealed class SeparationOnPostgres(SeparatingSiteOnPostgres site) : SeparationTests(site), IClassFixture<SeparatingSiteOnPostgres>;

/// <summary>审查与决定分离、回避.</summary>
public abstract class SeparationTests(Site site)
{
    private const string Password = "yiwang-demo-2026", First = "handler-haishu", Second = "handler-haishu-2";

    [Fact]
    public async Task Who_reviewed_does_not_decide_as_long_as_a_colleague_can()
    {
        using var channel = await Channel.For(site);
        using var one = await PageClient.SignIn(site.Address, First, Password);
        using var other = await PageClient.SignIn(site.Address, Second, Password);
        var page = await Reviewed(one, await channel.Submitted());

        var own = await Act(one, page, "grant");
        var shown = (await one.Read(page)).Text;
        var colleague = await Act(other, page, "grant");
        var alone = await Reviewed(one, await channel.Submitted());
        await site.In(s => s.GetRequiredService<IAccounts>().Lock(Second, locked: true, default));
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await Act(one, alone, "grant")).Status);
        }
        finally
        {
            await site.In(s => s.GetRequiredService<IAccounts>().Lock(Second, locked: false, default));
        }

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (own.Status, colleague.Status));
        Assert.Contains("决定要由另一位同事作出", own.Text, StringComparison.Ordinal);
        Assert.Contains("决定要由另一位同事作出", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_concerned_stands_aside_for_good_and_the_case_is_free_for_others()
    {
        using var channel = await Channel.For(site);
        using var one = await PageClient.SignIn(site.Address, First, Password);
        using var other = await PageClient.SignIn(site.Address, Second, Password);
        var page = await ArrivedTask.Of(one, await channel.Submitted());
        await Claim(one, page, new() { ["Claim.Act"] = "claim" });
        var late = (await one.Open(page)).Token;

        var groundless = await Claim(one, page, new() { ["Claim.Act"] = "recuse" });
        var aside = await Claim(one, page, new() { ["Claim.Act"] = "recuse", ["Claim.Ground"] = "relative" });
        var act = await one.SendAll(page, late, "act", [new("Form.Act", "accept")]);
        var again = await one.SendAll(page, late, "claim", [new("Claim.Act", "claim")]);
        var options = (await other.Read(page)).Text;
        var colleague = await Act(other, page, "accept");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (groundless.Status, aside.Status));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK), (act.Status, again.Status, colleague.Status));
        Assert.Contains("您已经回避本件", (await one.Read(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("林涛</option>", options, StringComparison.Ordinal);
        var number = page.Split('/')[^1];
        var kinds = await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().Where(e => e.Stream == $"handling/{number}").OrderBy(e => e.Version).Select(e => e.Kind).ToListAsync());
        Assert.Contains("handling.official-recused", kinds);
    }

    private static async Task<string> Reviewed(PageClient official, string number)
    {
        var page = await ArrivedTask.Of(official, number);
        Assert.Equal(HttpStatusCode.OK, (await Act(official, page, "accept")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Act(official, page, "review")).Status);
        return page;
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Act(PageClient official, string page, string act) =>
        await official.SendAll(page, (await official.Open(page)).Token, "act", [new("Form.Act", act), new("Form.Reason", "同意")]);

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Claim(PageClient official, string page, Dictionary<string, string> fields) =>
        await official.SendAll(page, (await official.Open(page)).Token, "claim", fields);
}
