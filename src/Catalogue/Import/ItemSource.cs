namespace Yiwang.Catalogue.Import;

/// <summary>An item as items.json writes it (snake case).</summary>
internal sealed record ItemSource
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? NationalBaseCode { get; init; }
    public string? ZhejiangCode { get; init; }
    public string? MainItem { get; init; }
    public string? PowerSource { get; init; }
    public string? Quota { get; init; }
    public string? VisitsReason { get; init; }
    public List<string> HandlingForms { get; init; } = [];
    public List<HandlingPlace> Places { get; init; } = [];
    public string? ConsultVia { get; init; }
    public string? ComplainVia { get; init; }
    public List<Intermediary> Intermediaries { get; init; } = [];
    public List<ItemQuestion> Questions { get; init; } = [];
    public string? Category { get; init; }
    public string? DepartmentNow { get; init; }
    public List<string> ExerciseLevels { get; init; } = [];
    public List<BasisSource> LegalBasis { get; init; } = [];
    public List<string> Conditions { get; init; } = [];
    public LimitsSource? Limits { get; init; }
    public ResultSource? Result { get; init; }
    public List<string> ServiceObjects { get; init; } = [];
    public ThemesSource? Themes { get; init; }
    public OnlineSource? Online { get; init; }
    public int? Visits { get; init; }
    public string? Scope { get; init; }
    public List<string>? AcceptLevels { get; init; }
    public ChargeSource? Charge { get; init; }
    public List<MaterialSource> Materials { get; init; } = [];
    public List<StepSource> Workflow { get; init; } = [];
    public List<string> PenaltyKinds { get; init; } = [];
    public List<DiscretionSource> Discretion { get; init; } = [];
    public string? DiscretionBasis { get; init; }
    public List<string> SpecialProcedures { get; init; } = [];
    public JointSource? Joint { get; init; }
    public double VolumeWeight { get; init; }
    public string? Note { get; init; }
    public string? ValidTo { get; init; }
    public Dictionary<string, string> Confidence { get; init; } = new(StringComparer.Ordinal);
}

internal sealed record BasisSource(string? Law, string? ArticleCn, bool Verified);

internal sealed record LimitsSource(int? LegalDays, string? LegalDayKind, string? LegalSource, string? LegalSourceArticle, int PromisedDays, string? ItemKind, List<string>? ExcludedFromLimit);

internal sealed record ResultSource(string? Name, string? Validity);

internal sealed record ThemesSource(List<string> Personal, List<string> Corporate);

internal sealed record OnlineSource(string? DepthName, bool ApplyOnline, bool Mobile, bool Delivery);

internal sealed record ChargeSource(bool Charged, string? Standard, string? Basis, string? Confidence, string? Reduction);

internal sealed record MaterialSource(string? Name, bool Required, string? Form, int Copies, string? Source, string? LicenceId, bool CanBeReplacedByLicence, bool AllowLate, string? Basis, string? Notes, bool AllowCommitment);

internal sealed record StepSource(string? Step, string? Key, int? MaxDays);

internal sealed record DiscretionSource(string? Branch, string? Unit, decimal StatutoryMin, decimal StatutoryMax, List<TierSource>? Tiers);

internal sealed record TierSource(string? Tier, string? Circumstances, decimal Min, decimal Max);

internal sealed record JointSource(string? Name, string? Lead, List<string>? Partners, string? Mode, List<string>? Sub, List<string>? Optional, List<ShareSource>? Shares = null);

internal sealed record ShareSource(string? Department, int Days, List<string>? Materials, List<string>? Fields, bool SilenceAgrees, bool Binding, string? Basis);
