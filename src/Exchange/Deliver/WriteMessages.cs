using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Yiwang.Exchange.Materials;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Exchange.Deliver;

/// <summary>Reads from the journal what systems are to be told, and writes each message once, in the same transaction as the checkpoint.</summary>
internal sealed class WriteMessages(YiwangDb db, ICaseMessages messages, ExchangeRegister register, IConfiguration configuration, TimeProvider clock) : IJournalReader
{
    private readonly string _publicUrl = configuration["PublicUrl"] ?? "http://127.0.0.1:5080";

    public static string Name => "exchange.write-messages";

    public static IReadOnlyCollection<string> Kinds { get; } = [FactAttribute.KindOf<MessageRequested>()];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        var requests = entries.Select(Journal.Read<MessageRequested>).ToList();
        var composed = await messages.Compose(requests, stop);
        var conversations = await Conversations(requests, stop);
        await ShareMaterials(requests, composed, stop);
        for (var i = 0; i < requests.Count; i++)
        {
            await Translate(requests[i], composed[i], stop);
            Write(requests[i], composed[i], entries[i].At, conversations);
        }
    }

    private void Write(MessageRequested request, JsonObject data, DateTimeOffset at, Dictionary<(CaseNumber, string), Conversation> conversations)
    {
        if (!conversations.TryGetValue((request.Case, request.System), out var conversation))
            db.Add(conversations[(request.Case, request.System)] = conversation = new Conversation { System = request.System, Case = request.Case });
        conversation.SentUpTo++;
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Add(new OutboundMessage
        {
            Id = id,
            System = request.System,
            Case = request.Case,
            Sequence = conversation.SentUpTo,
            Type = request.Type,
            Body = Envelope.Write(id, request.Type, request.Case, conversation.SentUpTo, at, data),
            CreatedAt = now,
            NextAttemptAt = now,
        });
    }

    private async Task<Dictionary<(CaseNumber, string), Conversation>> Conversations(List<MessageRequested> requests, CancellationToken stop)
    {
        var cases = requests.Select(r => r.Case).Distinct().ToList();
        return await db.Set<Conversation>().Where(c => cases.Contains(c.Case)).ToDictionaryAsync(c => (c.Case, c.System), stop);
    }

    private async Task Translate(MessageRequested request, JsonObject data, CancellationToken stop)
    {
        if (data["form"] is not JsonObject form) return;
        var mapping = await register.Mapping(request.System, request.Item, stop);
        data["form"] = FormTranslation.Translate(form, mapping);
        if (data["formFields"] is JsonArray fields) FormTranslation.Rename(fields, mapping);
    }

    /// <summary>Lets the systems fetch the materials that their messages name.</summary>
    private async Task ShareMaterials(List<MessageRequested> requests, IReadOnlyList<JsonObject> composed, CancellationToken stop)
    {
        var shares = new HashSet<SharedMaterial>();
        for (var i = 0; i < requests.Count; i++)
        {
            foreach (var material in (composed[i]["materials"] as JsonArray ?? []).OfType<JsonObject>())
            {
                var id = Guid.Parse((string)material["id"]!);
                material["href"] = MaterialEndpoint.Address(_publicUrl, id);
                shares.Add(new(requests[i].System, id));
            }
        }
        if (shares.Count == 0) return;
        var ids = shares.Select(s => s.Material).Distinct().ToList();
        shares.ExceptWith(await db.Set<SharedMaterial>().AsNoTracking().Where(s => ids.Contains(s.Material)).ToListAsync(stop));
        db.AddRange(shares);
    }
}
