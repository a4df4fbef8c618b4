using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Exchange;

/// <summary>A key that proves a sender.</summary>
internal sealed record ProvingKey(string System, ECDsa Key);

/// <summary>
/// Systems, their keys, routes and mappings in memory: every message asks for them. A change is seen at once on its own node, within
/// five seconds elsewhere; a key not known yet is looked for at once.
/// </summary>
internal sealed class ExchangeRegister(IServiceScopeFactory scopes, TimeProvider clock) : IExchangeRoutes
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, ECDsa> Parsed = new(StringComparer.Ordinal);
    private readonly Remembered<Contents> _contents = new(scopes, clock, TimeSpan.FromSeconds(5), Read);

    private long _lookedAt;

    /// <summary>Forgets what was read, after a change.</summary>
    internal void Forget() => _contents.Forget();

    public async ValueTask<string> SystemFor(string municipalDepartment, ItemCode item, CancellationToken stop)
    {
        var routes = (await _contents.Get(stop)).Routes;
        return routes.GetValueOrDefault((municipalDepartment, item.Value)) ?? routes.GetValueOrDefault((municipalDepartment, SystemRoute.AllItems)) ?? ExchangeNames.HandlingSystem;
    }

    /// <summary>A system; null when it is not registered.</summary>
    internal async ValueTask<ConnectedSystem?> System(string code, CancellationToken stop) => (await _contents.Get(stop)).Systems.GetValueOrDefault(code);

    /// <summary>How a system names the fields of an item's form; null when it names them as we do.</summary>
    internal async ValueTask<string?> Mapping(string system, ItemCode item, CancellationToken stop) => (await _contents.Get(stop)).Mappings.GetValueOrDefault((system, item.Value));

    /// <summary>A key that is registered and not revoked.</summary>
    internal async ValueTask<ProvingKey?> Key(string kid, CancellationToken stop)
    {
        if ((await _contents.Get(stop)).Keys.TryGetValue(kid, out var known)) return known;
        // Anybody can name a key that nobody has: it is looked for at most once a second.
        var last = Interlocked.Read(ref _lookedAt);
        if (last != 0 && clock.GetElapsedTime(last) < LookAgain) return null;
        Interlocked.Exchange(ref _lookedAt, clock.GetTimestamp());
        Forget();
        return (await _contents.Get(stop)).Keys.GetValueOrDefault(kid);
    }

    private static async Task<Contents> Read(YiwangDb db, CancellationToken stop) => new(
        await db.Set<ConnectedSystem>().AsNoTracking().ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, stop),
        await db.Set<SystemRoute>().AsNoTracking().ToDictionaryAsync(r => (r.Department, r.Item), r => r.System, stop),
        await db.Set<FormMapping>().AsNoTracking().ToDictionaryAsync(m => (m.System, m.Item), m => m.Mapping, stop),
        await db.Set<SystemKey>().AsNoTracking().Where(k => k.RevokedAt == null)
            .ToDictionaryAsync(k => k.Kid, k => new ProvingKey(k.System, Parsed.GetOrAdd(k.Jwk, EcJwk.Read)), StringComparer.Ordinal, stop));

    private sealed record Contents(
        Dictionary<string, ConnectedSystem> Systems, Dictionary<(string, string), string> Routes,
        Dictionary<(string, string), string> Mappings, Dictionary<string, ProvingKey> Keys);
}
