using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Host;

/// <summary>Brings the database to this version, for whatever command is going to use it.</summary>
internal static class Schema
{
    /// <summary>Whether there is a database of the platform at all.</summary>
    internal static async Task<bool> IsThere(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<YiwangDb>().Database;
        return await database.CanConnectAsync(stop) && (await database.GetAppliedMigrationsAsync(stop)).Any();
    }

    /// <summary>The names of the migrations that were carried out; refused where the database is not one that this program may use.</summary>
    internal static async Task<Outcome<IReadOnlyList<string>>> BringUpToDate(IServiceProvider services, string dataFolder, CancellationToken stop)
    {
        System.IO.Directory.CreateDirectory(dataFolder);
        var db = services.GetRequiredService<YiwangDb>();
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (pending.Count > 0)
        {
            if ((await db.Database.GetAppliedMigrationsAsync(stop)).Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any())
                return new Refusal(RefusalKind.Conflict, "database-of-another-line", "数据库由一个未发布的版本建立，不能升级。请换一个数据目录（或数据库），或用原来的版本打开它。");
            await db.Database.MigrateAsync(stop);
        }
        var fit = await PersonalKeys.Fit(db, services.GetRequiredService<PersonalSeal>(), stop);
        return fit.IsDone ? pending : fit.Refusal;
    }
}
