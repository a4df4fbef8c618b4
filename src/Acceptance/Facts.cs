using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance;

/// <summary>A window official looked for an applicant by number.</summary>
[Fact("acceptance.applicant-looked-up")]
public sealed record ApplicantLookedUp(bool Found);

/// <summary>Something that is missing or wrong in an application, and why it is needed.</summary>
/// <param name="What">What to hand in or change.</param>
/// <param name="Why">Why.</param>
public sealed record CorrectionProblem(string What, string Why);

/// <summary>申报: an application was handed in and received.</summary>
[Fact("acceptance.case-submitted")]
public sealed record CaseSubmitted(CaseNumber Case, ItemCode Item, int ItemVersion, RegionCode Region, string Department, string DepartmentName, string System, string Channel, string? ServicePoint, string? ServicePointName, DateOnly AnswerBy);

/// <summary>受理, or 逾期视为受理 when <paramref name="By"/> is <c>silence</c>.</summary>
[Fact("acceptance.case-accepted")]
public sealed record CaseAccepted(string By, DateOnly AcceptedOn, DateOnly? LegalDue, DateOnly PromisedDue, bool Provisional);

/// <summary>期限重新计算: next year's holidays have become known.</summary>
[Fact("acceptance.limits-recounted")]
public sealed record LimitsRecounted(DateOnly AnswerBy, DateOnly? LegalDue, DateOnly? PromisedDue, bool Provisional);

/// <summary>补正告知: everything that is missing, told once.</summary>
[Fact("acceptance.correction-requested")]
public sealed record CorrectionRequested(string By, IReadOnlyList<CorrectionProblem> Problems);

/// <summary>补正: the applicant handed in what was asked for.</summary>
[Fact("acceptance.case-corrected")]
public sealed record CaseCorrected(int Submission, DateOnly AnswerBy);

/// <summary>不予受理.</summary>
[Fact("acceptance.case-declined")]
public sealed record CaseDeclined(string By, string Reason);

/// <summary>撤回.</summary>
[Fact("acceptance.case-withdrawn")]
public sealed record CaseWithdrawn(string Reason);

/// <summary>A step of handling ended (审批环节).</summary>
[Fact("acceptance.step-completed")]
public sealed record StepCompleted(string Step, string Organ, string Opinion);

/// <summary>决定.</summary>
[Fact("acceptance.decision-made")]
public sealed record DecisionMade(string Result, string Reason, string DocumentNumber, DateOnly DecidedOn);

/// <summary>制证: the result document was issued.</summary>
[Fact("acceptance.licence-issued")]
public sealed record LicenceIssued(string Name, string Number, DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>办结.</summary>
[Fact("acceptance.case-closed")]
public sealed record CaseClosed(string Ending);

/// <summary>取件、送达.</summary>
[Fact("acceptance.case-handed-over")]
public sealed record CaseHandedOver(string Way);
