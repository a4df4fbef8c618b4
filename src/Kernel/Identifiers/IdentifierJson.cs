using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yiwang.Kernel.Identifiers;

/// <summary>Writes an identifier as its canonical text and reads it with its own rules; "none" is null.</summary>
public sealed class IdentifierJson<T> : JsonConverter<T> where T : struct, IIdentifier<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String) throw new JsonException("应为文本。");
        return T.TryRead(reader.GetString(), out var identifier, out var reason) ? identifier : throw new JsonException(reason);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (string.IsNullOrEmpty(value.Value)) writer.WriteNullValue();
        else writer.WriteStringValue(value.Value);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryRead(reader.GetString(), out var identifier, out var reason) ? identifier : throw new JsonException(reason);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
