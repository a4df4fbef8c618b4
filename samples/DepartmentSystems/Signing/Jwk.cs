using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace DepartmentSystems.Signing;

/// <summary>EC keys on P-256 as JWK (RFC 7517).</summary>
public static class Jwk
{
    public static ECDsa Read(JsonElement jwk)
    {
        if (jwk.GetProperty("kty").GetString() != "EC" || jwk.GetProperty("crv").GetString() != "P-256") throw new FormatException("Only EC keys on P-256 are used.");
        return ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Part("x"), Y = Part("y") },
            D = jwk.TryGetProperty("d", out _) ? Part("d") : null,
        });

        byte[] Part(string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
    }

    public static Dictionary<string, ECDsa> ReadSet(JsonElement set)
    {
        var keys = new Dictionary<string, ECDsa>(StringComparer.Ordinal);
        foreach (var jwk in set.GetProperty("keys").EnumerateArray()) keys[jwk.GetProperty("kid").GetString()!] = Read(jwk);
        return keys;
    }
}
