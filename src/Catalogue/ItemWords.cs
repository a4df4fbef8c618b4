using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>The words that elements of items are chosen from.</summary>
public static class ItemWords
{
    /// <summary>Categories of power (权力类别, ten of 浙江权力清单, with 行政检查 of 中办发〔2015〕21号) and public services, with the letters of their codes.</summary>
    public static IReadOnlyList<(string Letters, string Name)> Categories { get; } =
    [
        ("XK", "行政许可"), ("CF", "行政处罚"), ("QZ", "行政强制"), ("ZS", "行政征收"), ("JF", "行政给付"), ("CJ", "行政裁决"), ("QR", "行政确认"),
        ("JL", "行政奖励"), ("QT", "其他行政权力"), ("ZB", "审核转报"), ("GG", "公共服务"),
    ];

    /// <summary>Levels that exercise an item (行使层级).</summary>
    public static IReadOnlyList<string> Levels { get; } = [CityLevel, CountyLevel, TownLevel, VillageLevel];

    /// <summary>The level of the city's departments.</summary>
    public const string CityLevel = "市级";

    /// <summary>The level of the departments of counties and zones.</summary>
    public const string CountyLevel = "县级";

    /// <summary>The level of towns, townships and streets.</summary>
    public const string TownLevel = "镇(乡、街道)级";

    /// <summary>The level of villages and communities, which exercise what a town entrusts to them.</summary>
    public const string VillageLevel = "村(社区)级";

    /// <summary>The level at which the organ of a region exercises an item; empty for the province, whose items are not kept here.</summary>
    public static string LevelOf(RegionCode region) => region.Level switch
    {
        RegionLevel.City => CityLevel,
        RegionLevel.County or RegionLevel.Zone => CountyLevel,
        RegionLevel.Town => TownLevel,
        RegionLevel.Village => VillageLevel,
        _ => "",
    };

    /// <summary>How a power came to an organ (权力来源).</summary>
    public static IReadOnlyList<string> PowerSources { get; } = ["法定本级行使", "上级下放", "上级授权", "同级授权", "上级委托", "同级委托"];

    /// <summary>Who may apply (服务对象).</summary>
    public static IReadOnlyList<string> Applicants { get; } = ["自然人", "个体工商户", "外国人/境外人员", "企业法人", "事业法人", "社会组织法人", "非法人企业", "行政机关", "行政相对人", "其他组织"];

    /// <summary>Kinds of handling (办件类型).</summary>
    public static IReadOnlyList<string> CaseKinds { get; } = ["即办件", "承诺件", "上报件", "依职权"];

    /// <summary>Depths of online handling (网上办理深度).</summary>
    public static IReadOnlyList<string> OnlineDepths { get; } = ["信息公开", "网上预约", "网上申请/原件预审", "全程网办"];

    /// <summary>Where it can be handed in (通办范围).</summary>
    public static IReadOnlyList<string> Scopes { get; } = [ServiceItem.LocalScope, "全城通办", "全省通办", "跨省通办"];

    /// <summary>How it can be handed in (办理形式).</summary>
    public static IReadOnlyList<string> HandlingForms { get; } = ["窗口办理", "网上办理", "快递申请"];

    /// <summary>What makes it easier.</summary>
    public static IReadOnlyList<string> Conveniences { get; } = ["移动端办理", "物流快递", "预约办理", "自助终端", "网上支付"];

    /// <summary>Where an applicant gets a material (来源渠道).</summary>
    public static IReadOnlyList<string> MaterialSources { get; } = ["申请人自备", "政府核发", "中介或第三方"];
}
