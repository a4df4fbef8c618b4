namespace Yiwang.Tests.Kit;

/// <summary>A clock that stands until a test pushes it.</summary>
internal sealed class StillClock : TimeProvider
{
    private long _ticks = DateTimeOffset.UnixEpoch.AddYears(56).Ticks;

    internal void Forward(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
}
