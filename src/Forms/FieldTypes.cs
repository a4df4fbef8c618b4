namespace Yiwang.Forms;

/// <summary>The types of fields and what they are made of.</summary>
internal static class FieldTypes
{
    public const string Bool = "bool";
    public const string Select = "select";
    public const string MultiSelect = "multiselect";
    public const string Table = "table";
    public const string File = "file";
    public const string Int = "int";
    public const string Year = "year";
    public const string Decimal = "decimal";
    public const string Region = "region";

    /// <summary>The parts of a type that is made of several inputs, with their labels and the type of each.</summary>
    private static readonly Dictionary<string, (string Name, string Label, string Type)[]> Parts = new(StringComparer.Ordinal)
    {
        ["address"] = [("region", "所在地区", Region), ("detail", "详细地址", "text")],
        ["daterange"] = [("start", "起", "date"), ("end", "止", "date")],
        ["monthrange"] = [("start", "起", "month"), ("end", "止", "month")],
        ["person"] = [("name", "姓名", "text"), ("idNo", "公民身份号码", "idno"), ("mobile", "手机号码", "mobile")],
        ["org"] = [("name", "单位名称", "text"), ("uscc", "统一社会信用代码", "uscc"), ("legalRep", "法定代表人", "text")],
        ["party"] = [("name", "姓名或名称", "text"), ("number", "证件号码", "partyno")],
        ["geo"] = [("text", "地点", "text"), ("lng", "经度", Decimal), ("lat", "纬度", Decimal)],
    };

    private static readonly HashSet<string> Simple = new(StringComparer.Ordinal)
    {
        "text", Int, Decimal, Bool, "date", "datetime", "month", Year, Select, MultiSelect, Table, File, "idno", "uscc", "mobile", "tel",
        "email", "bankno", Region, "projcode", "bdcdyh", "plate", "vin", "pinyin", "partyno",
    };

    public static bool IsKnown(string type) => Simple.Contains(type) || Parts.ContainsKey(type);

    public static IReadOnlyList<(string Name, string Label, string Type)> PartsOf(string type) => Parts.GetValueOrDefault(type, []);
}
