namespace Yiwang.Kernel.Journals;

/// <summary>Wakes the readers of this process when something was committed here. Other nodes' commits are found by polling.</summary>
public sealed class JournalSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A task that ends at the next commit. Take it before looking, then nothing is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Says that something was committed.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Waits for a commit that came after <paramref name="next"/> was taken, at most so long.</summary>
    public static async Task Wait(Task next, TimeSpan atMost, CancellationToken stop)
    {
        var delay = Task.Delay(atMost, stop);
        await await Task.WhenAny(next, delay);
    }
}
