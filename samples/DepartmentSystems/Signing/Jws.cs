using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DepartmentSystems.Signing;

/// <summary>What the protected header of a signature says.</summary>
public sealed record SignatureHeader(string Alg, string Kid, long Iat, string Jti, string Aud);

/// <summary>JWS with detached payload (RFC 7515 appendix F), ES256.</summary>
public static class Jws
{
    public const string Header = "Yiwang-Signature";
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static string Sign(ReadOnlySpan<byte> body, ECDsa key, string kid, string audience, DateTimeOffset now)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new SignatureHeader("ES256", kid, now.ToUnixTimeSeconds(), Guid.NewGuid().ToString("N"), audience), JsonSerializerOptions.Web);
        var protectedPart = Base64Url.EncodeToString(header);
        return $"{protectedPart}..{Base64Url.EncodeToString(key.SignData(Signed(protectedPart, body), HashAlgorithmName.SHA256))}";
    }

    /// <summary>Reads the header without trusting it yet; null when it is not a complete ES256 header.</summary>
    public static SignatureHeader? Read(string signature)
    {
        try
        {
            return signature.Split('.') is [var header, "", _] && JsonSerializer.Deserialize<SignatureHeader>(Base64Url.DecodeFromChars(header), Strict) is { Alg: "ES256" } read ? read : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    public static bool Holds(ReadOnlySpan<byte> body, string signature, ECDsa key)
    {
        try
        {
            var parts = signature.Split('.');
            return key.VerifyData(Signed(parts[0], body), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] Signed(string protectedPart, ReadOnlySpan<byte> body) => Encoding.UTF8.GetBytes($"{protectedPart}.{Base64Url.EncodeToString(body)}");
}
