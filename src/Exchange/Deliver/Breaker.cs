using System.Collections.Concurrent;

namespace Yiwang.Exchange.Deliver;

/// <summary>One breaker for each system: after five failures in a row nothing is sent for a while, then one message tries.</summary>
internal sealed class Breaker(TimeProvider clock)
{
    internal const int Threshold = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, State> _states = new(StringComparer.Ordinal);

    /// <summary>How many messages may be sent now: none while open, one for a try, many when closed.</summary>
    internal int Allowance(string system, int many) => _states.GetValueOrDefault(system) is not { } state || state.Failures < Threshold ? many
        : clock.GetUtcNow() >= state.OpenUntil ? 1 : 0;

    /// <summary>Until when it is open; null when closed.</summary>
    internal DateTimeOffset? OpenUntil(string system) => _states.GetValueOrDefault(system) is { Failures: >= Threshold } state ? state.OpenUntil : null;

    internal void Succeeded(string system) => _states.TryRemove(system, out _);

    internal void Failed(string system) => _states.AddOrUpdate(system, _ => new(1, default), (_, state) =>
    {
        var failures = state.Failures + 1;
        if (failures < Threshold) return new(failures, default);
        var pause = Math.Min(FirstPause.TotalSeconds * Math.Pow(2, failures - Threshold), LongestPause.TotalSeconds);
        return new(failures, clock.GetUtcNow().AddSeconds(pause));
    });

    private sealed record State(int Failures, DateTimeOffset OpenUntil);
}
