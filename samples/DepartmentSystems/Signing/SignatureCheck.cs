using DepartmentSystems.Connections;

namespace DepartmentSystems.Signing;

/// <summary>Whether the platform signed a message, now and for this system. A signature used before is found where messages are stored.</summary>
public sealed class SignatureCheck(PlatformKeys keys, TimeProvider clock)
{
    /// <summary>How far the platform's clock may be off.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const int MostLength = 2048;
    private const int MostJti = 128;

    public async Task<(SignatureHeader? Header, Refusal? Refusal)> Check(DepartmentSystem system, Connection connection, ReadOnlyMemory<byte> body, string? signature, CancellationToken stop)
    {
        if (signature is not { Length: > 0 and < MostLength } || Jws.Read(signature) is not { Jti.Length: > 0 and <= MostJti } header)
            return (null, No("bad-signature", $"缺少签名，或签名不是 {Jws.Header} 所要求的 ES256 分离式 JWS。"));
        if (header.Aud != system.Profile.Urn) return (null, No("bad-signature", "签名的接收方（aud）不是本系统。"));
        if (await keys.Find(connection, header.Kid, stop) is not { } key) return (null, No("unknown-key", "不认识签名所用的密钥。"));
        if (Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - (decimal)header.Iat) > (decimal)Skew.TotalSeconds) return (null, No("clock-skew", "签名时间与本系统时间相差超过 5 分钟。"));
        return Jws.Holds(body.Span, signature, key) ? (header, null) : (null, No("bad-signature", "签名与内容不符。"));
    }

    private static Refusal No(string code, string reason) => new(StatusCodes.Status401Unauthorized, code, reason);
}
