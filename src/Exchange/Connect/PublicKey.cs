using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange.Connect;

/// <summary>A public key as a department hands it in: a JWK (RFC 7517) on P-256 with a <c>kid</c>.</summary>
internal sealed record PublicKey(string Kid, string Jwk)
{
    internal const int MaxLength = 2000;

    internal static Outcome<PublicKey> Read(string? text)
    {
        try
        {
            if (text is not { Length: > 0 and <= MaxLength } || JsonNode.Parse(text) is not JsonObject jwk) return Wrong("请粘贴部门提供的公钥（JWK，以 { 开头）");
            if (jwk.ContainsKey("d")) return Wrong("这是私钥（含有 d）。私钥不能离开部门系统：请部门换一对密钥，只提供公钥");
            if ((string?)jwk["kty"] != "EC" || (string?)jwk["crv"] != "P-256") return Wrong("应为 ES256 公钥：kty 为 EC，crv 为 P-256");
            if ((string?)jwk["kid"] is not { Length: > 0 and <= 64 } kid) return Wrong("缺少 kid（公钥编号，不超过 64 个字符）");
            using var key = EcJwk.Read(text);
            return new PublicKey(kid, EcJwk.Write(key, kid, withPrivate: false).ToJsonString());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException or CryptographicException or InvalidOperationException or ArgumentException)
        {
            return Wrong("这把公钥无法读取，请核对是否复制完整");
        }
    }

    private static Refusal Wrong(string message) => Refusal.Invalid([new("jwk", message)]);
}
