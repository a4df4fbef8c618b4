using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>Drives one follower: at once for what this node commits, and within half a second for what others do.</summary>
internal sealed class JournalFollowerLoop<TFollower>(TFollower follower, IServiceScopeFactory scopes, JournalSignal signal, ReaderStates states, TimeProvider clock, ILogger<TFollower> log)
    : BackgroundService where TFollower : class, IJournalFollower
{
    private const int BatchSize = 256;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan UntilSettled = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);
    private static readonly string Name = typeof(TFollower).Name;
    private long? _position;

    /// <summary>Begins before the node serves, so that nothing is forgotten in the middle of the first requests.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _position = await follower.Begin(cancellationToken);
        }
        catch (Exception exception) when (Dialect.IsBusy(exception))
        {
            log.LogWarning(exception, "Journal follower {Follower} begins later", Name);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var bell = signal.On(follower.Kinds);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                _position ??= await follower.Begin(stoppingToken);
                var (taken, unsettled) = await Take(_position.Value, stoppingToken);
                states.Succeeded(Name);
                if (taken is not null) _position = taken;
                else if (unsettled) await Task.Delay(UntilSettled, stoppingToken);
                else await bell.Wait(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                states.Failed(Name);
                log.LogError(exception, "Journal follower {Follower} failed and will try again", Name);
                await Task.Delay(PauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Hands on what comes after a position; the position reached, or whether something is there that others may come before.</summary>
    private async Task<(long? Reached, bool Unsettled)> Take(long position, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var kinds = follower.Kinds;
        var after = db.Set<JournalEntry>().AsNoTracking().Where(e => e.Position > position && kinds.Contains(e.Kind)).OrderBy(e => e.Position);
        if (await after.Select(e => (long?)e.Position).FirstOrDefaultAsync(stop) is null) return (null, false);
        var settled = await Dialect.Of(db).SettledUpTo(db, stop);
        var entries = await after.Where(e => e.Position <= settled).Take(BatchSize).ToListAsync(stop);
        if (entries.Count == 0) return (null, true);
        await follower.Follow(entries, stop);
        return (entries[^1].Position, false);
    }
}
