using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange.Receive;

/// <summary>
/// Takes replies: proven, each once, in order of the case. The reply's effect, its record and the journal commit together, so a
/// 2xx means that it has taken effect, or will when the one before it comes.
/// </summary>
internal sealed class Inbox(IServiceScopeFactory scopes, TimeProvider clock) : IExchangeInbox
{
    private const int Tries = 4;

    public async Task<Outcome<ReceiptOfMessage>> Receive(ReadOnlyMemory<byte> body, string? signature, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                return await ActivatorUtilities.CreateInstance<InboxTransaction>(scope.ServiceProvider).Run(body, signature, clock.GetUtcNow(), stop);
            }
            catch (DbUpdateException exception) when (attempt < Tries && (exception is DbUpdateConcurrencyException || Dialect.IsUniqueViolation(exception)))
            {
                // Another message about the same case came at the same moment; what it changed is read anew.
            }
        }
    }
}

/// <summary>One try at taking a message, in one transaction.</summary>
internal sealed class InboxTransaction(YiwangDb db, SenderProof proof, ICaseReplies replies, Journal journal, CurrentActor actor)
{
    private static readonly Refusal UnknownCase = new(RefusalKind.NotFound, "unknown-case", "没有向本系统派发过这个办件。");

    internal async Task<Outcome<ReceiptOfMessage>> Run(ReadOnlyMemory<byte> body, string? signature, DateTimeOffset now, CancellationToken stop)
    {
        var proven = await proof.Prove(body, signature, stop);
        if (!proven.IsDone) return proven.Refusal;
        var sender = proven.Value;
        if (Read(body.Span) is not { } envelope)
            return new Refusal(RefusalKind.Malformed, "malformed-message", "内容不是合格的 CloudEvents 1.0 JSON，或缺少 id、source、type、subject、sequence、time。");
        if (envelope.Source != $"urn:yiwang:system:{sender.System}")
            return new Refusal(RefusalKind.Unproven, "bad-signature", "source 与签名密钥登记的系统不一致。");
        if (!CaseNumber.TryRead(envelope.Subject, out var about, out _)) return UnknownCase;

        actor.Become(new Actor(Actor.SystemKind, sender.System, sender.System));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Set<SeenSignature>().AnyAsync(s => s.Kid == sender.Kid && s.Jti == sender.Jti, stop))
            return new Refusal(RefusalKind.Unproven, "signature-replayed", "这个签名已使用过。每次发送都应重新签名（新的 jti）。");
        db.Add(new SeenSignature(sender.Kid, sender.Jti, now));

        var outcome = await Take(sender.System, about, envelope, Encoding.UTF8.GetString(body.Span), now, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return outcome;
    }

    private async Task<Outcome<ReceiptOfMessage>> Take(string system, CaseNumber about, Envelope envelope, string body, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Set<InboundMessage>().FindAsync([envelope.Source!, envelope.Id!], stop) is { } known)
        {
            if (known.Body != body) return new Refusal(RefusalKind.Conflict, "message-conflict", "同一 id 曾以不同内容发送过。");
            return known.State is InboundState.Refused ? Refused(known.RefusalCode!, known.RefusalReason!)
                : new ReceiptOfMessage(known.State is InboundState.Waiting ? "waiting" : "duplicate");
        }
        if (await db.Set<Conversation>().FindAsync([about, system], stop) is not { } conversation) return UnknownCase;

        var sequence = envelope.Sequence!.Value;
        if (sequence <= conversation.TakenUpTo || await db.Set<InboundMessage>().AnyAsync(m => m.Case == about && m.System == system && m.Sequence == sequence, stop))
            return Refused("sequence-conflict", $"序号 {sequence} 已被另一条消息占用，下一条应为 {conversation.TakenUpTo + 1}。");

        var message = new InboundMessage
        {
            Source = envelope.Source!, Id = envelope.Id!, System = system, Case = about, Sequence = sequence,
            Type = envelope.Type!, Body = body, ReceivedAt = now,
        };
        if (sequence > conversation.TakenUpTo + 1)
        {
            db.Add(message);
            return new ReceiptOfMessage("waiting");
        }

        // One that cannot be read leaves no trace and does not use up its number: it comes again, mended.
        if (await Apply(message, envelope, waited: false, stop) is { IsDone: false, Refusal.Kind: RefusalKind.Malformed } malformed) return malformed.Refusal;
        db.Add(message);
        conversation.TakenUpTo = sequence;
        await ApplyWaiting(conversation, stop);
        return message.State is InboundState.Refused ? Refused(message.RefusalCode!, message.RefusalReason!) : new ReceiptOfMessage("processed");
    }

    /// <summary>Applies those that came too early and are next now.</summary>
    private async Task ApplyWaiting(Conversation conversation, CancellationToken stop)
    {
        while (await db.Set<InboundMessage>().SingleOrDefaultAsync(m =>
            m.Case == conversation.Case && m.System == conversation.System && m.Sequence == conversation.TakenUpTo + 1 && m.State == InboundState.Waiting, stop) is { } next)
        {
            await Apply(next, Read(Encoding.UTF8.GetBytes(next.Body))!, waited: true, stop);
            conversation.TakenUpTo = next.Sequence;
        }
    }

    private async Task<Outcome> Apply(InboundMessage message, Envelope envelope, bool waited, CancellationToken stop)
    {
        var outcome = await replies.Take(new DepartmentReply(message.System, message.Case, message.Type, envelope.Time!.Value, envelope.Data), stop);
        if (outcome.IsDone)
        {
            message.Processed();
            return outcome;
        }
        if (outcome.Refusal.Kind is RefusalKind.Malformed && !waited) return outcome;
        message.Refused(outcome.Refusal.Code, outcome.Refusal.Reason);
        journal.Append($"exchange/{message.Case.Value}", new ReplyRefused(message.System, message.Case, message.Type, outcome.Refusal.Code));
        return outcome;
    }

    private static Refusal Refused(string code, string reason) => new(RefusalKind.Conflict, code, reason);

    private static Envelope? Read(ReadOnlySpan<byte> body)
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
