using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Drafts;

/// <summary>Each hour, deletes drafts that nobody has touched for ninety days (个人信息保护法 19: no longer than needed).</summary>
internal sealed class ForgetDrafts(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetDrafts> log) : Chore(TimeSpan.FromHours(1), clock, log)
{
    internal const int KeptDays = 90;
    private const int BatchSize = 500;

    protected override Task Once(CancellationToken stop) => Run(stop);

    /// <summary>Deletes them once; how many.</summary>
    internal async Task<int> Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = Clock.GetUtcNow().AddDays(-KeptDays);
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var gone = 0;
        // A batch at a time, so that whoever saves something meanwhile waits for one batch at most.
        for (var batch = BatchSize; batch == BatchSize; gone += batch)
        {
            await using var transaction = await db.BeginWrite(stop);
            var old = await db.Set<Draft>().Where(d => d.UpdatedAt < before).OrderBy(d => d.UpdatedAt).Select(d => d.Id).Take(BatchSize).ToListAsync(stop);
            batch = await db.Set<Draft>().Where(d => old.Contains(d.Id) && d.UpdatedAt < before).ExecuteDeleteAsync(stop);
            await transaction.Commit(stop);
        }
        return gone;
    }
}
