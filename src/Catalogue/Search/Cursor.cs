using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Search;

/// <summary>Where an item stands in the order of a list: score, popularity, code, region. Code and region are never alike twice.</summary>
internal readonly record struct SortKey(int Score, int Popularity, string Code, string Region) : IComparable<SortKey>
{
    /// <summary>Less than zero when this one stands before the other.</summary>
    public int CompareTo(SortKey other)
    {
        if (Score != other.Score) return other.Score.CompareTo(Score);
        if (Popularity != other.Popularity) return other.Popularity.CompareTo(Popularity);
        var code = string.CompareOrdinal(Code, other.Code);
        return code != 0 ? code : string.CompareOrdinal(Region, other.Region);
    }

    public static bool operator <(SortKey left, SortKey right) => left.CompareTo(right) < 0;

    public static bool operator >(SortKey left, SortKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(SortKey left, SortKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SortKey left, SortKey right) => left.CompareTo(right) >= 0;
}

/// <summary>A cursor: the sort key of the last item seen, with a check against accidents. It is no secret: everybody may see every item.</summary>
internal static class Cursor
{
    private const int CheckLength = 4;

    internal static string Write(SortKey key)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key.Score}|{key.Popularity}|{key.Code}|{key.Region}"));
        return Base64Url.EncodeToString([.. Check(text), .. text]);
    }

    /// <summary>The key; null for no cursor; refused with <c>bad-cursor</c> when it is not one of ours.</summary>
    internal static Outcome<SortKey?> Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor)) return (SortKey?)null;
        if (cursor.Length > 200 || !Base64Url.IsValid(cursor)) return Bad;
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= CheckLength || !bytes.AsSpan(0, CheckLength).SequenceEqual(Check(bytes.AsSpan(CheckLength)))) return Bad;
        var parts = Encoding.UTF8.GetString(bytes, CheckLength, bytes.Length - CheckLength).Split('|');
        if (parts.Length != 4 || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var score) || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var popularity)) return Bad;
        return (SortKey?)new SortKey(score, popularity, parts[2], parts[3]);
    }

    private static Refusal Bad { get; } = new(RefusalKind.Malformed, "bad-cursor", "翻页的位置已失效，请回到第一页再查找。");

    private static byte[] Check(ReadOnlySpan<byte> text) => SHA256.HashData(text)[..CheckLength];
}
