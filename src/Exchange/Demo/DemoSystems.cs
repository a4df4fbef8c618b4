using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Yiwang.Exchange.Connect;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Secrets;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Exchange.Demo;

/// <summary>
/// Connects the sample systems in demo mode: registers address, client, route and key, and writes for each the connection file
/// that an operator would hand to the department.
/// </summary>
internal sealed class DemoSystems(YiwangDb db, SystemActs acts, OwnKeys keys, IConfiguration configuration, ILogger<DemoSystems> log) : IDemoSeed
{
    private static readonly (string System, string Path, string Department)[] Samples = [("SYS-04", "scjg", "SCJG"), ("SYS-06", "rsj", "RSJ")];

    public async Task Seed(CancellationToken stop)
    {
        if (configuration["Demo:SystemsUrl"] is not { Length: > 0 } address) return;
        var folder = Path.Combine(configuration["DataFolder"] ?? ".data", "connections");
        System.IO.Directory.CreateDirectory(folder);
        foreach (var (code, path, department) in Samples)
        {
            var departments = await db.Set<SystemRoute>().Where(r => r.System == code && r.Item == SystemRoute.AllItems).Select(r => r.Department).ToListAsync(stop);
            var connected = await acts.Connect(code, $"{address.TrimEnd('/')}/{path}/messages", departments.Count > 0 ? string.Join(' ', departments) : department, stop);
            if (!connected.IsDone)
            {
                // Somebody has given its department to another system, or the imported register lacks it: that is left as it is.
                log.LogWarning("The sample {System} was not connected: {Reason}", code, connected.Refusal.Reason);
                continue;
            }
            var secret = (await acts.RenewSecret(code, demo: true, stop)).Value;
            foreach (var old in await db.Set<SystemKey>().Where(k => k.System == code && k.RevokedAt == null).Select(k => k.Kid).ToListAsync(stop)) await acts.RevokeKey(code, old, stop);
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var kid = $"{code}-{Guid.NewGuid():N}";
            await acts.RegisterKey(code, EcJwk.Write(key, kid, withPrivate: false).ToJsonString(), stop);
            PrivateFile.Write(Path.Combine(folder, $"{code}.json"), Encoding.UTF8.GetBytes(new JsonObject
            {
                ["system"] = code,
                ["platform"] = configuration["PublicUrl"],
                ["clientId"] = code.ToLowerInvariant(),
                ["clientSecret"] = secret,
                ["kid"] = kid,
                ["privateKey"] = EcJwk.Write(key, kid, withPrivate: true),
                ["platformKeys"] = new JsonObject { ["keys"] = new JsonArray(keys.PublicJwk(OwnKeys.Platform)) },
                ["demoKey"] = "demo-key-2026",
            }.ToJsonString()));
        }
    }
}
