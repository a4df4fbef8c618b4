using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>
/// Where every fact is written once: outbox, audit trail and feed at the same time. Appending only prepares; the entry is
/// numbered, hashed and stored when the context saves, in the transaction of the change itself.
/// </summary>
public sealed class Journal(YiwangDb db, TimeProvider clock, CurrentActor actor)
{
    /// <summary>How facts are written as JSON.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Appends a fact to a stream when the context saves.</summary>
    public void Append(string stream, object fact) => Add(stream, fact, opensStream: false);

    /// <summary>Appends the first fact of a stream; saving fails if the stream is there already.</summary>
    public void Open(string stream, object fact) => Add(stream, fact, opensStream: true);

    /// <summary>Reads the fact that an entry carries.</summary>
    public static T Read<T>(JournalEntry entry) where T : class =>
        JsonSerializer.Deserialize<T>(entry.Data, Json) ?? throw new InvalidOperationException($"Journal entry {entry.Position} is empty.");

    private void Add(string stream, object fact, bool opensStream) => db.Add(Entry(stream, fact, actor.Actor, clock, opensStream));

    /// <summary>The entry of a fact, to be added to the context that saves it.</summary>
    internal static JournalEntry Entry(string stream, object fact, Actor actor, TimeProvider clock, bool opensStream = false)
    {
        var now = clock.GetUtcNow();
        return new JournalEntry
        {
            Stream = stream,
            Kind = FactAttribute.KindOf(fact.GetType()),
            Data = JsonSerializer.Serialize(fact, fact.GetType(), Json),
            Actor = actor.JournalName,
            At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)),
            OpensStream = opensStream,
        };
    }
}
