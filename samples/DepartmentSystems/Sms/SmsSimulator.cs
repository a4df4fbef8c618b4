using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DepartmentSystems.Sms;

/// <summary>A text message that came in.</summary>
public sealed record ShortMessage(string Id, string To, string Text, DateTimeOffset At);

/// <summary>
/// A text message gateway (短信网关) that sends nothing: it shows what it was given. It takes <c>POST /sms</c> of <c>{ id, to, text, at }</c> with the hex HMAC-SHA256 of
/// the body in <c>X-Signature</c>, and takes one that comes again for the same.
/// </summary>
public static class SmsSimulator
{
    private const int Kept = 200;

    public static void MapSms(this IEndpointRouteBuilder routes, IConfiguration configuration)
    {
        var key = Encoding.UTF8.GetBytes(configuration["smsKey"] ?? "sms-demo-key");
        var messages = new ConcurrentDictionary<string, ShortMessage>(StringComparer.Ordinal);
        routes.MapGet("/sms", () => new RazorComponentResult<SmsPage>(new { Messages = messages.Values.OrderByDescending(m => m.At).ToList() }));
        routes.MapPost("/sms", async (HttpRequest request) =>
        {
            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer);
            var body = buffer.ToArray();
            var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, body));
            if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(request.Headers["X-Signature"].ToString()))) return Results.Unauthorized();
            if (JsonSerializer.Deserialize<ShortMessage>(body, JsonSerializerOptions.Web) is not { Id.Length: > 0, To.Length: > 0 } message) return Results.BadRequest();
            messages.TryAdd(message.Id, message);
            foreach (var old in messages.Values.OrderByDescending(m => m.At).Skip(Kept)) messages.TryRemove(old.Id, out _);
            return Results.Accepted();
        }).DisableAntiforgery();
    }
}
