namespace Yiwang.Portal.Home;

/// <summary>An icon for each theme, by the first word that fits.</summary>
internal static class ThemeIcons
{
    private static readonly (string Word, string Icon)[] Words =
    [
        ("生育", "baby-carriage"), ("户籍", "id"), ("教育", "school"), ("就业", "briefcase"), ("创业", "briefcase"), ("设立", "building-store"), ("变更", "edit"), ("准营", "license"),
        ("抵押", "report-money"), ("职业", "certificate"), ("缴费", "credit-card"), ("婚姻", "heart"), ("住房", "home-2"), ("社会保障", "shield-check"), ("证件", "id"), ("交通", "car"),
        ("出境", "plane"), ("医疗", "stethoscope"), ("卫生", "first-aid-kit"), ("司法", "scale"), ("文化", "star"), ("农", "leaf"), ("环", "leaf"), ("投资", "coin"), ("税", "receipt"),
        ("资质", "license"), ("施工", "tool"), ("建设", "building"), ("土地", "map-pin"), ("规划", "map-pin"), ("知识", "file-certificate"), ("检验", "checklist"), ("安全", "shield-check"),
        ("民族", "users"), ("入伍", "star"), ("养老", "accessible"), ("退休", "accessible"), ("残", "accessible"), ("消费", "receipt"), ("年检", "calendar-due"), ("招标", "gavel"), ("水", "home"),
    ];

    internal static string Of(string theme) => Array.Find(Words, w => theme.Contains(w.Word, StringComparison.Ordinal)).Icon ?? "file-text";
}
