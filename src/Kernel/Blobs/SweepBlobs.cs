using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Kernel.Blobs;

/// <summary>Once an hour, deletes blobs that nothing refers to and that are older than a day: uploads that have been forgotten, writes whose transaction failed.</summary>
internal sealed class SweepBlobs(IBlobs blobs, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SweepBlobs> log) : Chore(TimeSpan.FromHours(1), clock, log)
{
    internal static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    protected override async Task Once(CancellationToken stop)
    {
        var swept = await Sweep(stop);
        if (swept > 0) Log.LogInformation("Swept {Count} orphaned blobs", swept);
    }

    /// <summary>Sweeps once; how many were deleted.</summary>
    internal async Task<int> Sweep(CancellationToken stop)
    {
        var before = Clock.GetUtcNow() - Grace;
        var deleted = 0;
        await using var scope = scopes.CreateAsyncScope();
        var referrers = scope.ServiceProvider.GetServices<IBlobReferences>().ToList();
        foreach (var some in blobs.OlderThan(before).Chunk(200))
        {
            var orphans = some.ToHashSet(StringComparer.Ordinal);
            foreach (var referrer in referrers) orphans.ExceptWith(await referrer.Referenced(orphans, stop));
            foreach (var orphan in orphans)
            {
                blobs.Delete(orphan, before);
                deleted++;
            }
        }
        return deleted;
    }
}
