using System.Text.Json.Nodes;
using DepartmentSystems.Receive;
using DepartmentSystems.Store;

namespace DepartmentSystems.Send;

/// <summary>Writes replies in the transaction of the change that they tell of.</summary>
public static class Outbox
{
    public static void Add(DeskDb db, SystemProfile profile, CaseRecord about, string type, JsonObject data, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now).ToString();
        var sequence = ++about.RepliedUpTo;
        db.Add(new Reply
        {
            Id = id,
            Case = about.Number,
            Sequence = sequence,
            Type = type,
            Body = Envelope.Write(id, profile.Urn, type, about.Number, sequence, now, data),
            CreatedAt = now,
            NextAt = now,
        });
    }
}
