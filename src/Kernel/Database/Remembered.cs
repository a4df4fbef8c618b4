using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Kernel.Database;

/// <summary>What was read from the database once, kept in memory, and read anew after a while, or at once when told to.</summary>
public sealed class Remembered<T>(IServiceScopeFactory scopes, TimeProvider clock, TimeSpan fresh, Func<YiwangDb, CancellationToken, Task<T>> read) where T : class
{
    private Memory? _memory;

    /// <summary>What is known, at most as old as it may be.</summary>
    public async ValueTask<T> Get(CancellationToken stop)
    {
        var known = Volatile.Read(ref _memory);
        if (known is not null && clock.GetElapsedTime(known.ReadAt) < fresh) return known.Value;
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetTimestamp();
        var value = await read(scope.ServiceProvider.GetRequiredService<YiwangDb>(), stop);
        Volatile.Write(ref _memory, new(value, now));
        return value;
    }

    /// <summary>Forgets it, after a change on this node.</summary>
    public void Forget() => Volatile.Write(ref _memory, null);

    private sealed record Memory(T Value, long ReadAt);
}
