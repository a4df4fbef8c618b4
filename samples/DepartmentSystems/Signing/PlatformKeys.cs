using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using DepartmentSystems.Connections;

namespace DepartmentSystems.Signing;

/// <summary>The platform's keys: those of the connection file, and for a new name those that the platform publishes.</summary>
public sealed class PlatformKeys(IHttpClientFactory http, TimeProvider clock, ILogger<PlatformKeys> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Connection, Published> _published = new();

    public async Task<ECDsa?> Find(Connection connection, string kid, CancellationToken stop)
    {
        if (connection.PlatformKeys.TryGetValue(kid, out var given)) return given;
        var now = clock.GetUtcNow();
        if (!_published.TryGetValue(connection, out var published) || (!published.Keys.ContainsKey(kid) && now - published.At > Pause))
        {
            _published[connection] = published = new(await Ask(connection, stop), now);
        }
        return published.Keys.GetValueOrDefault(kid);
    }

    private async Task<Dictionary<string, ECDsa>> Ask(Connection connection, CancellationToken stop)
    {
        try
        {
            using var client = http.CreateClient(Platform.HttpClient);
            using var answer = JsonDocument.Parse(await client.GetStringAsync(connection.At("/exchange/v1/keys"), stop));
            return Jwk.ReadSet(answer.RootElement);
        }
        catch (Exception exception) when (Platform.IsTrouble(exception, stop) || exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or CryptographicException)
        {
            logger.LogWarning("The platform's keys could not be read: {Reason}", exception.Message);
            return [];
        }
    }

    private sealed record Published(Dictionary<string, ECDsa> Keys, DateTimeOffset At);
}
