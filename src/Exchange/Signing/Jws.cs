using System.Security.Cryptography;
using System.Text.Json;
using Jose;

namespace Yiwang.Exchange.Signing;

/// <summary>What the protected header of a signature says.</summary>
internal sealed record SignatureClaims(string Kid, DateTimeOffset IssuedAt, string Jti, string Audience);

/// <summary>JWS with detached payload (RFC 7515 appendix F), ES256.</summary>
internal static class Jws
{
    internal const string Header = "Yiwang-Signature";

    private static readonly JwtOptions Detached = new() { DetachPayload = true };

    internal static string Sign(ReadOnlyMemory<byte> body, ECDsa key, string kid, string audience, DateTimeOffset now)
    {
        var headers = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["kid"] = kid,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["aud"] = audience,
        };
        return JWT.EncodeBytes(body.ToArray(), key, JwsAlgorithm.ES256, headers, options: Detached);
    }

    /// <summary>Reads the header without trusting it yet; null when it is not a complete ES256 header.</summary>
    internal static SignatureClaims? Read(string signature)
    {
        try
        {
            var headers = JWT.Headers(signature);
            if (Text("alg") != "ES256" || Text("kid") is not { Length: > 0 and <= 64 } kid || Text("jti") is not { Length: > 0 and <= 64 } jti || Text("aud") is not { } audience) return null;
            return long.TryParse(Text("iat"), out var seconds) ? new(kid, DateTimeOffset.FromUnixTimeSeconds(seconds), jti, audience) : null;

            string? Text(string name) => headers.TryGetValue(name, out var value) ? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) : null;
        }
        catch (Exception exception) when (exception is JoseException or FormatException or ArgumentException or JsonException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    internal static bool Holds(ReadOnlyMemory<byte> body, string signature, ECDsa key)
    {
        try
        {
            JWT.DecodeBytes(signature, key, JwsAlgorithm.ES256, payload: body.ToArray());
            return true;
        }
        catch (Exception exception) when (exception is JoseException or FormatException or ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
