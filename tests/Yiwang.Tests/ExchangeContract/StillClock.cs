namespace Yiwang.Tests.ExchangeContract;

/// <summary>A clock that stands until a test pushes it.</summary>
internal sealed class StillClock : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddYears(56);

    internal void Forward(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now;
}
