using System.Collections.Concurrent;

namespace Yiwang.Kernel.Journals;

/// <summary>
/// Wakes those in this process who wait for what was committed here, by topic: the kind of a fact, or the name of a reader that has
/// taken some. Other nodes' commits are found by polling.
/// </summary>
public sealed class JournalSignal
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _next = new(StringComparer.Ordinal);

    /// <summary>A task that ends at the next commit of one of the topics. Take it before looking, then nothing is missed.</summary>
    public Task Next(params IEnumerable<string> topics) =>
        Task.WhenAny(topics.Select(topic => _next.GetOrAdd(topic, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task));

    /// <summary>Says that something of these topics was committed.</summary>
    public void Pulse(params IEnumerable<string> topics)
    {
        foreach (var topic in topics)
        {
            if (_next.TryRemove(topic, out var waiting)) waiting.TrySetResult();
        }
    }

    /// <summary>Waits for a commit that came after <paramref name="next"/> was taken, at most so long.</summary>
    public static async Task Wait(Task next, TimeSpan atMost, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(next, Task.Delay(atMost, end.Token));
        await end.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }
}
