using System.Text.Json;

namespace Yiwang.Kernel.Importing;

/// <summary>One element of a JSON array, with the line on which it begins.</summary>
public sealed record JsonRow<T>(string File, int Line, T Value);

/// <summary>Reads arrays of objects from JSON files, element by element, so that one bad element does not hide the others.</summary>
public static class JsonRows
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>All elements of the array at the file's root, or of the array member <paramref name="member"/> of the root object.</summary>
    public static List<JsonRow<T>> Read<T>(string folder, string file, ImportReport report, string? member = null)
    {
        var rows = new List<JsonRow<T>>();
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            report.Bad(file, 0, "没有这个文件");
            return rows;
        }
        var bytes = File.ReadAllBytes(path);
        try
        {
            var reader = new Utf8JsonReader(bytes);
            if (!MoveToArray(ref reader, member))
            {
                report.Bad(file, 1, member is null ? "应为 JSON 数组" : $"缺少数组 {member}");
                return rows;
            }
            var line = new LineCounter(bytes);
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                var at = line.Of((int)reader.TokenStartIndex);
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                var element = bytes.AsSpan(start, (int)reader.BytesConsumed - start);
                try
                {
                    rows.Add(new(file, at, JsonSerializer.Deserialize<T>(element, SnakeCase) ?? throw new JsonException("空值")));
                }
                catch (JsonException exception)
                {
                    report.Bad(file, at + (int)(exception.LineNumber ?? 0), $"读不懂这一条：{exception.Message}");
                }
            }
        }
        catch (JsonException exception)
        {
            report.Bad(file, (int)(exception.LineNumber ?? 0) + 1, $"不是合格的 JSON：{exception.Message}");
        }
        return rows;
    }

    private static bool MoveToArray(ref Utf8JsonReader reader, string? member)
    {
        if (!reader.Read()) return false;
        if (member is null) return reader.TokenType is JsonTokenType.StartArray;
        if (reader.TokenType is not JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(member);
            reader.Read();
            if (found) return reader.TokenType is JsonTokenType.StartArray;
            reader.Skip();
        }
        return false;
    }

    private sealed class LineCounter(byte[] bytes)
    {
        private int _line = 1;
        private int _seen;

        internal int Of(int offset)
        {
            for (; _seen < offset; _seen++)
            {
                if (bytes[_seen] == (byte)'\n') _line++;
            }
            return _line;
        }
    }
}
