using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Yiwang.Documents.Scan;

/// <summary>What a scan found.</summary>
internal enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>The scanner could not be asked, or did not say.</summary>
    Unknown,
}

/// <summary>
/// Asks clamd (ClamAV) about an upload before it is kept, where an address is set (<c>Materials:Clamd</c>: <c>127.0.0.1:3310</c>, or the path of a socket).
/// Without one nothing is scanned. The protocol is clamd's INSTREAM: chunks with their length before them, ended by an empty one.
/// </summary>
internal sealed class VirusScan(IConfiguration configuration)
{
    private const int ChunkSize = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string? _address = configuration["Materials:Clamd"];

    internal async Task<ScanVerdict> Scan(Stream content, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(_address)) return ScanVerdict.Clean;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            var answer = await Ask(_address, content, limit.Token);
            return answer.EndsWith("OK", StringComparison.Ordinal) ? ScanVerdict.Clean : answer.EndsWith("FOUND", StringComparison.Ordinal) ? ScanVerdict.Infected : ScanVerdict.Unknown;
        }
        catch (Exception problem) when (problem is SocketException or IOException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return ScanVerdict.Unknown;
        }
    }

    private static async Task<string> Ask(string address, Stream content, CancellationToken stop)
    {
        var path = address.StartsWith('/');
        using var socket = new Socket(path ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, path ? ProtocolType.Unspecified : ProtocolType.Tcp);
        EndPoint end = path ? new UnixDomainSocketEndPoint(address) : IPEndPoint.TryParse(address, out var parsed) ? parsed : new DnsEndPoint(address.Split(':')[0], int.Parse(address.Split(':')[^1], null), AddressFamily.InterNetwork);
        await socket.ConnectAsync(end, stop);
        await using var clamd = new NetworkStream(socket);
        await clamd.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);
        var (buffer, length) = (new byte[ChunkSize], new byte[sizeof(int)]);
        int read;
        while ((read = await content.ReadAsync(buffer, stop)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, read);
            await clamd.WriteAsync(length, stop);
            await clamd.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        await clamd.WriteAsync(new byte[sizeof(int)], stop);
        using var reader = new StreamReader(clamd, Encoding.UTF8);
        return (await reader.ReadToEndAsync(stop)).Trim('\0', ' ', '\n');
    }
}
