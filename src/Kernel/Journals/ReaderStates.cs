using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Yiwang.Kernel.Journals;

/// <summary>Which readers of this node fail, and since when: what they should do waits for them, for all cases.</summary>
internal sealed class ReaderStates(TimeProvider clock) : IHealthCheck
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _failingSince = new(StringComparer.Ordinal);

    internal void Failed(string reader) => _failingSince.TryAdd(reader, clock.GetUtcNow());

    internal void Succeeded(string reader) => _failingSince.TryRemove(reader, out _);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _failingSince.IsEmpty ? HealthCheckResult.Healthy()
        : HealthCheckResult.Degraded($"后台任务停在一条留痕上：{string.Join("；", _failingSince.Select(f => $"{f.Key} 自 {f.Value:u}"))}"));
}
