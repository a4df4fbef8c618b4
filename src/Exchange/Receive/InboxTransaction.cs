using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange.Receive;

/// <summary>One try at taking some letters, in one transaction. What they need is read for all of them at once.</summary>
internal sealed class InboxTransaction(YiwangDb db, ICaseReplies replies, Journal journal, CurrentActor actor)
{
    private readonly Dictionary<(string Source, string Id), InboundMessage> _known = [];
    private readonly Dictionary<(CaseNumber, string), Conversation> _conversations = [];
    private readonly Dictionary<(CaseNumber, string, int), InboundMessage> _early = [];
    private readonly HashSet<(string Kid, string Jti)> _used = [];

    /// <summary>The answer to each letter, in their order.</summary>
    internal async Task<IReadOnlyList<Outcome<ReceiptOfMessage>>> Run(IReadOnlyList<Letter> letters, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        await Load(letters, stop);
        var answers = new List<Outcome<ReceiptOfMessage>>();
        foreach (var letter in letters)
        {
            actor.Become(new Actor(Actor.SystemKind, letter.Sender.System, letter.Sender.System));
            answers.Add(await Take(letter, now, stop));
        }
        await db.SaveChangesAsync(stop);
        await transaction.Commit(stop);
        return answers;
    }

    private async Task Load(IReadOnlyList<Letter> letters, CancellationToken stop)
    {
        var ids = Distinct(letters.Select(l => l.Envelope.Id!));
        var sources = Distinct(letters.Select(l => l.Envelope.Source!));
        var jtis = Distinct(letters.Select(l => l.Sender.Jti));
        var kids = Distinct(letters.Select(l => l.Sender.Kid));
        var cases = letters.Select(l => l.About).Distinct().ToList();
        foreach (var message in await db.Set<InboundMessage>().Where(m => sources.Contains(m.Source) && ids.Contains(m.Id)).ToListAsync(stop)) _known[(message.Source, message.Id)] = message;
        foreach (var message in await db.Set<InboundMessage>().Where(m => cases.Contains(m.Case) && m.State == InboundState.Waiting).ToListAsync(stop)) _early[(message.Case, message.System, message.Sequence)] = message;
        foreach (var conversation in await db.Set<Conversation>().Where(c => cases.Contains(c.Case)).ToListAsync(stop)) _conversations[(conversation.Case, conversation.System)] = conversation;
        foreach (var seen in await db.Set<SeenSignature>().AsNoTracking().Where(s => kids.Contains(s.Kid) && jtis.Contains(s.Jti)).ToListAsync(stop)) _used.Add((seen.Kid, seen.Jti));
        await replies.Load(cases, stop);
    }

    private async Task<Outcome<ReceiptOfMessage>> Take(Letter letter, DateTimeOffset now, CancellationToken stop)
    {
        var sender = letter.Sender;
        var known = _known.GetValueOrDefault((letter.Envelope.Source!, letter.Envelope.Id!));
        if (known?.Jti == sender.Jti || !_used.Add((sender.Kid, sender.Jti)))
            return new Refusal(RefusalKind.Unproven, "signature-replayed", "这个签名已使用过。每次发送都应重新签名（新的 jti）。");

        var answer = known is null ? await TakeNew(letter, now, stop) : Again(known, letter);
        // A message that is stored keeps its signature; of one that is not, the signature is remembered by itself.
        if (known is not null || !_known.ContainsKey((letter.Envelope.Source!, letter.Envelope.Id!))) db.Add(new SeenSignature(sender.Kid, sender.Jti, now));
        return answer;
    }

    private static Outcome<ReceiptOfMessage> Again(InboundMessage known, Letter letter)
    {
        if (known.Body != letter.Body) return new Refusal(RefusalKind.Conflict, "message-conflict", "同一 id 曾以不同内容发送过。");
        return known.State is InboundState.Refused ? Refused(known.RefusalCode!, known.RefusalReason!)
            : new ReceiptOfMessage(known.State is InboundState.Waiting ? "waiting" : "duplicate");
    }

    private async Task<Outcome<ReceiptOfMessage>> TakeNew(Letter letter, DateTimeOffset now, CancellationToken stop)
    {
        var (system, about, sequence) = (letter.Sender.System, letter.About, letter.Envelope.Sequence!.Value);
        if (!_conversations.TryGetValue((about, system), out var conversation)) return Letter.UnknownCase;
        if (sequence <= conversation.TakenUpTo || _early.ContainsKey((about, system, sequence)))
            return Refused("sequence-conflict", $"序号 {sequence} 已被另一条消息占用，下一条应为 {conversation.TakenUpTo + 1}。");

        var message = new InboundMessage
        {
            Source = letter.Envelope.Source!, Id = letter.Envelope.Id!, Jti = letter.Sender.Jti, System = system, Case = about, Sequence = sequence,
            Type = letter.Envelope.Type!, Body = letter.Body, ReceivedAt = now,
        };
        if (sequence > conversation.TakenUpTo + 1)
        {
            Store(message);
            _early[(about, system, sequence)] = message;
            return new ReceiptOfMessage("waiting");
        }

        // One that cannot be read leaves no trace and does not use up its number: it comes again, mended.
        if (await Apply(message, letter.Envelope, waited: false, stop) is { IsDone: false, Refusal.Kind: RefusalKind.Malformed } malformed) return malformed.Refusal;
        Store(message);
        conversation.TakenUpTo = sequence;
        await ApplyWaiting(conversation, stop);
        return message.State is InboundState.Refused ? Refused(message.RefusalCode!, message.RefusalReason!) : new ReceiptOfMessage("processed");
    }

    private void Store(InboundMessage message)
    {
        db.Add(message);
        _known[(message.Source, message.Id)] = message;
    }

    /// <summary>Applies those that came too early and are next now.</summary>
    private async Task ApplyWaiting(Conversation conversation, CancellationToken stop)
    {
        while (_early.Remove((conversation.Case, conversation.System, conversation.TakenUpTo + 1), out var next))
        {
            await Apply(next, Letter.Reread(next), waited: true, stop);
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

    private static List<string> Distinct(IEnumerable<string> values) => [.. values.Distinct(StringComparer.Ordinal)];

    private static Refusal Refused(string code, string reason) => new(RefusalKind.Conflict, code, reason);
}
