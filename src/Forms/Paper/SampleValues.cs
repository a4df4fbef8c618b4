namespace Yiwang.Forms.Paper;

/// <summary>
/// Made-up values for the sample form. Numbers are such as nobody has: identity numbers of the region code 330299, which was never given out,
/// and phones with zeros.
/// </summary>
internal static class SampleValues
{
    /// <summary>A value of a field as a line; the first choice where there are choices.</summary>
    internal static string Of(FormField field) => field.Type switch
    {
        FieldTypes.Select or FieldTypes.MultiSelect when field.Options.Count > 0 => field.Options[0],
        "text" => Text(field.Label),
        _ => Of(field.Type),
    };

    /// <summary>A value of a type, for a part of a field.</summary>
    internal static string Of(string type) => type switch
    {
        FieldTypes.Bool => "是",
        FieldTypes.Int => "3",
        FieldTypes.Year => "2026",
        FieldTypes.Decimal => "120.50",
        FieldTypes.Region => "宁波市海曙区",
        "date" => "2026-11-23",
        "month" => "2026-11",
        "datetime" => "2026-11-23 09:30",
        "idno" or "partyno" => "330299199001010000",
        "uscc" => "91330299MA00000000",
        "mobile" => "13800000000",
        "tel" => "0574-00000000",
        "email" => "name@example.com",
        "bankno" => "6200000000000000000",
        "projcode" => "2026-330299-00-00-000000",
        "bdcdyh" => "330299000000GB00000F00000000",
        "plate" => "浙B00000",
        "vin" => "LSVAA000000000000",
        "pinyin" => "ZHANG SAN",
        FieldTypes.File => "（另附）",
        _ => "示例内容",
    };

    private static string Text(string label) =>
        label.Contains("民族", StringComparison.Ordinal) ? "汉族"
        : label.Contains("国籍", StringComparison.Ordinal) ? "中国"
        : label.Contains("地址", StringComparison.Ordinal) || label.Contains("住所", StringComparison.Ordinal) || label.Contains("场所", StringComparison.Ordinal) ? "宁波市海曙区示例路1号"
        : label.Contains("邮政编码", StringComparison.Ordinal) || label.Contains("邮编", StringComparison.Ordinal) ? "315000"
        : label.Contains("姓名", StringComparison.Ordinal) || label.EndsWith('人') ? "张三"
        : label.Contains("名称", StringComparison.Ordinal) || label.Contains("单位", StringComparison.Ordinal) ? "宁波示例有限公司"
        : "示例内容";
}
