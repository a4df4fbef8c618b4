using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Identity;
using Yiwang.Identity.Accounts;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Production;

public sealed class AccountsOnSqlite(SqliteProductionSite site) : AccountTests(site), IClassFixture<SqliteProductionSite>;

public sealed class AccountsOnPostgres(PostgresProductionSite site) : AccountTests(site), IClassFixture<PostgresProductionSite>;

/// <summary>In production people and client systems come from an administrator's commands.</summary>
public abstract class AccountTests(ProductionSite site)
{
    private const string Password = "a-password-of-2026";

    [Theory]
    [InlineData("resident", "my/cases")]
    [InlineData("agent", "my/cases")]
    [InlineData("window", "desk/reception")]
    [InlineData("handler", "desk/handling")]
    [InlineData("operator", "desk/exchange/systems")]
    public async Task An_account_that_was_added_signs_in_and_finds_its_page(string who, string page)
    {
        var name = $"{who}-{Guid.NewGuid():N}"[..20];
        Assert.True((await Add(Account(who, name))).IsDone);
        using var person = new PageClient(site.SecureAddress, ProductionSite.Handler());

        Assert.Equal(HttpStatusCode.OK, await person.TrySignIn(name, Password));
        Assert.Equal(HttpStatusCode.OK, (await person.Read(page)).Status);
        Assert.Contains(await site.In(s => s.GetRequiredService<IAccounts>().List(default)), line => line.Name == name && !line.Locked);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_nothing_is_added()
    {
        var before = await People();

        var official = await Add(new("official", "A B", "", Region: "999999", Posts: ["mayor"]));
        var resident = await Add(new("resident", "somebody", "某人", ResidentId: "330200198503150014", Phone: "1"));
        var foreign = await Add(new("official", "foreign-one", "林涛", Region: "330203", Department: "*@330281", Posts: ["handler"]));
        var weak = await site.In(s => s.GetRequiredService<IAccounts>().Add(Account("resident", "weak-one"), "short", default));

        Assert.Equal(["name", "full-name", "region", "posts"], official.Refusal!.Fields.Select(f => f.Field));
        Assert.Equal(["resident-id", "phone"], resident.Refusal!.Fields.Select(f => f.Field));
        Assert.Equal(["department"], foreign.Refusal!.Fields.Select(f => f.Field));
        Assert.All(weak.Refusal!.Fields, f => Assert.Equal("password", f.Field));
        Assert.Equal(before, await People());
    }

    [Fact]
    public async Task A_locked_account_does_not_sign_in_until_it_is_unlocked_and_the_journal_says_who_did_what_without_numbers()
    {
        Assert.True((await Add(Account("resident", "locked-one"))).IsDone);
        using var person = new PageClient(site.SecureAddress, ProductionSite.Handler());

        await site.In(s => s.GetRequiredService<IAccounts>().Lock("locked-one", true, default));
        var locked = await person.TrySignIn("locked-one", Password);
        await site.In(s => s.GetRequiredService<IAccounts>().Lock("locked-one", false, default));
        var unlocked = await person.TrySignIn("locked-one", Password);
        var facts = await site.In(async s =>
        {
            var db = s.GetRequiredService<YiwangDb>();
            var stream = "person/" + await db.Set<Person>().Where(p => p.UserName == "locked-one").Select(p => p.Id).SingleAsync();
            return await db.Set<JournalEntry>().Where(e => e.Stream == stream).OrderBy(e => e.Version).Select(e => new { e.Kind, e.Data }).ToListAsync();
        });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (locked, unlocked));
        Assert.Equal(["identity.account-added", "identity.account-locked", "identity.account-locked", "identity.signed-in"], facts.Select(f => f.Kind));
        Assert.DoesNotContain(facts, f => f.Data.Contains("330200198503150013", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_was_added_gets_a_token_and_one_that_was_removed_gets_none()
    {
        var added = await site.In(s => s.GetRequiredService<IClients>().Add("kiosk-1", Password, "一号自助机", "channel", default));
        var twice = await site.In(s => s.GetRequiredService<IClients>().Add("kiosk-1", Password, "一号自助机", "channel", default));
        var strange = await site.In(s => s.GetRequiredService<IClients>().Add("kiosk-2", Password, "二号自助机", "everything", default));
        var token = await Token();
        var listed = await site.In(s => s.GetRequiredService<IClients>().List(default));
        var removed = await site.In(s => s.GetRequiredService<IClients>().Remove("kiosk-1", default));

        Assert.True(added.IsDone && removed.IsDone);
        Assert.False(twice.IsDone || strange.IsDone);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (token, await Token()));
        Assert.Contains(listed, c => c is { Id: "kiosk-1", Scopes: "channel" });
    }

    private async Task<HttpStatusCode> Token()
    {
        using var http = new HttpClient(ProductionSite.Handler()) { BaseAddress = site.SecureAddress };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "kiosk-1"), new("client_secret", Password), new("scope", "channel")]);
        return (await http.PostAsync(new Uri("connect/token", UriKind.Relative), form)).StatusCode;
    }

    private static NewAccount Account(string who, string name) => who switch
    {
        "resident" => new("resident", name, "王静", ResidentId: "330200198503150013", Phone: "13900001234"),
        "agent" => new("agent", name, "李强", ResidentId: "330200198503150013", Phone: "13900001234", Company: "91330200MA2T00015H", CompanyName: "宁波示例有限公司"),
        "window" => new("official", name, "周敏", Region: "330203", ServicePoint: "330203000000-01", Posts: ["window"]),
        "handler" => new("official", name, "林涛", Region: "330203", Department: "SCJG@330203", Posts: ["handler"]),
        _ => new("official", name, "吴磊", Region: "330200", Posts: ["operator"]),
    };

    private Task<Yiwang.Kernel.Outcomes.Outcome> Add(NewAccount account) => site.In(s => s.GetRequiredService<IAccounts>().Add(account, Password, default));

    private Task<int> People() => site.In(s => s.GetRequiredService<YiwangDb>().Set<Person>().CountAsync());
}
