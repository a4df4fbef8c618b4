using System.Text.Json.Nodes;
using Yiwang.Exchange;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;

namespace Yiwang.Handling.Send;

/// <summary>Writes replies in the transaction of the act that they tell of.</summary>
internal sealed class Replies(YiwangDb db, TimeProvider clock)
{
    internal void Add(HandlingTask task, string type, JsonObject data)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        task.RepliedUpTo++;
        db.Add(new OutgoingReply
        {
            Id = id,
            Case = task.Case,
            Sequence = task.RepliedUpTo,
            Type = type,
            At = clock.GetUtcNow(),
            Body = new JsonObject
            {
                ["specversion"] = "1.0",
                ["id"] = id.ToString(),
                ["source"] = $"urn:yiwang:system:{ExchangeNames.HandlingSystem}",
                ["type"] = type,
                ["subject"] = task.Case.Value,
                ["time"] = clock.GetUtcNow(),
                ["sequence"] = task.RepliedUpTo,
                ["datacontenttype"] = "application/json",
                ["data"] = data,
            }.ToJsonString(Journal.Json),
        });
    }
}
