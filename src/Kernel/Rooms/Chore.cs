using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yiwang.Kernel.Rooms;

/// <summary>
/// Work that comes again and again in the background: once when the platform starts, and then each time that so much time has passed.
/// A time that fails is logged and does not end it. Several nodes may do it at once, so it must be idempotent.
/// </summary>
public abstract class Chore(TimeSpan every, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>The time that it goes by.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>Where it says what it did.</summary>
    protected ILogger Log => log;

    /// <summary>Does it once.</summary>
    protected abstract Task Once(CancellationToken stop);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Once(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "{Chore} failed and will be tried again", GetType().Name);
            }
            await Task.Delay(every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
