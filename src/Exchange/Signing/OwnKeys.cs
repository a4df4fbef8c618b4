using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Yiwang.Kernel.Secrets;

namespace Yiwang.Exchange.Signing;

/// <summary>A private key with its name.</summary>
internal sealed record OwnKey(string Kid, ECDsa Key);

/// <summary>The private keys of the platform and of systems that live in it, one file each in the data folder, readable by its owner alone.</summary>
internal sealed class OwnKeys(IConfiguration configuration)
{
    internal const string Platform = "platform";
    private readonly ConcurrentDictionary<string, OwnKey> _keys = new(StringComparer.Ordinal);
    private readonly string _folder = Path.Combine(configuration["DataFolder"] ?? ".data", "keys");

    /// <summary>The key of an owner; made on first use.</summary>
    internal OwnKey Of(string owner)
    {
        lock (_keys) return _keys.GetOrAdd(owner, Load);
    }

    /// <summary>The public half.</summary>
    internal JsonObject PublicJwk(string owner) => EcJwk.Write(Of(owner).Key, Of(owner).Kid, withPrivate: false);

    private OwnKey Load(string owner)
    {
        var path = Path.Combine(_folder, $"exchange-{owner}.jwk.json");
        var json = Encoding.UTF8.GetString(PrivateFile.ReadOrMake(path, () =>
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return Encoding.UTF8.GetBytes(EcJwk.Write(made, $"{owner}-{Guid.NewGuid():N}"[..Math.Min(40, owner.Length + 33)], withPrivate: true).ToJsonString());
        }));
        return new OwnKey(JsonDocument.Parse(json).RootElement.GetProperty("kid").GetString()!, EcJwk.Read(json));
    }
}
