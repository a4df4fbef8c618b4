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

    /// <summary>The conditions for granting.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

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

    /// <summary>The charge.</summary>
    public required ItemCharge Charge { get; init; }

    /// <summary>The materials to hand in, with codes M01, M02 ….</summary>
    public required IReadOnlyList<ItemMaterial> Materials { get; init; }

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

/// <summary>An article that an item rests on (设定依据).</summary>
/// <param name="Law">The law's name without 中华人民共和国.</param>
/// <param name="Article">The article in Chinese, such as 第三十五条; empty when the whole law is meant.</param>
/// <param name="Verified">Whether the article was checked against the statute's text.</param>
public sealed record LegalBasis(string Law, string Article, bool Verified);

/// <summary>The limits of an item.</summary>
/// <param name="LegalDays">The legal limit (法定期限); null when the law gives none.</param>
/// <param name="LegalInWorkingDays">Whether the legal limit counts working days (行政许可法 82) or calendar days.</param>
/// <param name="LegalSource">Where the legal limit comes from.</param>
/// <param name="PromisedDays">The promised limit (承诺期限) in working days.</param>
/// <param name="Kind">即办件, 承诺件, 上报件, 依职权.</param>
/// <param name="Excluded">Procedures whose time does not count (行政许可法 45).</param>
public sealed record ItemLimits(int? LegalDays, bool LegalInWorkingDays, string LegalSource, int PromisedDays, string Kind, IReadOnlyList<string> Excluded);

/// <summary>What an item costs.</summary>
/// <param name="Charged">Whether there is a charge.</param>
/// <param name="Standard">The tariff.</param>
/// <param name="Basis">What the charge rests on.</param>
/// <param name="Sample">Whether the data is of low confidence.</param>
public sealed record ItemCharge(bool Charged, string Standard, string Basis, bool Sample);

/// <summary>A material to hand in (申请材料).</summary>
/// <param name="Code">Its code inside the item: M01, M02 ….</param>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether the application is incomplete without it.</param>
/// <param name="Form">How: 原件1份, 电子1份 ….</param>
/// <param name="Copies">How many copies on paper.</param>
/// <param name="Source">Where the applicant gets it: 申请人自备, 政府核发, 中介或第三方.</param>
/// <param name="ReplacedByLicence">The licence that can stand in for it; null when none can.</param>
/// <param name="MayFollow">Whether it may be handed in later (容缺后补).</param>
public sealed record ItemMaterial(string Code, string Name, bool Required, string Form, int Copies, string Source, string? ReplacedByLicence, bool MayFollow);

/// <summary>A step of handling.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MaxDays">Its own limit in working days; null when it has none.</param>
/// <param name="Key">A stable key, such as <c>accept</c>; null in versions that were stored before steps had keys.</param>
public sealed record ItemStep(string Name, int? MaxDays, string? Key = null);

/// <summary>A case that the law tells apart when a penalty is fixed (裁量情形), with the range it allows.</summary>
/// <param name="Name">The case, such as 货值金额不足1万元.</param>
/// <param name="Unit">What is counted: 元, 日, or a multiple or share such as 货值金额倍数 and 工程合同价款%.</param>
/// <param name="Min">The least that the law allows, in the unit.</param>
/// <param name="Max">The most that the law allows, in the unit.</param>
/// <param name="Tiers">The tiers inside the range, from the lightest.</param>
public sealed record DiscretionBranch(string Name, string Unit, decimal Min, decimal Max, IReadOnlyList<DiscretionTier> Tiers);

/// <summary>A tier of discretion (裁量档次).</summary>
/// <param name="Name">从轻, 一般 or 从重.</param>
/// <param name="Circumstances">When it applies.</param>
/// <param name="Min">The least, in the unit of the branch.</param>
/// <param name="Max">The most, in the unit of the branch.</param>
public sealed record DiscretionTier(string Name, string Circumstances, decimal Min, decimal Max);

/// <summary>How several departments handle one matter together (联办、并联审批).</summary>
/// <param name="Name">What the joint matter is called, such as 新生儿出生一件事.</param>
/// <param name="Lead">The city's department that leads (牵头部门), by its code.</param>
/// <param name="Partners">The city's departments that take part (配合部门), by their codes.</param>
/// <param name="Mode">How they work together.</param>
/// <param name="Parts">What is settled with it.</param>
/// <param name="Optional">What can be settled with it if the applicant wishes.</param>
public sealed record JointHandling(string Name, string Lead, IReadOnlyList<string> Partners, string Mode, IReadOnlyList<string> Parts, IReadOnlyList<string> Optional);
