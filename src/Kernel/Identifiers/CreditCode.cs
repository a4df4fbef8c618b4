using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Yiwang.Kernel.Identifiers;

/// <summary>
/// A unified social credit code (统一社会信用代码, GB 32100-2015): authority, type, 6 digits of region, 9 characters of
/// organisation code, check (MOD 31).
/// </summary>
[JsonConverter(typeof(IdentifierJson<CreditCode>))]
public readonly record struct CreditCode : IIdentifier<CreditCode>
{
    private readonly string? _value;

    private CreditCode(string value) => _value = value;

    /// <inheritdoc/>
    public static int MaxLength => 18;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>The registering authority: 1 编办, 5 民政, 9 市场监管, …</summary>
    public char Authority => Value[0];

    /// <summary>The type of organisation inside its authority, such as 1 企业, 2 个体工商户 for 9.</summary>
    public char OrganisationType => Value[1];

    /// <summary>Whether the organisation code inside fits its own check (GB 11714-1997). Some older codes do not: a warning at most.</summary>
    public bool InnerCheckHolds => CheckDigits.Organisation(Value.AsSpan(8, 8)) == Value[16];

    /// <inheritdoc/>
    public static bool TryRead(string? text, out CreditCode identifier, [NotNullWhen(false)] out string? reason)
    {
        identifier = default;
        var value = IdentifierParsing.Normalise(text);
        reason = Problem(value);
        if (reason is null) identifier = new CreditCode(value);
        return reason is null;
    }

    private static string? Problem(string value)
    {
        if (value.Length == 0) return "请填写统一社会信用代码";
        if (value.Length != 18) return $"统一社会信用代码应为 18 位，现为 {value.Length} 位，请核对证照上的代码";
        for (var i = 0; i < value.Length; i++)
        {
            if (CheckDigits.CreditValue(value[i]) < 0) return $"统一社会信用代码第 {i + 1} 位不能是“{value[i]}”（不使用 I、O、S、V、Z），请核对证照上的代码";
            if (i is >= 2 and < 8 && !char.IsAsciiDigit(value[i])) return $"统一社会信用代码第 {i + 1} 位应为数字，请核对证照上的代码";
        }
        var check = CheckDigits.Credit(value);
        return value[17] == check ? null : $"统一社会信用代码最后一位应为 {check}，请核对证照上的代码";
    }

    /// <inheritdoc/>
    public static CreditCode Parse(string s, IFormatProvider? provider) => IdentifierParsing.Parse<CreditCode>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CreditCode result) => TryRead(s, out result, out _);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
