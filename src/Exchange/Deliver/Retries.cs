namespace Yiwang.Exchange.Deliver;

/// <summary>When to try again: 1 s, doubling to 1 h, a little scattered; after 40 attempts (more than a day) the message is dead.</summary>
internal static class Retries
{
    internal const int Most = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    internal static TimeSpan After(int attempts)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Min(attempts, 20)), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.9 + Random.Shared.NextDouble() * 0.2));
    }
}
