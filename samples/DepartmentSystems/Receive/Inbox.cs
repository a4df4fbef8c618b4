using System.Text;
using DepartmentSystems.Signing;
using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Receive;

/// <summary>Takes the platform's messages: each once, in the order of the case, and answers only when it is stored.</summary>
public sealed class Inbox(TimeProvider clock)
{
    public const string Processed = "processed";
    public const string Duplicate = "duplicate";
    public const string Waiting = "waiting";

    public Task<(string Status, Refusal? Refusal)> Take(DepartmentSystem system, ReadOnlyMemory<byte> body, SignatureHeader signature, CancellationToken stop) => system.Change(async db =>
    {
        var now = clock.GetUtcNow();
        if (await db.Signatures.FindAsync([signature.Kid, signature.Jti], stop) is not null)
            return No(StatusCodes.Status401Unauthorized, "signature-replayed", "这个签名已使用过。每次发送都应重新签名。");
        await db.Signatures.Where(s => s.At < now - (2 * SignatureCheck.Skew)).ExecuteDeleteAsync(stop);
        db.Add(new SeenSignature { Kid = signature.Kid, Jti = signature.Jti, At = now });

        if (Envelope.Read(body.Span) is not { } envelope) return No(StatusCodes.Status400BadRequest, "malformed-message", "内容不是合格的 CloudEvents 1.0 JSON。");
        if (envelope.Source != Platform.Source) return No(StatusCodes.Status401Unauthorized, "bad-signature", "source 与签名密钥不一致。");
        var text = Encoding.UTF8.GetString(body.Span);
        return await db.Inbound.FindAsync([envelope.Source, envelope.Id!], stop) is { } known ? await Again(db, known, text, stop) : await First(db, envelope, text, now, stop);
    }, stop);

    private static async Task<(string, Refusal?)> Again(DeskDb db, InboundMessage known, string text, CancellationToken stop)
    {
        await Counter.Next(db, Counter.Duplicates, stop);
        if (known.Body != text) return No(StatusCodes.Status409Conflict, "message-conflict", "同一 id 曾以不同内容发送过。");
        return known.State switch
        {
            InboundState.Refused => No(StatusCodes.Status409Conflict, known.Code!, known.Reason!),
            InboundState.Waiting => (Waiting, null),
            _ => (Duplicate, null),
        };
    }

    private static async Task<(string, Refusal?)> First(DeskDb db, Envelope envelope, string text, DateTimeOffset now, CancellationToken stop)
    {
        if (MessageData.Read(envelope.Type!, envelope.Data, out var problem) is null) return No(StatusCodes.Status400BadRequest, "malformed-message", problem!);
        var about = await db.Cases.FindAsync([envelope.Subject!], stop);
        var sequence = envelope.Sequence!.Value;
        var takenUpTo = about?.ReceivedUpTo ?? 0;
        if (sequence <= takenUpTo || await db.Inbound.AnyAsync(m => m.Case == envelope.Subject && m.Sequence == sequence, stop))
            return No(StatusCodes.Status409Conflict, "sequence-conflict", $"序号 {sequence} 已被另一条消息占用。");
        if (about is null && sequence == 1 && envelope.Type != MessageTypes.Dispatched)
            return No(StatusCodes.Status404NotFound, "unknown-case", "没有向本系统派发过这个办件。");

        var message = new InboundMessage
        {
            Source = envelope.Source!,
            Id = envelope.Id!,
            Case = envelope.Subject!,
            Sequence = sequence,
            Type = envelope.Type!,
            Body = text,
            ReceivedAt = now,
        };
        db.Add(message);
        if (sequence > takenUpTo + 1) return (Waiting, null);

        about = await ApplyMessage.Run(db, about, message, envelope, now, stop);
        await ApplyWaiting(db, about, now, stop);
        return message.State is InboundState.Refused ? No(StatusCodes.Status409Conflict, message.Code!, message.Reason!) : (Processed, null);
    }

    /// <summary>Applies those that came too early and are next now.</summary>
    private static async Task ApplyWaiting(DeskDb db, CaseRecord about, DateTimeOffset now, CancellationToken stop)
    {
        while (await db.Inbound.SingleOrDefaultAsync(m => m.Case == about.Number && m.Sequence == about.ReceivedUpTo + 1 && m.State == InboundState.Waiting, stop) is { } next)
        {
            await ApplyMessage.Run(db, about, next, Envelope.Read(Encoding.UTF8.GetBytes(next.Body))!, now, stop);
        }
    }

    private static (string, Refusal?) No(int status, string code, string reason) => ("", new(status, code, reason));
}
