using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Yiwang.Kernel.Identifiers;

/// <summary>
/// The code of a service item (事项编码) in the platform: category, department, three digits, such as <c>XK-SCJG-004</c> or
/// <c>CF-GAJ-JJ-003</c>; a sub-item (子项) has two or three digits more, such as <c>XK-SCJG-004-01</c>.
/// </summary>
[JsonConverter(typeof(IdentifierJson<ItemCode>))]
public readonly partial record struct ItemCode : IIdentifier<ItemCode>, IComparable<ItemCode>
{
    private readonly string? _value;

    private ItemCode(string value) => _value = value;

    /// <inheritdoc/>
    public static int MaxLength => 32;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>The category letters: XK 许可, CF 处罚, QZ 强制, ZS 征收, JF 给付, CJ 裁决, QR 确认, JL 奖励, QT 其他, ZB 转报, GG 公共服务.</summary>
    public string Category => Value[..2];

    /// <summary>Whether it is a sub-item's (子项).</summary>
    public bool IsSub => Value.Length > 0 && char.IsAsciiDigit(Value[Value.LastIndexOf('-') - 1]);

    /// <summary>The code of the main item (主项) of a sub-item; the code itself for a main item.</summary>
    public ItemCode Main => IsSub ? new(Value[..Value.LastIndexOf('-')]) : this;

    /// <summary>What a refusal is called: 不予许可 of an administrative licence (行政许可, XK), 不予办理 of everything else.</summary>
    public string RefusalWord => Category == "XK" ? "不予许可" : "不予办理";

    /// <inheritdoc/>
    public int CompareTo(ItemCode other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(ItemCode left, ItemCode right) => left.CompareTo(right) < 0;

    public static bool operator >(ItemCode left, ItemCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(ItemCode left, ItemCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ItemCode left, ItemCode right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public static bool TryRead(string? text, out ItemCode identifier, [NotNullWhen(false)] out string? reason)
    {
        var value = IdentifierParsing.Normalise(text);
        var fits = value.Length <= MaxLength && Form().IsMatch(value);
        identifier = fits ? new ItemCode(value) : default;
        reason = fits ? null : $"事项编码“{(value.Length > 40 ? value[..40] : value)}”的写法不对，应类似 XK-SCJG-004";
        return fits;
    }

    [GeneratedRegex("^(XK|CF|QZ|ZS|JF|CJ|QR|JL|QT|ZB|GG)-[A-Z]+(-[A-Z]+)?-[0-9]{3}(-[0-9]{2,3})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    /// <inheritdoc/>
    public static ItemCode Parse(string s, IFormatProvider? provider) => IdentifierParsing.Parse<ItemCode>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ItemCode result) => TryRead(s, out result, out _);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
