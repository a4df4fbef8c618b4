using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DepartmentSystems.Receive;

/// <summary>A CloudEvent of the contract.</summary>
public sealed record Envelope
{
    private const int MostId = 128;

    [JsonPropertyName("specversion")] public string? SpecVersion { get; init; }
    [JsonPropertyName("id")] public string? Id { get; init; }
    [JsonPropertyName("source")] public string? Source { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("subject")] public string? Subject { get; init; }
    [JsonPropertyName("time")] public DateTimeOffset? Time { get; init; }
    [JsonPropertyName("sequence")] public int? Sequence { get; init; }
    [JsonPropertyName("data")] public JsonElement Data { get; init; }

    /// <summary>Reads a message; null when it is not a complete one.</summary>
    public static Envelope? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Envelope>(body) is
            {
                SpecVersion: "1.0", Id.Length: > 0 and <= MostId, Source.Length: > 0, Type.Length: > 0, Subject.Length: > 0 and <= MostId,
                Sequence: > 0, Time: not null, Data.ValueKind: JsonValueKind.Object,
            } envelope ? envelope : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a reply.</summary>
    public static string Write(string id, string source, string type, string about, int sequence, DateTimeOffset time, JsonObject data) => new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = source,
        ["type"] = type,
        ["subject"] = about,
        ["time"] = time.UtcDateTime,
        ["sequence"] = sequence,
        ["datacontenttype"] = "application/json",
        ["data"] = data,
    }.ToJsonString();
}
