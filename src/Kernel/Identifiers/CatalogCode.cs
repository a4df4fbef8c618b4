using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Yiwang.Kernel.Identifiers;

/// <summary>
/// The national base code of an item (事项基本编码, GB/T 39554.1-2020): 12 digits, area (00 national, 33 Zhejiang), type (01 许可 … 10 其他,
/// 20 公共服务), main item of 5, sub-item of 3; <c>000</c> as sub-item means the main item itself.
/// </summary>
[JsonConverter(typeof(IdentifierJson<CatalogCode>))]
public readonly partial record struct CatalogCode : IIdentifier<CatalogCode>
{
    private readonly string? _value;

    private CatalogCode(string value) => _value = value;

    /// <inheritdoc/>
    public static int MaxLength => 12;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>00 for an item of the nation, else the two digits of the province whose own it is.</summary>
    public string Area => Value[..2];

    /// <summary>The type: 01 行政许可, 02 处罚, 03 强制, 04 征收, 05 给付, 06 检查, 07 确认, 08 奖励, 09 裁决, 10 其他行政权力, 20 公共服务.</summary>
    public string ItemType => Value[2..4];

    /// <summary>Whether it is a main item (主项) and no sub-item.</summary>
    public bool IsMain => Value.EndsWith("000", StringComparison.Ordinal);

    /// <inheritdoc/>
    public static bool TryRead(string? text, out CatalogCode identifier, [NotNullWhen(false)] out string? reason)
    {
        var value = IdentifierParsing.Normalise(text);
        reason = Problem(value);
        identifier = reason is null ? new CatalogCode(value) : default;
        return reason is null;
    }

    private static string? Problem(string value)
    {
        if (value.Length != 12) return $"事项基本编码应为 12 位数字，现为 {value.Length} 位";
        if (!Form().IsMatch(value)) return value.All(char.IsAsciiDigit) ? $"事项基本编码第 3、4 位“{value[2..4]}”不是事项类型代码" : "事项基本编码应全部为数字";
        return null;
    }

    [GeneratedRegex("^[0-9]{2}(0[1-9]|10|20)[0-9]{8}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    /// <inheritdoc/>
    public static CatalogCode Parse(string s, IFormatProvider? provider) => IdentifierParsing.Parse<CatalogCode>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CatalogCode result) => TryRead(s, out result, out _);

    /// <summary>The 12 digits.</summary>
    public override string ToString() => Value;
}
