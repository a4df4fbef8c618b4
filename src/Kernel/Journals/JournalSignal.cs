namespace Yiwang.Kernel.Journals;

/// <summary>
/// Wakes those in this process who wait for what was committed here, by topic: the kind of a fact, or the name of a reader that has
/// taken some. Other nodes' commits are found by polling.
/// </summary>
public sealed class JournalSignal
{
    private readonly Lock _changing = new();
    private (HashSet<string> Topics, Bell Bell)[] _bells = [];

    /// <summary>A bell that these topics ring, until it is disposed.</summary>
    public Bell On(params IEnumerable<string> topics)
    {
        var bell = new Bell(this);
        lock (_changing) _bells = [.. _bells, (topics.ToHashSet(StringComparer.Ordinal), bell)];
        return bell;
    }

    internal void Remove(Bell bell)
    {
        lock (_changing) _bells = [.. _bells.Where(b => b.Bell != bell)];
    }

    /// <summary>Says that something of these topics was committed.</summary>
    public void Pulse(params IReadOnlyCollection<string> topics)
    {
        foreach (var (wanted, bell) in Volatile.Read(ref _bells))
        {
            if (wanted.Overlaps(topics)) bell.Ring();
        }
    }
}

/// <summary>Remembers that it rang until somebody has waited for it, so nothing is missed between looking and waiting.</summary>
public sealed class Bell(JournalSignal signal) : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    /// <summary>Waits until it rings, or has rung since the last time, at most so long.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken stop) => _rung.WaitAsync(atMost, stop);

    internal void Ring()
    {
        // Two rings at once may be remembered as two: then somebody looks once for nothing.
        if (_rung.CurrentCount == 0) _rung.Release();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The semaphore holds nothing to free, and somebody may be ringing it at this moment.
        signal.Remove(this);
    }
}
