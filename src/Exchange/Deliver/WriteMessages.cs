using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Yiwang.Exchange.Materials;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;

namespace Yiwang.Exchange.Deliver;

/// <summary>Reads from the journal what systems are to be told, and writes each message once, in the same transaction as the checkpoint.</summary>
internal sealed class WriteMessages(YiwangDb db, ICaseMessages messages, IConfiguration configuration, TimeProvider clock) : IJournalReader
{
    public static string Name => "exchange.write-messages";

    public static IReadOnlyCollection<string> Kinds { get; } = [FactAttribute.KindOf<MessageRequested>()];

    public async Task Read(JournalEntry entry, CancellationToken stop)
    {
        var request = Journal.Read<MessageRequested>(entry);
        var data = await messages.Compose(request, stop);
        await Translate(request, data, stop);
        await ShareMaterials(request, data, stop);

        var conversation = await db.Set<Conversation>().FindAsync([request.Case, request.System], stop);
        if (conversation is null) db.Add(conversation = new Conversation { System = request.System, Case = request.Case });
        conversation.SentUpTo++;
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        db.Add(new OutboundMessage
        {
            Id = id,
            System = request.System,
            Case = request.Case,
            Sequence = conversation.SentUpTo,
            Type = request.Type,
            Body = Envelope.Write(id, request.Type, request.Case, conversation.SentUpTo, entry.At, data),
            CreatedAt = clock.GetUtcNow(),
            NextAttemptAt = clock.GetUtcNow(),
        });
    }

    private async Task Translate(MessageRequested request, JsonObject data, CancellationToken stop)
    {
        if (data["form"] is not JsonObject form) return;
        var mapping = await db.Set<FormMapping>().AsNoTracking().SingleOrDefaultAsync(m => m.System == request.System && m.Item == request.Item.Value, stop);
        data["form"] = FormTranslation.Translate(form, mapping?.Mapping);
        if (data["formFields"] is JsonArray fields) FormTranslation.Rename(fields, mapping?.Mapping);
    }

    private async Task ShareMaterials(MessageRequested request, JsonObject data, CancellationToken stop)
    {
        if (data["materials"] is not JsonArray list) return;
        var publicUrl = configuration["PublicUrl"] ?? "http://127.0.0.1:5080";
        foreach (var material in list.OfType<JsonObject>())
        {
            var id = Guid.Parse((string)material["id"]!);
            material["href"] = MaterialEndpoint.Address(publicUrl, id);
            if (await db.Set<SharedMaterial>().FindAsync([request.System, id], stop) is null) db.Add(new SharedMaterial(request.System, id));
        }
    }
}
