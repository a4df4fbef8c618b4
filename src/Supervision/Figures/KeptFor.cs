using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Supervision.Figures;

/// <summary>What is read once for all who ask for it within a moment, so that many who look cost as much as one.</summary>
internal sealed class KeptFor<TKey, TValue>(TimeSpan fresh, IServiceScopeFactory scopes, TimeProvider clock) where TKey : notnull where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Kept> _kept = new();

    /// <summary>The value, read in a scope of its own where the one that is kept is too old; who comes meanwhile waits for it.</summary>
    internal async Task<TValue> Get(TKey key, Func<IServiceProvider, Task<TValue>> read, CancellationToken stop)
    {
        var kept = _kept.GetOrAdd(key, _ => new());
        await kept.Turn.WaitAsync(stop);
        try
        {
            if (kept.Value is { } value && clock.GetUtcNow() is var now && now >= kept.At && now - kept.At < fresh) return value;
            await using var scope = scopes.CreateAsyncScope();
            var at = clock.GetUtcNow();
            (kept.Value, kept.At) = (await read(scope.ServiceProvider), at);
            return kept.Value;
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    private sealed class Kept
    {
        internal SemaphoreSlim Turn { get; } = new(1);
        internal TValue? Value { get; set; }
        internal DateTimeOffset At { get; set; }
    }
}
