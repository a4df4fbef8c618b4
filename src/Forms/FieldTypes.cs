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

    /// <summary>The types with their names, for who makes a form.</summary>
    internal static IReadOnlyList<(string Type, string Name)> Named { get; } =
    [
        ("text", "文本"), (Bool, "是否"), (Select, "单选"), (MultiSelect, "多选"), (Int, "整数"), (Decimal, "数值"), ("date", "日期"), ("month", "年月"), (Year, "年份"),
        ("datetime", "日期和时间"), ("daterange", "起止日期"), ("monthrange", "起止年月"), ("address", "地址"), (Region, "行政区划"), ("person", "人员（姓名、证件号、手机）"),
        ("org", "单位（名称、信用代码、法定代表人）"), ("party", "个人或单位"), ("geo", "地点和经纬度"), ("idno", "公民身份号码"), ("uscc", "统一社会信用代码"), ("partyno", "身份号码或信用代码"),
        ("mobile", "手机号码"), ("tel", "电话"), ("email", "电子邮箱"), ("bankno", "银行账号"), ("projcode", "投资项目代码"), ("bdcdyh", "不动产单元号"),
        ("plate", "号牌号码"), ("vin", "车辆识别代号"), ("pinyin", "拼音"), (Table, "表格（可增加行）"), (File, "随附文件"),
    ];

    /// <summary>Whether a column of a table may have the type.</summary>
    internal static bool FitsColumn(string type) => Simple.Contains(type) && type is not (Table or File or MultiSelect);

    public static bool IsKnown(string type) => Simple.Contains(type) || Parts.ContainsKey(type);

    public static IReadOnlyList<(string Name, string Label, string Type)> PartsOf(string type) => Parts.GetValueOrDefault(type, []);
}
