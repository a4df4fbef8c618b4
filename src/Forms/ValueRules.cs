using System.Globalization;
using System.Text.RegularExpressions;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Forms;

/// <summary>What a single value of each type must look like. Each answers with a sentence for the person, or null.</summary>
internal static partial class ValueRules
{
    private const int TextMaxLength = 2000;

    /// <summary>Checks a text of a type and gives its canonical form.</summary>
    internal static string? Problem(string type, string text, out string canonical)
    {
        canonical = text.Trim();
        if (canonical.Length > TextMaxLength) return $"请控制在 {TextMaxLength} 字以内";
        switch (type)
        {
            case "idno":
                if (!ResidentId.TryRead(text, out var resident, out var reason)) return reason;
                canonical = resident.Value;
                return null;
            case "uscc":
                if (!CreditCode.TryRead(text, out var credit, out reason)) return reason;
                canonical = credit.Value;
                return null;
            case "partyno":
                if (ResidentId.TryRead(text, out resident, out reason)) canonical = resident.Value;
                else if (CreditCode.TryRead(text, out credit, out _)) canonical = credit.Value;
                else return $"{reason}；单位请填写统一社会信用代码";
                return null;
            case FieldTypes.Region:
                if (!RegionCode.TryRead(text, out var region, out reason)) return reason;
                canonical = region.Value;
                return null;
            case "date":
                return IsDate(canonical, "yyyy-MM-dd") ? null : "日期应写作 2026-11-23";
            case "month":
                return IsDate(canonical, "yyyy-MM") ? null : "年月应写作 2026-11";
            case "datetime":
                canonical = canonical.Replace('T', ' ');
                return IsDate(canonical, "yyyy-MM-dd HH:mm") ? null : "时间应写作 2026-11-23 14:05";
            case "mobile":
                return Mobile().IsMatch(canonical) ? null : "手机号码应为 1 开头的 11 位数字";
            case "tel":
                return Telephone().IsMatch(canonical) || Mobile().IsMatch(canonical) ? null : "电话应类似 0574-87180000";
            case "email":
                return Email().IsMatch(canonical) ? null : "电子邮箱应类似 name@example.com";
            case "bankno":
                canonical = canonical.Replace(" ", "", StringComparison.Ordinal);
                return Bank().IsMatch(canonical) ? null : "银行账号应为 12 至 32 位数字";
            case "vin":
                canonical = canonical.ToUpperInvariant();
                return Vin().IsMatch(canonical) ? null : "车辆识别代号应为 17 位字母和数字（不含 I、O、Q）";
            case "projcode":
                return Project().IsMatch(canonical) ? null : "投资项目代码应类似 2017-330203-70-03-000123";
            case "bdcdyh":
                return canonical.Length == 28 ? null : $"不动产单元号应为 28 位，现为 {canonical.Length} 位";
            case "pinyin":
                return Pinyin().IsMatch(canonical) ? null : "拼音应类似 WANG JING";
            default:
                return null;
        }
    }

    private static bool IsDate(string text, string format) => DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^1[3-9]\d{9}$", RegexOptions.None, 1000)] private static partial Regex Mobile();
    [GeneratedRegex(@"^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$", RegexOptions.ExplicitCapture, 1000)] private static partial Regex Telephone();
    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.None, 1000)] private static partial Regex Email();
    [GeneratedRegex(@"^\d{12,32}$", RegexOptions.None, 1000)] private static partial Regex Bank();
    [GeneratedRegex("^[A-HJ-NPR-Z0-9]{17}$", RegexOptions.None, 1000)] private static partial Regex Vin();
    [GeneratedRegex(@"^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$", RegexOptions.None, 1000)] private static partial Regex Project();
    [GeneratedRegex("^[A-Z]+ [A-Z]+$", RegexOptions.None, 1000)] private static partial Regex Pinyin();
}
