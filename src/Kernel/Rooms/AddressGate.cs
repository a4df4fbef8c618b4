using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Yiwang.Kernel.Rooms;

/// <summary>Lets each address do something a few times an hour. Counted on each node, in memory: it holds off floods and guessing, it keeps no record of who reads.</summary>
public abstract class AddressGate(int most) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    /// <summary>Whether one more may come from there; it is counted.</summary>
    public bool Pass(IPAddress? address)
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

    /// <inheritdoc/>
    public void Dispose()
    {
        _limiter.Dispose();
        GC.SuppressFinalize(this);
    }
}
