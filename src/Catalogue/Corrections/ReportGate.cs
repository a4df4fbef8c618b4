using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Yiwang.Catalogue.Corrections;

/// <summary>Lets each address report a few errors an hour. Counted on each node, in memory: it holds off floods, it keeps no record of who reads.</summary>
internal sealed class ReportGate : IDisposable
{
    /// <summary>How many an hour.</summary>
    internal const int Most = 5;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    /// <summary>Whether one more may come from there; it is counted.</summary>
    internal bool Pass(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(Key(address));
        return lease.IsAcquired;
    }

    // A household has a whole /64 of IPv6.
    private static string Key(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    public void Dispose() => _limiter.Dispose();
}
