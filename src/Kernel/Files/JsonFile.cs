using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Yiwang.Kernel.Files;

/// <summary>Writes JSON that people read too: indented, with Chinese as it is, an item at a time, so that a long list is never in memory as a whole.</summary>
public static class JsonFile
{
    private const int FlushAt = 16 * 1024;

    /// <summary>Writes an object with what the head says and then a list.</summary>
    /// <param name="body">Where it goes.</param>
    /// <param name="head">Writes the first members; null for none.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="items">The list.</param>
    /// <param name="write">Writes the members of one item.</param>
    public static async Task Write<T>(Stream body, Action<Utf8JsonWriter>? head, string list, IAsyncEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var pipe = PipeWriter.Create(body, new(leaveOpen: true));
        await using var writer = new Utf8JsonWriter(pipe, new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true });
        writer.WriteStartObject();
        head?.Invoke(writer);
        writer.WriteStartArray(list);
        await foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
            await writer.FlushAsync();
            if (pipe.UnflushedBytes > FlushAt) await pipe.FlushAsync();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync();
        await pipe.CompleteAsync();
    }
}
