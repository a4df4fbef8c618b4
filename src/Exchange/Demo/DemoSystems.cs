using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Yiwang.Exchange.Signing;
using Yiwang.Identity;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Exchange.Demo;

/// <summary>
/// Connects the sample systems in demo mode: registers address, client, route and key, and writes for each the connection file
/// that an operator would hand to the department.
/// </summary>
internal sealed class DemoSystems(YiwangDb db, IClients clients, OwnKeys keys, IConfiguration configuration, TimeProvider clock) : IDemoSeed
{
    private static readonly (string System, string Path, string Department)[] Samples = [("SYS-04", "scjg", "SCJG"), ("SYS-06", "rsj", "RSJ")];

    public async Task Seed(CancellationToken stop)
    {
        if (configuration["Demo:SystemsUrl"] is not { Length: > 0 } address) return;
        var folder = Path.Combine(configuration["DataFolder"] ?? ".data", "connections");
        Directory.CreateDirectory(folder);
        foreach (var (code, path, department) in Samples)
        {
            if (await db.Set<ConnectedSystem>().SingleOrDefaultAsync(s => s.Code == code, stop) is not { } system) continue;
            var clientId = code.ToLowerInvariant();
            var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
            await clients.Register(clientId, secret, system.Name, "exchange", demo: true, stop);
            system.ConnectOverHttp($"{address.TrimEnd('/')}/{path}/messages", clientId);
            if (!await db.Set<SystemRoute>().AnyAsync(r => r.Department == department, stop)) db.Add(new SystemRoute(department, SystemRoute.AllItems, code));

            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var kid = $"{code}-{Guid.NewGuid():N}";
            foreach (var old in await db.Set<SystemKey>().Where(k => k.System == code && k.RevokedAt == null).ToListAsync(stop)) old.Revoke(clock.GetUtcNow());
            db.Add(new SystemKey { Kid = kid, System = code, Jwk = EcJwk.Write(key, kid, withPrivate: false).ToJsonString(), RegisteredAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(stop);
            OwnKeys.WritePrivately(Path.Combine(folder, $"{code}.json"), new JsonObject
            {
                ["system"] = code,
                ["platform"] = configuration["PublicUrl"],
                ["clientId"] = clientId,
                ["clientSecret"] = secret,
                ["kid"] = kid,
                ["privateKey"] = EcJwk.Write(key, kid, withPrivate: true),
                ["platformKeys"] = new JsonObject { ["keys"] = new JsonArray(keys.PublicJwk(OwnKeys.Platform)) },
                ["demoKey"] = "demo-key-2026",
            }.ToJsonString());
        }
    }
}
