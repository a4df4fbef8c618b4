namespace Yiwang.Catalogue;

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
/// <param name="Reduction">Who pays less or nothing, and by which rule (减免); empty when nobody does.</param>
public sealed record ItemCharge(bool Charged, string Standard, string Basis, bool Sample, string Reduction = "");

/// <summary>A material to hand in (申请材料).</summary>
/// <param name="Code">Its code inside the item: M01, M02 ….</param>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether the application is incomplete without it.</param>
/// <param name="Form">How: 原件1份, 电子1份 ….</param>
/// <param name="Copies">How many copies on paper.</param>
/// <param name="Source">Where the applicant gets it: 申请人自备, 政府核发, 中介或第三方.</param>
/// <param name="ReplacedByLicence">The licence that can stand in for it; null when none can.</param>
/// <param name="MayFollow">Whether it may be handed in later (容缺后补).</param>
/// <param name="Basis">The law that asks for it (要求提供材料的依据); empty when not recorded.</param>
/// <param name="Notes">How to fill it in (填报须知); empty when there is nothing to say.</param>
/// <param name="MayCommit">Whether the applicant may sign a commitment in its place (告知承诺, 浙江省保障“最多跑一次”改革规定 14).</param>
public sealed record ItemMaterial(
    string Code, string Name, bool Required, string Form, int Copies, string Source, string? ReplacedByLicence, bool MayFollow, string Basis = "", string Notes = "", bool MayCommit = false);

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
public sealed record JointHandling(string Name, string Lead, IReadOnlyList<string> Partners, string Mode, IReadOnlyList<string> Parts, IReadOnlyList<string> Optional)
{
    /// <summary>The opinions that are asked of other departments with each case (并联审批、征求意见); empty when the lead decides alone.</summary>
    public IReadOnlyList<JointShare> Shares { get; init; } = [];
}

/// <summary>What one department has to say to a case that another leads (协办部门的意见).</summary>
/// <param name="Department">The city's department of the kind that is asked, by its code.</param>
/// <param name="Days">Its own limit in working days, from the acceptance of the case.</param>
/// <param name="Materials">The names of the materials that it gets; empty for all.</param>
/// <param name="Fields">The labels of the form's fields that it gets; empty for all.</param>
/// <param name="SilenceAgrees">Whether silence past its limit counts as agreement (逾期视为同意); only where a rule says so.</param>
/// <param name="Binding">Whether the case cannot be granted against it (前置同意).</param>
/// <param name="Basis">The law or rule that asks for its opinion.</param>
public sealed record JointShare(string Department, int Days, IReadOnlyList<string> Materials, IReadOnlyList<string> Fields, bool SilenceAgrees, bool Binding, string Basis);

/// <summary>A place at which an item is handled (办理地点), besides the service points.</summary>
/// <param name="Name">What it is called, such as 不动产登记中心 3 号窗口.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Hours">When it is open (办理时间), in words.</param>
/// <param name="Phone">Its telephone; empty when none is known.</param>
public sealed record HandlingPlace(string Name, string Address, string Hours, string Phone);

/// <summary>A service by others that an application needs (中介服务), such as an expert report.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Basis">The law that asks for it.</param>
/// <param name="Provider">Who may provide it.</param>
/// <param name="CountsToLimit">Whether its time counts to the limit (浙江省保障“最多跑一次”改革规定 28).</param>
public sealed record Intermediary(string Name, string Basis, string Provider, bool CountsToLimit);

/// <summary>A question that is often asked, and its answer (常见问题解答).</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
public sealed record ItemQuestion(string Question, string Answer);

/// <summary>Why an item cannot be applied for, for now (暂停办理).</summary>
/// <param name="Reason">Why.</param>
/// <param name="Since">Since when.</param>
public sealed record Suspension(string Reason, DateTimeOffset Since);
