using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Supervision.Board;

/// <summary>Reads the board once for all who look at it within a moment.</summary>
internal sealed class LiveBoard(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The board of a region, or of the whole city; at most two seconds old.</summary>
    internal async Task<BoardNow> Of(RegionCode? region, CancellationToken stop)
    {
        var kept = _kept.GetOrAdd(region?.Value ?? "", _ => new());
        await kept.Turn.WaitAsync(stop);
        try
        {
            if (kept.Board is { } board && clock.GetUtcNow() is var now && now >= kept.At && now - kept.At < Fresh) return board;
            await using var scope = scopes.CreateAsyncScope();
            kept.At = clock.GetUtcNow();
            return kept.Board = await scope.ServiceProvider.GetRequiredService<ReadBoard>().Of(region, stop);
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    private sealed class Kept
    {
        internal SemaphoreSlim Turn { get; } = new(1);
        internal BoardNow? Board { get; set; }
        internal DateTimeOffset At { get; set; }
    }
}
