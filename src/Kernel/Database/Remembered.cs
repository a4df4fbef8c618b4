using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Kernel.Database;

/// <summary>
/// What was read from the database once, kept in memory, and read anew after a while, or at once when told to. However many ask, one of them
/// reads: while it does, the others get what was known, or wait where it was forgotten or is very old.
/// </summary>
public sealed class Remembered<T>(IServiceScopeFactory scopes, TimeProvider clock, TimeSpan fresh, Func<YiwangDb, CancellationToken, Task<T>> read) where T : class
{
    private readonly Lock _changing = new();
    private Memory? _memory;
    private Task<T>? _reading;
    private int _forgotten;

    /// <summary>What is known, at most as old as it may be, and twice as old while somebody reads it anew.</summary>
    public async ValueTask<T> Get(CancellationToken stop)
    {
        if (Known(fresh) is { } known) return known;
        Task<T> reading;
        lock (_changing)
        {
            if (Known(fresh) is { } meanwhile) return meanwhile;
            if (_reading is not null && Known(fresh * 2) is { } old) return old;
            var forgotten = _forgotten;
            reading = _reading ??= Task.Run(() => Read(forgotten), CancellationToken.None);
        }
        return await reading.WaitAsync(stop);
    }

    /// <summary>Forgets it, after a change on this node: what is being read now is for those who asked before.</summary>
    public void Forget()
    {
        lock (_changing) (_memory, _reading, _forgotten) = (null, null, _forgotten + 1);
    }

    private T? Known(TimeSpan age) => Volatile.Read(ref _memory) is { } memory && clock.GetElapsedTime(memory.ReadAt) < age ? memory.Value : null;

    private async Task<T> Read(int forgotten)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetTimestamp();
            var value = await read(scope.ServiceProvider.GetRequiredService<YiwangDb>(), CancellationToken.None);
            // What was read before a change must not outlive it.
            lock (_changing) if (_forgotten == forgotten) _memory = new(value, now);
            return value;
        }
        finally
        {
            lock (_changing) if (_forgotten == forgotten) _reading = null;
        }
    }

    private sealed record Memory(T Value, long ReadAt);
}
