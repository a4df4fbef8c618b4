using System.Net;
using System.Text.Json;
using DepartmentSystems.Connections;
using DepartmentSystems.Send;
using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Materials;

/// <summary>Fetches the materials of new cases from the platform and checks them against their digest.</summary>
public sealed class FetchMaterials(IReadOnlyList<DepartmentSystem> systems, IHttpClientFactory http, PlatformToken token, TimeProvider clock, ILogger<FetchMaterials> logger) : SystemLoop(systems, logger)
{
    private const int AtOnce = 16;

    protected override async Task<bool> Step(DepartmentSystem system, CancellationToken stop)
    {
        if (system.Connection is not { } connection || system.Switches.Down) return false;
        var now = clock.GetUtcNow();
        var due = await system.Read(db => db.Materials.Where(m => !m.Fetched && m.NextAt <= now).OrderBy(m => m.NextAt).Take(AtOnce).ToListAsync(stop));
        foreach (var material in due)
        {
            var error = await Fetch(system, connection, material, stop);
            await system.Change(async db =>
            {
                if (await db.Materials.FindAsync([material.Case, material.Id], stop) is not { } row) return false;
                row.Attempts++;
                row.Fetched = error is null;
                row.Error = error;
                row.NextAt = clock.GetUtcNow() + Backoff.After(row.Attempts);
                return true;
            }, stop);
        }
        return due.Count > 0;
    }

    private async Task<string?> Fetch(DepartmentSystem system, Connection connection, MaterialRecord material, CancellationToken stop)
    {
        // Files lie under their digest and were checked when they came, so one that is there is the right one.
        if (File.Exists(MaterialFiles.PathOf(system, material.Sha256))) return null;
        try
        {
            using var client = http.CreateClient(Platform.HttpClient);
            using var request = new HttpRequestMessage(HttpMethod.Get, connection.At(material.Href));
            request.Headers.Authorization = await token.Get(client, connection, stop);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (response.StatusCode is HttpStatusCode.Unauthorized) token.Forget(connection);
            if (!response.IsSuccessStatusCode) return $"平台回答 HTTP {(int)response.StatusCode}";
            await using var content = await response.Content.ReadAsStreamAsync(stop);
            return await MaterialFiles.Store(system, content, material.Sha256, material.Size, stop);
        }
        catch (Exception exception) when (Platform.IsTrouble(exception, stop) || exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return exception is HttpRequestException { StatusCode: { } status } ? $"取令牌时平台回答 HTTP {(int)status}" : "平台没有应答";
        }
    }
}
