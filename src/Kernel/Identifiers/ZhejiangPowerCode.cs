using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Yiwang.Kernel.Identifiers;

/// <summary>
/// The older code of Zhejiang's library of powers (浙江权力编码): short name of the category, five digits of the main item, three of the
/// sub-item (<c>000</c> is the main item), and where an item is split by situation two more, such as <c>许可-00193-001-02</c>.
/// </summary>
[JsonConverter(typeof(IdentifierJson<ZhejiangPowerCode>))]
public readonly partial record struct ZhejiangPowerCode : IIdentifier<ZhejiangPowerCode>
{
    private readonly string? _value;

    private ZhejiangPowerCode(string value) => _value = value;

    /// <inheritdoc/>
    public static int MaxLength => 20;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>The short name of the category, such as 许可.</summary>
    public string Category => Value[..Value.IndexOf('-', StringComparison.Ordinal)];

    /// <inheritdoc/>
    public static bool TryRead(string? text, out ZhejiangPowerCode identifier, [NotNullWhen(false)] out string? reason)
    {
        var value = IdentifierParsing.Normalise(text);
        var fits = value.Length <= MaxLength && Form().IsMatch(value);
        identifier = fits ? new ZhejiangPowerCode(value) : default;
        reason = fits ? null : $"浙江权力编码“{(value.Length > 40 ? value[..40] : value)}”的写法不对，应类似 许可-00001-001";
        return fits;
    }

    [GeneratedRegex("^(许可|处罚|强制|征收|给付|裁决|确认|奖励|其他|转报|审核转报|公共服务)-[0-9]{5}-[0-9]{3}(-[0-9]{2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    /// <inheritdoc/>
    public static ZhejiangPowerCode Parse(string s, IFormatProvider? provider) => IdentifierParsing.Parse<ZhejiangPowerCode>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ZhejiangPowerCode result) => TryRead(s, out result, out _);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
