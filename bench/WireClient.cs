using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Yiwang.Host.Demo;

namespace Yiwang.Bench;

/// <summary>
/// A channel that costs next to nothing: HTTP/1.1 over one kept connection, requests made of prepared bytes. The clients share the
/// machine with the platform; what they spend on making requests should not be counted against it.
/// </summary>
internal sealed class WireClient : IDisposable
{
    private readonly TcpClient _tcp;
    private readonly NetworkStream _stream;
    private readonly string _head;
    private readonly byte[] _buffer = new byte[64 * 1024];

    private WireClient(TcpClient tcp, Uri platform, string token)
    {
        (_tcp, _stream) = (tcp, tcp.GetStream());
        _head = $"HTTP/1.1\r\nHost: {platform.Authority}\r\nAuthorization: Bearer {token}\r\n";
    }

    internal static async Task<WireClient> Connect(Uri platform, string token)
    {
        var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(platform.Host, platform.Port);
        return new WireClient(tcp, platform, token);
    }

    /// <summary>Uploads a small PDF; the material's id.</summary>
    internal async Task<string> Upload(string name)
    {
        var content = Encoding.ASCII.GetString(ChannelClient.SmallPdf(name));
        var body = $"--bench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"id.pdf\"\r\nContent-Type: application/pdf\r\n\r\n{content}\r\n--bench--\r\n";
        return (string)(await Send("POST /api/v1/materials", "Content-Type: multipart/form-data; boundary=bench\r\n", body))["materialId"]!;
    }

    /// <summary>Submits an application as JSON; the case's number.</summary>
    internal async Task<string> Submit(string application) =>
        (string)(await Send("POST /api/v1/cases", $"Content-Type: application/json\r\nIdempotency-Key: {Guid.NewGuid():N}\r\n", application))["caseNumber"]!;

    /// <summary>A case's status.</summary>
    internal async Task<string> Status(string number) => (string)(await Send($"GET /api/v1/cases/{number}", "", ""))["status"]!;

    public void Dispose() => _tcp.Dispose();

    private async Task<JsonNode> Send(string request, string headers, string body)
    {
        var length = Encoding.UTF8.GetByteCount(body);
        await _stream.WriteAsync(Encoding.UTF8.GetBytes($"{request} {_head}{headers}Content-Length: {length}\r\n\r\n{body}"));
        var answer = await Receive();
        var at = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        if (!answer.StartsWith("HTTP/1.1 2", StringComparison.Ordinal)) throw new InvalidOperationException($"{request}: {answer}");
        return JsonNode.Parse(answer.AsSpan(answer.IndexOf('{', at)..(answer.LastIndexOf('}') + 1)).ToString())!;
    }

    private async Task<string> Receive()
    {
        var read = 0;
        while (true)
        {
            var more = await _stream.ReadAsync(_buffer.AsMemory(read));
            if (more == 0) throw new InvalidOperationException("The platform hung up.");
            read += more;
            var text = Encoding.UTF8.GetString(_buffer, 0, read);
            if (IsWhole(text, read)) return text;
        }
    }

    private static bool IsWhole(string text, int read)
    {
        const string Length = "Content-Length: ";
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = text.IndexOf(Length, 0, end, StringComparison.OrdinalIgnoreCase);
        if (length < 0) return text.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal);
        var digits = text.AsSpan(length + Length.Length);
        return read >= Encoding.UTF8.GetByteCount(text.AsSpan(0, end + 4)) + int.Parse(digits[..digits.IndexOf('\r')], CultureInfo.InvariantCulture);
    }
}
