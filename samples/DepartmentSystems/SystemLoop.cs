namespace DepartmentSystems;

/// <summary>Background work of each system: at once when something changed, and now and then for what has become due.</summary>
public abstract class SystemLoop(IReadOnlyList<DepartmentSystem> systems, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Does what is due; true when there may be more.</summary>
    protected abstract Task<bool> Step(DepartmentSystem system, CancellationToken stop);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(systems.Select(s => Run(s, stoppingToken)));

    private async Task Run(DepartmentSystem system, CancellationToken stop)
    {
        using var changed = new SemaphoreSlim(0);
        system.Changed += Wake;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var more = false;
                try
                {
                    more = await Step(system, stop);
                }
                catch (Exception exception) when (exception is not OperationCanceledException || !stop.IsCancellationRequested)
                {
                    logger.LogError(exception, "{System}: background work failed and is tried again", system.Profile.Code);
                }
                if (more) continue;
                await changed.WaitAsync(Pause, stop);
                while (changed.CurrentCount > 0) await changed.WaitAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program stops.
        }
        finally
        {
            system.Changed -= Wake;
        }

        void Wake(object? sender, EventArgs args)
        {
            if (changed.CurrentCount == 0) changed.Release();
        }
    }
}
