using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Kernel.Database;

/// <summary>What was read from the database once, kept in memory, and read anew after a while, or at once when told to.</summary>
public sealed class Remembered<T>(IServiceScopeFactory scopes, TimeProvider clock, TimeSpan fresh, Func<YiwangDb, CancellationToken, Task<T>> read) where T : class
{
    private readonly Lock _changing = new();
    private Memory? _memory;
    private int _forgotten;

    /// <summary>What is known, at most as old as it may be.</summary>
    public async ValueTask<T> Get(CancellationToken stop)
    {
        var known = Volatile.Read(ref _memory);
        if (known is not null && clock.GetElapsedTime(known.ReadAt) < fresh) return known.Value;
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetTimestamp();
        var forgotten = Volatile.Read(ref _forgotten);
        var value = await read(scope.ServiceProvider.GetRequiredService<YiwangDb>(), stop);
        lock (_changing)
        {
            // What was read before a change must not outlive it.
            if (forgotten == _forgotten) Volatile.Write(ref _memory, new(value, now));
        }
        return value;
    }

    /// <summary>Forgets it, after a change on this node.</summary>
    public void Forget()
    {
        lock (_changing)
        {
            _forgotten++;
            Volatile.Write(ref _memory, null);
        }
    }

    private sealed record Memory(T Value, long ReadAt);
}
