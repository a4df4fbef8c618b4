using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Identity;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Pages;

public sealed class SignInOnSqlite(SqliteSite site) : SignInTests(site), IClassFixture<SqliteSite>;

public sealed class SignInOnPostgres(PostgresSite site) : SignInTests(site), IClassFixture<PostgresSite>;

public abstract class SignInTests(Site site)
{
    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_even_for_the_right_one_and_it_is_journalled()
    {
        using var person = new PageClient(site.Address);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, await person.TrySignIn("jiace", "wrong-wrong-wrong"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await person.TrySignIn("jiace", "yiwang-demo-2026"));
        Assert.Equal(HttpStatusCode.OK, await person.TrySignIn("wangjing", "yiwang-demo-2026"));
        Assert.Equal(1, await LockOuts("jiace"));
    }

    [Fact]
    public async Task Attempts_on_a_locked_account_are_not_journalled_again()
    {
        using var person = new PageClient(site.Address);
        for (var i = 0; i < 5; i++) await person.TrySignIn("handler-ningbo", "wrong-wrong-wrong");

        for (var i = 0; i < 7; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, await person.TrySignIn("handler-ningbo", "wrong-wrong-wrong"));

        Assert.Equal(1, await LockOuts("handler-ningbo"));
    }

    [Fact]
    public async Task Nobody_signs_in_without_the_pages_own_token()
    {
        using var person = new PageClient(site.Address);

        Assert.Equal(HttpStatusCode.BadRequest, await person.Send("sign-in", "", "sign-in", new() { ["Form.Name"] = "wangjing", ["Form.Password"] = "yiwang-demo-2026" }));
    }

    private Task<int> LockOuts(string name) => site.In(async services =>
    {
        var db = services.GetRequiredService<YiwangDb>();
        var stream = "person/" + await db.Set<Person>().Where(p => p.UserName == name).Select(p => p.Id).SingleAsync();
        return await db.Set<JournalEntry>().CountAsync(e => e.Stream == stream && e.Kind == "identity.locked-out");
    });
}
