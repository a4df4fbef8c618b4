using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Yiwang.Host;

/// <summary>The address of a reverse proxy, or the network in which several stand.</summary>
internal static class ProxyAddress
{
    /// <summary>Reads <c>10.0.0.5</c> or <c>10.0.0.0/24</c>; an address is a network of one.</summary>
    internal static bool TryRead(string? text, [NotNullWhen(true)] out IPNetwork? network)
    {
        network = IPNetwork.TryParse(text, out var several) ? several
            : IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
            : null;
        return network is not null;
    }

    internal static IPNetwork Parse(string text) => TryRead(text, out var network) ? network.Value : throw new FormatException($"{text} is no address and no network.");
}
