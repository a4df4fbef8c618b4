using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Documents;

/// <summary>
/// Each hour, deletes uploads that were never handed in and are older than half a year (个人信息保护法 19: no longer than needed). Their bytes
/// are then referred to by nothing, and swept.
/// </summary>
internal sealed class ForgetUploads(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetUploads> log) : Chore(TimeSpan.FromHours(1), clock, log)
{
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    protected override Task Once(CancellationToken stop) => Run(stop);

    /// <summary>Deletes them once; how many.</summary>
    internal async Task<int> Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = Clock.GetUtcNow() - Kept;
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        await using var transaction = await db.BeginWrite(stop);
        var gone = await db.Set<Material>().Where(m => !m.HandedIn && m.UploadedAt < before).ExecuteDeleteAsync(stop);
        await transaction.Commit(stop);
        return gone;
    }
}
