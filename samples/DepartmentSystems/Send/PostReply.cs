using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DepartmentSystems.Connections;
using DepartmentSystems.Signing;
using DepartmentSystems.Store;

namespace DepartmentSystems.Send;

/// <summary>How the platform answered a reply.</summary>
/// <param name="Status">The status; null when there was no answer.</param>
/// <param name="Code">The stable code of an error.</param>
/// <param name="Text">What it says, to read.</param>
public sealed record PlatformAnswer(int? Status, string? Code, string Text)
{
    /// <summary>What becomes of the reply (see the contract's table of answers).</summary>
    public ReplyState State => Status switch
    {
        >= 200 and < 300 => ReplyState.Sent,
        null or StatusCodes.Status408RequestTimeout or StatusCodes.Status429TooManyRequests or >= 500 => ReplyState.Pending,
        StatusCodes.Status409Conflict => ReplyState.Refused,
        _ => ReplyState.Stopped,
    };
}

/// <summary>Carries a reply to the platform once, with a signature of its own.</summary>
public sealed class PostReply(IHttpClientFactory http, TimeProvider clock)
{
    private const int MostText = 400;

    public async Task<PlatformAnswer> Run(Connection connection, Reply reply, CancellationToken stop)
    {
        var body = Encoding.UTF8.GetBytes(reply.Body);
        using var request = new HttpRequestMessage(HttpMethod.Post, connection.At("/exchange/v1/messages"));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        request.Headers.Add(Jws.Header, Jws.Sign(body, connection.Key, connection.Kid, Platform.Source, clock.GetUtcNow()));
        try
        {
            using var client = http.CreateClient(Platform.HttpClient);
            using var response = await client.SendAsync(request, stop);
            var text = await response.Content.ReadAsStringAsync(stop);
            return Read((int)response.StatusCode, text);
        }
        catch (Exception exception) when (Platform.IsTrouble(exception, stop))
        {
            return new(null, null, "平台没有应答");
        }
    }

    private static PlatformAnswer Read(int status, string text)
    {
        try
        {
            var json = JsonNode.Parse(text) as JsonObject;
            var words = (string?)json?["status"] is { } taken && status < 300 ? taken : (string?)json?["detail"] ?? (string?)json?["title"] ?? "";
            return new(status, (string?)json?["code"], words.Length > MostText ? words[..MostText] : words);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new(status, null, "");
        }
    }
}
