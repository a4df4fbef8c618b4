using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Yiwang.Kernel.Identifiers;

/// <summary>
/// A citizen identity number (公民身份号码, GB 11643-1999): 6 digits of region as it was when issued, birth date, order, check.
/// The region is never looked up: abolished codes stay valid on people's cards.
/// </summary>
[JsonConverter(typeof(IdentifierJson<ResidentId>))]
public readonly record struct ResidentId : IIdentifier<ResidentId>
{
    // No card bears a birth before the first, nor after the last: such a year is a slip, and nobody's age may be counted from it.
    private const int FirstYear = 1850;
    private const int LastYear = 2100;
    private readonly string? _value;

    private ResidentId(string value) => _value = value;

    /// <inheritdoc/>
    public static int MaxLength => 18;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>The birth date.</summary>
    public DateOnly BirthDate => DateOnly.ParseExact(Value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Whether the holder is male: the order number is odd.</summary>
    public bool IsMale => (Value[16] - '0') % 2 == 1;

    /// <summary>The county's six digits as they were when the number was issued; the county may be gone since.</summary>
    public string RegionPrefix => Value[..6];

    /// <summary>Whether it lies in the block 330290–330299 that no police bureau issues: demo and test people.</summary>
    public bool IsTestRegion => Value.StartsWith("33029", StringComparison.Ordinal);

    /// <summary>The check character over the first 17 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first17) => CheckDigits.Resident(first17);

    /// <inheritdoc/>
    public static bool TryRead(string? text, out ResidentId identifier, [NotNullWhen(false)] out string? reason)
    {
        identifier = default;
        var value = IdentifierParsing.Normalise(text);
        reason = Problem(value);
        if (reason is null) identifier = new ResidentId(value);
        return reason is null;
    }

    private static string? Problem(string value)
    {
        if (value.Length == 0) return "请填写身份证号";
        if (value.Length != 18) return $"身份证号应为 18 位，现为 {value.Length} 位，请核对证件";
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(value[i])) return $"身份证号第 {i + 1} 位应为数字，请核对证件";
        }
        if (value[0] == '0') return "身份证号不会以 0 开头，请核对证件";
        if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth) || birth.Year is < FirstYear or > LastYear)
            return $"身份证号第 7 至 14 位 {value.Substring(6, 8)} 不是有效的出生日期，请核对证件";
        var check = CheckDigits.Resident(value);
        return value[17] == check ? null : $"身份证号最后一位应为 {check}，请核对证件";
    }

    /// <inheritdoc/>
    public static ResidentId Parse(string s, IFormatProvider? provider) => IdentifierParsing.Parse<ResidentId>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ResidentId result) => TryRead(s, out result, out _);

    /// <summary>The number.</summary>
    public override string ToString() => Value;
}
