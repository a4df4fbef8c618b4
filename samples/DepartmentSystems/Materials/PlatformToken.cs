using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using DepartmentSystems.Connections;

namespace DepartmentSystems.Materials;

/// <summary>The token with which a system fetches materials, asked for anew when it runs out.</summary>
public sealed class PlatformToken(TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Connection, Held> _held = new();

    public async Task<AuthenticationHeaderValue> Get(HttpClient client, Connection connection, CancellationToken stop)
    {
        if (_held.TryGetValue(connection, out var held) && held.Until > clock.GetUtcNow()) return held.Token;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = connection.ClientId,
            ["client_secret"] = connection.ClientSecret,
            ["scope"] = "exchange",
        });
        using var response = await client.PostAsync(connection.At("/connect/token"), form, stop);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(stop));
        var lasts = answer.RootElement.TryGetProperty("expires_in", out var seconds) ? TimeSpan.FromSeconds(seconds.GetDouble()) : TimeSpan.Zero;
        held = new(new("Bearer", answer.RootElement.GetProperty("access_token").GetString()), clock.GetUtcNow() + lasts - Margin);
        _held[connection] = held;
        return held.Token;
    }

    /// <summary>The platform did not take it.</summary>
    public void Forget(Connection connection) => _held.TryRemove(connection, out _);

    private sealed record Held(AuthenticationHeaderValue Token, DateTimeOffset Until);
}
