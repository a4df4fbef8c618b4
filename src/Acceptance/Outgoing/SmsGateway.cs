using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Yiwang.Acceptance.Outgoing;

/// <summary>
/// Hands text messages to a gateway over HTTP: <c>POST</c> of <c>{ id, to, text, at }</c> with the header <c>X-Signature</c>, the hex HMAC-SHA256 of the body under the
/// gateway's key. The gateway answers 2xx when it has taken it; one that comes again bears the same id.
/// </summary>
internal sealed class SmsGateway(IHttpClientFactory clients, Ways ways, TimeProvider clock)
{
    internal const string HttpClientName = "sms-gateway";

    internal async Task Send(OutgoingMessage message, CancellationToken stop)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id = message.Id, to = message.To, text = message.Text, at = clock.GetUtcNow() }, JsonSerializerOptions.Web);
        using var request = new HttpRequestMessage(HttpMethod.Post, ways.SmsUrl) { Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json; charset=utf-8" } } } };
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ways.SmsKey), body)));
        using var response = await clients.CreateClient(HttpClientName).SendAsync(request, stop);
        response.EnsureSuccessStatusCode();
    }
}
