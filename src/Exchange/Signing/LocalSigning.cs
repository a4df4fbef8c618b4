namespace Yiwang.Exchange.Signing;

internal sealed class LocalSigning(OwnKeys keys, TimeProvider clock) : ILocalSigning
{
    public string Sign(string system, ReadOnlyMemory<byte> body)
    {
        var own = keys.Of(system);
        return Jws.Sign(body, own.Key, own.Kid, Envelope.PlatformSource, clock.GetUtcNow());
    }

    public bool IsFromPlatform(string system, ReadOnlyMemory<byte> body, string signature)
    {
        var platform = keys.Of(OwnKeys.Platform);
        return Jws.Read(signature) is { } claims && claims.Kid == platform.Kid
            && claims.Audience == $"urn:yiwang:system:{system}" && Jws.Holds(body, signature, platform.Key);
    }
}
