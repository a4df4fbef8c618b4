using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange.Deliver;

/// <summary>How an attempt ended.</summary>
/// <param name="Taken">The system has stored it.</param>
/// <param name="ForGood">It never will: do not try again.</param>
/// <param name="Error">What went wrong, without personal data.</param>
internal sealed record Attempt(bool Taken, bool ForGood, string Error)
{
    internal static Attempt Done { get; } = new(true, false, "");
}

/// <summary>Carries one message to a system, in the way that the system can take it.</summary>
internal sealed class Connectors(IHttpClientFactory http, OwnKeys keys, IServiceScopeFactory scopes, TimeProvider clock)
{
    internal const string HttpClientName = "exchange";

    internal async Task<Attempt> Carry(ConnectedSystem system, OutboundMessage message, CancellationToken stop)
    {
        var body = Encoding.UTF8.GetBytes(message.Body);
        var platform = keys.Of(OwnKeys.Platform);
        var signature = Jws.Sign(body, platform.Key, platform.Kid, system.Urn, clock.GetUtcNow());
        return system.Connector switch
        {
            ConnectorKind.Http => await Push(system, body, signature, stop),
            ConnectorKind.Local => await Hand(system, body, signature, stop),
            _ => new(false, false, "尚未接入"),
        };
    }

    private async Task<Attempt> Push(ConnectedSystem system, byte[] body, string signature, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, system.Endpoint);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        request.Headers.Add(Jws.Header, signature);
        try
        {
            using var response = await http.CreateClient(HttpClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (response.IsSuccessStatusCode) return Attempt.Done;
            var status = (int)response.StatusCode;
            var forGood = status is >= 400 and < 500 && response.StatusCode is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);
            return new(false, forGood, $"对方回答 HTTP {status}");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return new(false, false, exception is TaskCanceledException ? "对方没有按时回答" : $"连接不上：{exception.Message}");
        }
    }

    private async Task<Attempt> Hand(ConnectedSystem system, byte[] body, string signature, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var local = scope.ServiceProvider.GetServices<ILocalSystem>().Single(s => s.Code == system.Code);
        var outcome = await local.Receive(body, signature, stop);
        return outcome.IsDone ? Attempt.Done : new(false, outcome.Refusal.Kind is not (RefusalKind.Unavailable or RefusalKind.Conflict), outcome.Refusal.Reason);
    }
}
