using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Api;

/// <summary>Uploads where a virus scanner is configured: nothing is kept before it is known to be clean.</summary>
public sealed class ScanTests(ScannedSite site) : IClassFixture<ScannedSite>
{
    [Fact]
    public async Task A_clean_file_is_taken_an_infected_one_is_not_and_without_an_answer_nothing_is()
    {
        using var channel = await Channel.For(site);

        var clean = await channel.Upload(Channel.Pdf());
        var infected = await channel.Upload([.. "%PDF-1.4\n% EICAR-STANDARD-ANTIVIRUS-TEST-FILE\n"u8, .. Channel.Pdf()]);
        site.Scanner.Silent = true;
        var unanswered = await channel.Upload(Channel.Pdf("另一份"));
        site.Scanner.Silent = false;
        var again = await channel.Upload(Channel.Pdf("另一份"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity, HttpStatusCode.ServiceUnavailable, HttpStatusCode.Created), (clean.Status, infected.Status, unanswered.Status, again.Status));
        Assert.Equal(("infected", "scan-unavailable"), (infected.Code, unanswered.Code));
    }
}

/// <summary>A platform with a scanner before its uploads.</summary>
public sealed class ScannedSite : Site
{
    public FakeClamd Scanner { get; } = new();

    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);

    protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["Materials:Clamd"] = Scanner.Address;
}

/// <summary>Speaks clamd's INSTREAM: finds what holds EICAR's words.</summary>
public sealed class FakeClamd : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public FakeClamd()
    {
        _listener.Start();
        _ = Serve();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Whether it closes without a word.</summary>
    public bool Silent { get; set; }

    private async Task Serve()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                return;
            }
            using (client) await Answer(client.GetStream());
        }
    }

    private async Task Answer(NetworkStream stream)
    {
        var command = new byte[10];
        await stream.ReadExactlyAsync(command);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
        using var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var chunk = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0) break;
            await stream.ReadExactlyAsync(chunk);
            content.Write(chunk);
        }
        if (Silent) return;
        var found = Encoding.Latin1.GetString(content.ToArray()).Contains("EICAR-STANDARD-ANTIVIRUS-TEST-FILE", StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(found ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0"));
    }

    public void Dispose() => _listener.Dispose();
}
