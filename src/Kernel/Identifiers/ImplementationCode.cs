using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Yiwang.Kernel.Identifiers;

/// <summary>
/// The national code of an implementing item (事项实施编码, GB/T 39554.1-2020): 31 characters, the credit code of the implementing organ
/// (实施主体), a digit for the level at which it is exercised, and the base code. Two more digits make the code of a handling item
/// (业务办理项编码), which splits an item by situation.
/// </summary>
[JsonConverter(typeof(IdentifierJson<ImplementationCode>))]
public readonly record struct ImplementationCode : IIdentifier<ImplementationCode>
{
    private const int Length = 31;
    private const int WithSituation = 33;
    private readonly string? _value;

    private ImplementationCode(string value) => _value = value;

    /// <inheritdoc/>
    public static int MaxLength => WithSituation;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>The implementing organ.</summary>
    public CreditCode Organ => CreditCode.Parse(Value[..18], null);

    /// <summary>The level at which it is exercised: 1 国家级, 2 省级, 3 市级, 4 县级, 5 乡镇级, 6 村（社区）级.</summary>
    public int ExerciseLevel => Value[18] - '0';

    /// <summary>The base code.</summary>
    public CatalogCode Catalog => CatalogCode.Parse(Value.Substring(19, 12), null);

    /// <summary>The situation (业务办理项) as two digits; empty for the item as a whole.</summary>
    public string Situation => Value[Length..];

    /// <summary>The code of an item as an organ exercises it.</summary>
    /// <param name="organ">The organ.</param>
    /// <param name="level">The level of the organ's region.</param>
    /// <param name="catalog">The base code.</param>
    public static ImplementationCode Of(CreditCode organ, RegionLevel level, CatalogCode catalog) => new($"{organ.Value}{Digit(level)}{catalog.Value}");

    private static int Digit(RegionLevel level) => level switch
    {
        RegionLevel.Province => 2,
        RegionLevel.City => 3,
        RegionLevel.County or RegionLevel.Zone => 4,
        RegionLevel.Town => 5,
        _ => 6,
    };

    /// <inheritdoc/>
    public static bool TryRead(string? text, out ImplementationCode identifier, [NotNullWhen(false)] out string? reason)
    {
        var value = IdentifierParsing.Normalise(text);
        reason = Problem(value);
        identifier = reason is null ? new ImplementationCode(value) : default;
        return reason is null;
    }

    private static string? Problem(string value)
    {
        if (value.Length is not (Length or WithSituation)) return $"事项实施编码应为 31 位，业务办理项编码应为 33 位，现为 {value.Length} 位";
        if (!CreditCode.TryRead(value[..18], out _, out _)) return "事项实施编码的前 18 位应为实施主体的统一社会信用代码，请核对";
        if (value[18] is < '1' or > '6') return $"事项实施编码第 19 位“{value[18]}”不是行使层级，应为 1 至 6";
        if (!CatalogCode.TryRead(value.Substring(19, 12), out _, out var reason)) return reason;
        return value[Length..].All(char.IsAsciiDigit) ? null : "业务办理项编码的末两位应为数字";
    }

    /// <inheritdoc/>
    public static ImplementationCode Parse(string s, IFormatProvider? provider) => IdentifierParsing.Parse<ImplementationCode>(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ImplementationCode result) => TryRead(s, out result, out _);

    /// <summary>The characters.</summary>
    public override string ToString() => Value;
}
