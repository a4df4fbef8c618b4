using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Identity.Accounts;

internal sealed class AccountBook(UserManager<Person> people, AccountCheck check, Journal journal, YiwangDb db, TimeProvider clock) : IAccounts
{
    public async Task<Outcome> Add(NewAccount account, string password, CancellationToken stop)
    {
        var read = await check.Read(account, stop);
        if (!read.IsDone) return read.Refusal;
        var person = read.Value;
        await using var transaction = await db.BeginWrite(stop);
        var created = await people.CreateAsync(person, password);
        if (!created.Succeeded) return Refusal.Invalid([.. created.Errors.Select(e => new FieldProblem("password", Words(e)))]);
        journal.Append(Stream(person), new AccountAdded(person.Kind.ToString(), person.Region.Value, person.Department, person.Posts));
        await db.SaveChangesAsync(stop);
        await transaction.Commit(stop);
        return Outcome.Done;
    }

    public async Task<IReadOnlyList<AccountLine>> List(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var all = await db.Set<Person>().AsNoTracking().OrderBy(p => p.UserName).Select(p => new { p.UserName, p.Kind, p.FullName, p.Region, p.Posts, p.LockoutEnd }).ToListAsync(stop);
        return [.. all.Select(p => new AccountLine(p.UserName!, AccountCheck.Name(p.Kind), p.FullName, p.Region.Value, p.Posts, p.LockoutEnd > now))];
    }

    public async Task<Outcome> Lock(string name, bool locked, CancellationToken stop)
    {
        if (await people.FindByNameAsync(name) is not { } person) return Refusal.NotFound($"账户 {name}");
        await using var transaction = await db.BeginWrite(stop);
        person.LockoutEnd = locked ? DateTimeOffset.MaxValue : null;
        person.AccessFailedCount = 0;
        // Whoever is signed in with it is signed out when the stamp is next compared.
        await people.UpdateSecurityStampAsync(person);
        journal.Append(Stream(person), new AccountLocked(locked));
        await db.SaveChangesAsync(stop);
        await transaction.Commit(stop);
        return Outcome.Done;
    }

    private static string Stream(Person person) => $"person/{person.Id}";

    private static string Words(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => "这个用户名已经有人使用",
        nameof(IdentityErrorDescriber.PasswordTooShort) => "密码至少 12 位",
        nameof(IdentityErrorDescriber.PasswordRequiresDigit) => "密码至少有一个数字",
        nameof(IdentityErrorDescriber.PasswordRequiresLower) => "密码至少有一个小写字母",
        _ => error.Description,
    };
}
