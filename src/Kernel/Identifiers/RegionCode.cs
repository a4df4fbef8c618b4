using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Yiwang.Kernel.Identifiers;

/// <summary>
/// A region code (行政区划代码): GB/T 2260 for province, city and county, GB/T 10114 and the statistical codes for towns and
/// villages, and the local form <c>3302K</c> + letter for Ningbo's development zones, which GB/T 2260 does not number.
/// Canonical text: always 12 characters, padded with zeros.
/// </summary>
[JsonConverter(typeof(IdentifierJson<RegionCode>))]
public readonly record struct RegionCode : IIdentifier<RegionCode>, IComparable<RegionCode>
{
    private const int Full = 12;
    private const string ZonePrefix = "3302K";
    private readonly string? _value;

    private RegionCode(string value) => _value = value;

    /// <summary>宁波市.</summary>
    public static RegionCode Ningbo { get; } = new("330200000000");

    /// <inheritdoc/>
    public static int MaxLength => Full;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>The level, which the zeros tell.</summary>
    public RegionLevel Level
    {
        get
        {
            var v = Value;
            if (v.Length == 0) throw new InvalidOperationException("No region.");
            if (!v.EndsWith("000", StringComparison.Ordinal)) return RegionLevel.Village;
            if (v.AsSpan(6, 3) is not "000") return RegionLevel.Town;
            if (v[4] == 'K') return RegionLevel.Zone;
            if (v.AsSpan(4, 2) is not "00") return RegionLevel.County;
            return v.AsSpan(2, 2) is "00" ? RegionLevel.Province : RegionLevel.City;
        }
    }

    /// <summary>The region above; null for a province. A zone lies under the city.</summary>
    public RegionCode? Parent => Level switch
    {
        RegionLevel.Village => Cut(9),
        RegionLevel.Town => Cut(6),
        RegionLevel.County or RegionLevel.Zone => Cut(4),
        RegionLevel.City => Cut(2),
        _ => null,
    };

    /// <summary>The greatest code that a region below this one can have: all between the two lie in it.</summary>
    public static RegionCode Last(RegionCode region) => new(region.ShortForm[..(region.Level is RegionLevel.City ? 4 : region.ShortForm.Length)].PadRight(Full, 'Z'));

    /// <inheritdoc/>
    public int CompareTo(RegionCode other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(RegionCode left, RegionCode right) => left.CompareTo(right) < 0;

    public static bool operator >(RegionCode left, RegionCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(RegionCode left, RegionCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RegionCode left, RegionCode right) => left.CompareTo(right) >= 0;

    /// <summary>The usual short form: 2, 4, 6, 9 or 12 characters. A city is written with 6, as GB/T 2260 does.</summary>
    public string ShortForm => Level switch
    {
        RegionLevel.Village => Value,
        RegionLevel.Town => Value[..9],
        _ => Value[..6],
    };

    /// <summary>The county, zone, city or province around it, or itself: what case numbers and departments go by.</summary>
    public RegionCode County => Level is RegionLevel.Village or RegionLevel.Town ? Cut(6) : this;

    /// <summary>Whether the other region is this one or lies in it.</summary>
    public bool Contains(RegionCode other)
    {
        for (RegionCode? at = other; at is { } here; at = here.Parent)
        {
            if (here == this) return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public static bool TryRead(string? text, out RegionCode identifier, [NotNullWhen(false)] out string? reason)
    {
        identifier = default;
        var value = IdentifierParsing.Normalise(text);
        reason = Problem(value);
        if (reason is null) identifier = new RegionCode(value.PadRight(Full, '0'));
        return reason is null;
    }

    private static string? Problem(string value)
    {
        if (value.Length == 0) return "请选择地区";
        if (value.Length is not (2 or 4 or 6 or 9 or Full)) return $"区划代码应为 6、9 或 12 位，现为 {value.Length} 位";
        var zone = value.Length >= 6 && value.StartsWith(ZonePrefix, StringComparison.Ordinal);
        if (zone && !char.IsAsciiLetterUpper(value[5])) return $"开发园区代码应为 {ZonePrefix} 加一个字母";
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsAsciiDigit(value[i]) && !(zone && i is 4 or 5)) return $"区划代码第 {i + 1} 位应为数字";
        }
        if (value[0] is < '1' or > '8') return "区划代码开头两位不是省级代码";
        if (value.Length >= 6 && value.AsSpan(2, 2) is "00" && value.AsSpan(4).ContainsAnyExcept('0')) return "区划代码第 3、4 位缺失";
        if (value.Length < 9) return null;
        if (zone && value.AsSpan(6).ContainsAnyExcept('0')) return "开发园区代码之后应为 0";
        // GB/T 10114: 001–399 statutory, 400–599 town-level units that are not (开发区, 农场).
        var town = int.Parse(value.AsSpan(6, 3));
        if (town > 599) return $"区划代码第 7 至 9 位 {town} 不是乡镇街道代码";
        var village = value.Length == Full ? int.Parse(value.AsSpan(9, 3)) : 0;
        if (village > 599) return $"区划代码第 10 至 12 位 {village} 不是村社区代码";
        return village > 0 && town == 0 ? "村社区代码缺少乡镇街道代码" : null;
    }

    private RegionCode Cut(int length) => new(Value[..length].PadRight(Full, '0'));

    /// <inheritdoc/>
    public static RegionCode Parse(string s, IFormatProvider? provider) => IdentifierParsing.Parse<RegionCode>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegionCode result) => TryRead(s, out result, out _);

    /// <summary>The 12 characters.</summary>
    public override string ToString() => Value;
}
