using System.Text.Json.Serialization;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>
/// One published version of a service item (政务服务事项) with its elements, as the guide shows it and as a case is bound to it.
/// Versions never change: a case keeps the version under which it was submitted.
/// </summary>
public sealed record ServiceItem
{
    /// <summary>The scope (通办范围) of an item that is handed in where its department sits.</summary>
    public const string LocalScope = "属地办理";

    /// <summary>The element of the tiers of discretion, for <see cref="IsSample"/>.</summary>
    public const string DiscretionTiers = "discretion_tiers";

    /// <summary>The item's code.</summary>
    public required ItemCode Code { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The item's name.</summary>
    public required string Name { get; init; }

    /// <summary>The national base code (事项基本编码, GB/T 39554.1-2020); null while none has been given.</summary>
    public CatalogCode? CatalogCode { get; init; }

    /// <summary>The code in Zhejiang's library of powers (浙江权力编码); null while none has been given.</summary>
    public ZhejiangPowerCode? LocalCode { get; init; }

    /// <summary>The main item (主项) of which it is a sub-item (子项); null for an item of its own.</summary>
    public ItemCode? Main { get; init; }

    /// <summary>The main item, as it is named or as the code says; null for an item of its own.</summary>
    [JsonIgnore]
    public ItemCode? MainItem => Main ?? (Code.Main == Code ? null : Code.Main);

    /// <summary>The category of power, such as 行政许可, or 公共服务.</summary>
    public required string Category { get; init; }

    /// <summary>The city's department of the kind that is competent today.</summary>
    public required string Department { get; init; }

    /// <summary>The levels that exercise it: 市级, 县级, 镇(乡、街道)级.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>The levels at which it can be handed in.</summary>
    public required IReadOnlyList<string> AcceptLevels { get; init; }

    /// <summary>Where it can be handed in, such as 全城通办; null for items that nobody applies for.</summary>
    public string? Scope { get; init; }

    /// <summary>The law that it rests on.</summary>
    public required IReadOnlyList<LegalBasis> LegalBasis { get; init; }

    /// <summary>How the power came to the organ (权力来源): 法定本级行使, 上级下放, 上级授权, 同级授权, 上级委托, 同级委托; empty when not recorded.</summary>
    public string PowerSource { get; init; } = "";

    /// <summary>The conditions for granting.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>How many may be granted (数量限制, 行政许可法 30); empty when there is no limit.</summary>
    public string Quota { get; init; } = "";

    /// <summary>The limits.</summary>
    public required ItemLimits Limits { get; init; }

    /// <summary>The name of the document that comes out of it; empty when there is none.</summary>
    public required string ResultName { get; init; }

    /// <summary>How long the result holds.</summary>
    public required string ResultValidity { get; init; }

    /// <summary>Who may apply: 自然人, 企业法人, ….</summary>
    public required IReadOnlyList<string> Applicants { get; init; }

    /// <summary>The life events under 个人办事.</summary>
    public required IReadOnlyList<string> PersonalThemes { get; init; }

    /// <summary>The themes under 法人办事.</summary>
    public required IReadOnlyList<string> CorporateThemes { get; init; }

    /// <summary>Whether it can be applied for online.</summary>
    public required bool Online { get; init; }

    /// <summary>How far it goes online, such as 全程网办.</summary>
    public required string OnlineDepth { get; init; }

    /// <summary>How many visits are needed (到现场次数); null for items that nobody applies for.</summary>
    public int? Visits { get; init; }

    /// <summary>Why visits are needed (到现场原因); empty when none is or none was recorded.</summary>
    public string VisitsReason { get; init; } = "";

    /// <summary>How it can be handed in (办理形式): 窗口办理, 网上办理, 快递申请; empty when not recorded.</summary>
    public IReadOnlyList<string> HandlingForms { get; init; } = [];

    /// <summary>What makes it easier: 预约办理, 自助终端, 网上支付, 物流快递, 移动端办理; empty when not recorded.</summary>
    public IReadOnlyList<string> Conveniences { get; init; } = [];

    /// <summary>Places of its own at which it is handled (办理地点), besides the service points of its region.</summary>
    public IReadOnlyList<HandlingPlace> Places { get; init; } = [];

    /// <summary>Where one asks about it (咨询方式); empty when not recorded.</summary>
    public string ConsultVia { get; init; } = "";

    /// <summary>Where one complains about it (监督投诉方式); empty when not recorded.</summary>
    public string ComplainVia { get; init; } = "";

    /// <summary>The charge.</summary>
    public required ItemCharge Charge { get; init; }

    /// <summary>The materials to hand in, with codes M01, M02 ….</summary>
    public required IReadOnlyList<ItemMaterial> Materials { get; init; }

    /// <summary>Intermediary services (中介服务) that it needs; only such as rest on a law may be asked for (国发〔2016〕11号).</summary>
    public IReadOnlyList<Intermediary> Intermediaries { get; init; } = [];

    /// <summary>Questions and answers (常见问题).</summary>
    public IReadOnlyList<ItemQuestion> Questions { get; init; } = [];

    /// <summary>The steps of handling, in order.</summary>
    public required IReadOnlyList<ItemStep> Steps { get; init; }

    /// <summary>The kinds of penalty (处罚种类) that may be imposed; empty for other items.</summary>
    public IReadOnlyList<string> PenaltyKinds { get; init; } = [];

    /// <summary>The discretion (裁量权) in fixing an amount, one branch for each case that the law tells apart; empty for other items.</summary>
    public IReadOnlyList<DiscretionBranch> Discretion { get; init; } = [];

    /// <summary>What the ranges and tiers of the discretion rest on; empty when there are none.</summary>
    public string DiscretionBasis { get; init; } = "";

    /// <summary>Special procedures (特别程序), such as 现场核查. Only those in <see cref="ItemLimits.Excluded"/> do not count.</summary>
    public IReadOnlyList<string> SpecialProcedures { get; init; } = [];

    /// <summary>How it is handled together with other departments (联办); null when one department handles it alone.</summary>
    public JointHandling? Joint { get; init; }

    /// <summary>How often it is applied for, as a weight for sorting.</summary>
    public required int Popularity { get; init; }

    /// <summary>A note of the source.</summary>
    public required string Note { get; init; }

    /// <summary>Elements whose data is of low confidence, shown as 示例.</summary>
    public required IReadOnlyList<string> Samples { get; init; }

    /// <summary>The last day on which it is in force; null while open-ended.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Why nobody can apply for it for now (暂停办理); null while one can.</summary>
    public Suspension? Suspension { get; init; }

    /// <summary>Whether the data of an element, such as <c>promised_limit</c>, is of low confidence.</summary>
    public bool IsSample(string element) => Samples.Contains(element, StringComparer.Ordinal);

    /// <summary>
    /// Whether one applies for it at all (依申请). Penalties, coercion and levies (处罚、强制、征收) are begun by the departments themselves (依职权).
    /// </summary>
    public bool OnApplication => Scope is not null && Category is not ("行政处罚" or "行政强制" or "行政征收");

    /// <summary>
    /// Whether it is for natural persons. Others are not closed to them: who founds a company or a school applies as a person.
    /// </summary>
    public bool ForPersons => Applicants.Any(a => a is "自然人" or "外国人/境外人员" or "个体工商户");

    /// <summary>Whether a company or other body may apply.</summary>
    public bool ForCompanies => Applicants.Any(a => a is not ("自然人" or "外国人/境外人员"));
}
