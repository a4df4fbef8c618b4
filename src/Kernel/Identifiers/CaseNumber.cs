using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Yiwang.Kernel.Identifiers;

/// <summary>
/// A case number (办件编号): 6 characters of the deciding region, date of submission, 6 digits of sequence, and a check character
/// (ISO 7064 MOD 37,36) that finds every mistyped character and nearly every swap of neighbours. 21 characters.
/// </summary>
[JsonConverter(typeof(IdentifierJson<CaseNumber>))]
public readonly record struct CaseNumber : IIdentifier<CaseNumber>, IComparable<CaseNumber>
{
    /// <summary>The highest sequence of one region on one day.</summary>
    public const int LastSequence = 999_999;

    private const int Length = 21;
    private readonly string? _value;

    private CaseNumber(string value) => _value = value;

    /// <inheritdoc/>
    public static int MaxLength => Length;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>The deciding region: city, county or zone.</summary>
    public RegionCode Region => RegionCode.Parse(Value[..6], null);

    /// <summary>The day of submission in Ningbo.</summary>
    public DateOnly Date => DateOnly.ParseExact(Value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The sequence of the region and day.</summary>
    public int Sequence => int.Parse(Value.AsSpan(14, 6), CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(CaseNumber other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(CaseNumber left, CaseNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(CaseNumber left, CaseNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(CaseNumber left, CaseNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CaseNumber left, CaseNumber right) => left.CompareTo(right) >= 0;

    /// <summary>Makes a number. Towns and villages count under their county.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sequence is not 1–999999.</exception>
    public static CaseNumber Create(RegionCode region, DateOnly date, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, LastSequence);
        var body = string.Create(CultureInfo.InvariantCulture, $"{region.County.ShortForm}{date:yyyyMMdd}{sequence:000000}");
        return new CaseNumber(body + CheckDigits.Alphanumeric(body));
    }

    /// <inheritdoc/>
    public static bool TryRead(string? text, out CaseNumber identifier, [NotNullWhen(false)] out string? reason)
    {
        identifier = default;
        var value = IdentifierParsing.Normalise(text);
        reason = Problem(value);
        if (reason is null) identifier = new CaseNumber(value);
        return reason is null;
    }

    private static string? Problem(string value)
    {
        if (value.Length == 0) return "请填写办件编号";
        if (value.Length != Length) return $"办件编号应为 {Length} 位，现为 {value.Length} 位，请核对收件凭证";
        if (!value.All(char.IsAsciiLetterOrDigit) || value.AsSpan(6, 14).ContainsAnyExceptInRange('0', '9')) return "办件编号的写法不对，请核对收件凭证";
        if (!RegionCode.TryRead(value[..6], out _, out var region)) return $"办件编号：{region}";
        if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return "办件编号第 7 至 14 位不是日期，请核对收件凭证";
        if (value.AsSpan(14, 6) is "000000") return "办件编号第 15 至 20 位的序号从 000001 起，请核对收件凭证";
        return CheckDigits.Alphanumeric(value.AsSpan(0, Length - 1)) == value[^1] ? null : "办件编号的校验位不符，可能有一位抄错，请核对收件凭证";
    }

    /// <inheritdoc/>
    public static CaseNumber Parse(string s, IFormatProvider? provider) => IdentifierParsing.Parse<CaseNumber>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CaseNumber result) => TryRead(s, out result, out _);

    /// <summary>The number.</summary>
    public override string ToString() => Value;
}
