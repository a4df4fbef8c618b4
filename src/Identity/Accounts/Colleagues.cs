using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Identity.Accounts;

internal sealed class Colleagues(YiwangDb db, TimeProvider clock) : IColleagues
{
    /// <summary>Who mistyped the password is locked out for minutes, and works on.</summary>
    private static readonly TimeSpan ForGood = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<Colleague>> HandlersOf(string department, RegionCode region, CancellationToken stop)
    {
        var here = await db.Set<Person>().AsNoTracking().Where(p => p.Kind == PersonKind.Official && p.Region == region)
            .Select(p => new { p.Id, p.FullName, p.Posts, p.Department, p.LockoutEnd }).ToListAsync(stop);
        var gone = clock.GetUtcNow() + ForGood;
        return [.. here
            .Where(p => p.Posts.Split(' ').Contains(Posts.Handler, StringComparer.Ordinal) && (p.LockoutEnd is null || p.LockoutEnd < gone) && (p.Department == department || Actor.IsAllDepartments(p.Department)))
            .OrderBy(p => p.FullName, StringComparer.Ordinal).Select(p => new Colleague($"{Actor.OfficialKind}:{p.Id}", p.FullName))];
    }
}
