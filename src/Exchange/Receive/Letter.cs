using System.Text;
using System.Text.Json;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange.Receive;

/// <summary>A message whose sender is proven and whose envelope can be read, on its way into the inbox.</summary>
internal sealed record Letter(ProvenSender Sender, Envelope Envelope, CaseNumber About, string Body)
{
    /// <summary>What the sender is told.</summary>
    internal Outcome<ReceiptOfMessage>? Answer { get; set; }

    /// <summary>Why it could not be taken this time; the sender tries again.</summary>
    internal Exception? Fault { get; set; }

    internal static Outcome<Letter> Read(ProvenSender sender, ReadOnlySpan<byte> body)
    {
        if (ReadEnvelope(body) is not { } envelope)
            return new Refusal(RefusalKind.Malformed, "malformed-message", "内容不是合格的 CloudEvents 1.0 JSON，或缺少 id、source、type、subject、sequence、time。");
        if (envelope.Source != $"urn:yiwang:system:{sender.System}")
            return new Refusal(RefusalKind.Unproven, "bad-signature", "source 与签名密钥登记的系统不一致。");
        if (!CaseNumber.TryRead(envelope.Subject, out var about, out _)) return UnknownCase;
        return new Letter(sender, envelope, about, Encoding.UTF8.GetString(body));
    }

    /// <summary>The envelope of a message that is stored already.</summary>
    internal static Envelope Reread(InboundMessage message) =>
        ReadEnvelope(Encoding.UTF8.GetBytes(message.Body)) ?? throw new InvalidOperationException($"Stored message {message.Id} cannot be read.");

    internal static Refusal UnknownCase { get; } = new(RefusalKind.NotFound, "unknown-case", "没有向本系统派发过这个办件。");

    private static Envelope? ReadEnvelope(ReadOnlySpan<byte> body)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(body);
            return envelope is { SpecVersion: "1.0", Id.Length: > 0 and <= 64, Source.Length: > 0, Type.Length: > 0 and <= 40, Subject: not null, Sequence: > 0, Time: not null, Data.ValueKind: JsonValueKind.Object } ? envelope : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
