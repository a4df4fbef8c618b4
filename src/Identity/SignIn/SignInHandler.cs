using Microsoft.AspNetCore.Identity;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Database;

namespace Yiwang.Identity.SignIn;

/// <summary>Somebody signed in (登录).</summary>
[Fact("identity.signed-in")]
public sealed record SignedIn(string Kind);

/// <summary>An account was locked after too many wrong passwords.</summary>
[Fact("identity.locked-out")]
public sealed record LockedOut(DateTimeOffset Until);

/// <summary>Signs a person in by name and password; five wrong ones lock the account for fifteen minutes.</summary>
internal sealed class SignInHandler(SignInManager<Person> signIn, UserManager<Person> people, Journal journal, YiwangDb db)
{
    private static readonly Refusal Closed = new(RefusalKind.Invalid, "account-closed", "账户已被管理员锁定，请与管理员联系。", [new("password", "账户已被管理员锁定，请与管理员联系")]);

    private static readonly Refusal Wrong = new(RefusalKind.Invalid, "wrong-password", "用户名或密码不对，请重新输入。", [new("password", "用户名或密码不对，请重新输入")]);

    private static readonly Refusal Locked = new(
        RefusalKind.Invalid, "locked-out", "密码多次输入错误，账户已锁定 15 分钟，请稍后再试。", [new("password", "账户已锁定 15 分钟，请稍后再试")]);

    public async Task<Outcome<PersonKind>> Run(string? name, string? password, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        if (string.IsNullOrWhiteSpace(name)) problems.Add(new("name", "请填写用户名"));
        if (string.IsNullOrEmpty(password)) problems.Add(new("password", "请填写密码"));
        if (problems.Count > 0) return Refusal.Invalid(problems);

        if (await people.FindByNameAsync(name!.Trim()) is not { } person) return Wrong;
        // Only the attempt that locks is a fact; those on a locked account change nothing, however many come.
        if (await people.IsLockedOutAsync(person)) return person.LockoutEnd == DateTimeOffset.MaxValue ? Closed : Locked;
        var result = await signIn.PasswordSignInAsync(person, password!, isPersistent: false, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            journal.Append($"person/{person.Id}", new LockedOut(person.LockoutEnd ?? default));
            await db.SaveChangesAsync(stop);
            return Locked;
        }
        if (!result.Succeeded) return Wrong;
        journal.Append($"person/{person.Id}", new SignedIn(person.Kind.ToString()));
        await db.SaveChangesAsync(stop);
        return person.Kind;
    }
}
