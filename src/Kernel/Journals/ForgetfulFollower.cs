using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>A follower of what lives in memory alone: whatever happened, it forgets, and what is asked next is read anew.</summary>
public abstract class ForgetfulFollower(IServiceScopeFactory scopes) : IJournalFollower
{
    /// <inheritdoc/>
    public abstract IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Forgets what is remembered, and then says so to whoever keeps what was made of it.</summary>
    protected abstract ValueTask Forget(CancellationToken stop);

    /// <inheritdoc/>
    public async Task<long> Begin(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var end = await JournalEnd.Settled(scope.ServiceProvider.GetRequiredService<YiwangDb>(), stop);
        await Forget(stop);
        return end;
    }

    /// <inheritdoc/>
    public Task Follow(IReadOnlyList<JournalEntry> entries, CancellationToken stop) => Forget(stop).AsTask();
}
