using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Yiwang.Exchange.Signing;

/// <summary>EC keys on P-256 as JWK (RFC 7517).</summary>
internal static class EcJwk
{
    internal static JsonObject Write(ECDsa key, string kid, bool withPrivate)
    {
        var parameters = key.ExportParameters(withPrivate);
        var jwk = new JsonObject
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = kid, ["use"] = "sig", ["alg"] = "ES256",
            ["x"] = WebEncoders.Base64UrlEncode(parameters.Q.X!),
            ["y"] = WebEncoders.Base64UrlEncode(parameters.Q.Y!),
        };
        if (withPrivate) jwk["d"] = WebEncoders.Base64UrlEncode(parameters.D!);
        return jwk;
    }

    internal static ECDsa Read(string json)
    {
        using var jwk = JsonDocument.Parse(json);
        byte[] Part(string name) => WebEncoders.Base64UrlDecode(jwk.RootElement.GetProperty(name).GetString()!);
        return ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Part("x"), Y = Part("y") },
            D = jwk.RootElement.TryGetProperty("d", out _) ? Part("d") : null,
        });
    }
}
