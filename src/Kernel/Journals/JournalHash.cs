using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yiwang.Kernel.Journals;

/// <summary>The hash that chains the entries of one stream.</summary>
internal static class JournalHash
{
    /// <summary>What the first entry of a stream follows.</summary>
    internal const string None = "";

    /// <summary>SHA-256 over the previous hash and the canonical content: each part with its length before it, so no two contents read the same.</summary>
    internal static string Of(string previous, JournalEntry entry)
    {
        var content = new StringBuilder(entry.Data.Length + 256);
        Part(content, previous);
        Part(content, entry.Stream);
        Part(content, entry.Version.ToString(CultureInfo.InvariantCulture));
        Part(content, entry.Kind);
        Part(content, entry.Actor);
        Part(content, entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        Part(content, entry.Data);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    private static void Part(StringBuilder content, string part) =>
        content.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part).Append('\n');
}
