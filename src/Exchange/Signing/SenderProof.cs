using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange.Signing;

/// <summary>Who signed a message, and the number of the signature.</summary>
internal sealed record ProvenSender(string System, string Kid, string Jti);

/// <summary>Proves the sender of a message by its signature.</summary>
internal sealed class SenderProof(ExchangeRegister register, TimeProvider clock)
{
    internal async ValueTask<Outcome<ProvenSender>> Prove(ReadOnlyMemory<byte> body, string? signature, CancellationToken stop)
    {
        if (signature is not { Length: > 0 and < 2048 } || Jws.Read(signature) is not { } claims)
            return new Refusal(RefusalKind.Unproven, "bad-signature", $"缺少签名，或签名不是 {Jws.Header} 所要求的 ES256 分离式 JWS。");
        if (claims.Audience != Envelope.PlatformSource)
            return new Refusal(RefusalKind.Unproven, "bad-signature", "签名的接收方（aud）不是本平台。");
        if (await register.Key(claims.Kid, stop) is not { } key)
            return new Refusal(RefusalKind.Unproven, "unknown-key", "签名密钥未登记或已注销。");
        if ((claims.IssuedAt - clock.GetUtcNow()).Duration() > ExchangeNames.ClockSkew)
            return new Refusal(RefusalKind.Unproven, "clock-skew", "签名时间与平台时间相差超过 5 分钟，请校准系统时钟后重新签名。");
        if (!Jws.Holds(body, signature, key.Key))
            return new Refusal(RefusalKind.Unproven, "bad-signature", "签名与内容不符。");
        return new ProvenSender(key.System, claims.Kid, claims.Jti);
    }
}
