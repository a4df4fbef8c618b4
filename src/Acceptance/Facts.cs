using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance;

/// <summary>A window official looked for an applicant by number.</summary>
[Fact("acceptance.applicant-looked-up")]
public sealed record ApplicantLookedUp(bool Found);

/// <summary>同意使用以前的材料: an applicant at a window agreed that what he handed in before, and results that he was given, are looked up and used (个人信息保护法 14, 29).</summary>
/// <param name="Used">The names of the materials that were taken over; empty when the agreement is given, on the draft's stream.</param>
[Fact("acceptance.papers-consented")]
public sealed record PapersConsented(IReadOnlyList<string> Used);

/// <summary>Something that is missing or wrong in an application, and why it is needed.</summary>
/// <param name="What">What to hand in or change.</param>
/// <param name="Why">Why.</param>
public sealed record CorrectionProblem(string What, string Why);

/// <summary>申报: an application was handed in and received.</summary>
[Fact("acceptance.case-submitted")]
public sealed record CaseSubmitted(CaseNumber Case, ItemCode Item, int ItemVersion, RegionCode Region, string Department, string DepartmentName, string System, string Channel, string? ServicePoint, string? ServicePointName, DateOnly AnswerBy, string? ItemName = null);

/// <summary>受理, or 逾期视为受理 when <paramref name="By"/> is <c>silence</c>.</summary>
/// <param name="By">window, department or silence.</param>
/// <param name="AcceptedOn">The day of acceptance.</param>
/// <param name="LegalDue">The last day by law; null where it gives none.</param>
/// <param name="PromisedDue">The last day by promise.</param>
/// <param name="Provisional">Whether a day lies in a year whose holidays are not known.</param>
/// <param name="Owed">容缺受理: the materials that may follow; null when none is owed.</param>
/// <param name="OwedBy">By when they are to be handed in.</param>
[Fact("acceptance.case-accepted")]
public sealed record CaseAccepted(string By, DateOnly AcceptedOn, DateOnly? LegalDue, DateOnly PromisedDue, bool Provisional, IReadOnlyList<string>? Owed = null, DateOnly? OwedBy = null);

/// <summary>期限重新计算: next year's holidays have become known.</summary>
[Fact("acceptance.limits-recounted")]
public sealed record LimitsRecounted(DateOnly AnswerBy, DateOnly? LegalDue, DateOnly? PromisedDue, bool Provisional);

/// <summary>特别程序: the clock stands still (行政许可法 45).</summary>
[Fact("acceptance.procedure-started")]
public sealed record ProcedureStarted(string Kind, string Reason, DateOnly StartedOn, int PlannedDays, DateOnly? LegalDue, DateOnly PromisedDue, bool Provisional);

/// <summary>特别程序结束: the clock runs on, later by the working days that it took.</summary>
[Fact("acceptance.procedure-ended")]
public sealed record ProcedureEnded(string Kind, DateOnly EndedOn, DateOnly? LegalDue, DateOnly PromisedDue, bool Provisional);

/// <summary>延期 (行政许可法 42): how many working days, why, and who approved it.</summary>
[Fact("acceptance.limit-extended")]
public sealed record LimitExtended(int Days, string Reason, string Approver, DateOnly? LegalDue, DateOnly PromisedDue, bool Provisional);

/// <summary>容缺补交: owed materials came in; which are still owed, and the limits, which stood still until now.</summary>
[Fact("acceptance.material-supplied")]
public sealed record MaterialSupplied(int Submission, IReadOnlyList<string> Supplied, IReadOnlyList<string> StillOwed, DateOnly? LegalDue, DateOnly PromisedDue);

/// <summary>撤销受理: owed materials did not come in time (浙江省保障“最多跑一次”改革规定 11).</summary>
[Fact("acceptance.acceptance-revoked")]
public sealed record AcceptanceRevoked(string Reason);

/// <summary>视为撤回: no correction came in time (浙江省保障“最多跑一次”改革规定 11).</summary>
[Fact("acceptance.case-deemed-withdrawn")]
public sealed record CaseDeemedWithdrawn(DateOnly CorrectBy);

/// <summary>征求意见: a department was asked, or asked again (协调) with what is to be talked over.</summary>
[Fact("acceptance.opinion-asked")]
public sealed record OpinionAsked(CaseNumber Number, string Department, string DepartmentName, DateOnly Due, int Round, string Note);

/// <summary>A department answered: agree, conditional, disagree, or silence where that counts as agreement.</summary>
[Fact("acceptance.opinion-answered")]
public sealed record OpinionAnswered(CaseNumber Number, string Department, string DepartmentName, string Answer, string Reason, int Round);

/// <summary>A department's own limit passed without an answer.</summary>
[Fact("acceptance.opinion-overdue")]
public sealed record OpinionOverdue(CaseNumber Number, string Department, string DepartmentName, DateOnly Due, int Round);

/// <summary>A department need not answer any more.</summary>
[Fact("acceptance.opinion-not-needed")]
public sealed record OpinionNotNeeded(CaseNumber Number, string Department, string DepartmentName);

/// <summary>终止办理.</summary>
[Fact("acceptance.case-terminated")]
public sealed record CaseTerminated(string Reason);

/// <summary>补正告知: everything that is missing, told once, and by when it is to be handed in.</summary>
[Fact("acceptance.correction-requested")]
public sealed record CorrectionRequested(string By, IReadOnlyList<CorrectionProblem> Problems, DateOnly? CorrectBy = null);

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

/// <summary>决定; <paramref name="Excluded"/> names what was not granted of it, and why (部分准予); null where the whole was granted, or nothing.</summary>
[Fact("acceptance.decision-made")]
public sealed record DecisionMade(string Result, string Reason, string DocumentNumber, DateOnly DecidedOn, IReadOnlyList<CorrectionProblem>? Excluded = null);

/// <summary>制证: the result document was issued.</summary>
[Fact("acceptance.licence-issued")]
public sealed record LicenceIssued(string Name, string Number, DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>评价: 1 非常不满意 to 5 非常满意, and by when a bad one is to be answered.</summary>
[Fact("acceptance.case-rated")]
public sealed record CaseRated(int Level, string Channel, DateOnly? AnswerBy);

/// <summary>A bad rating was answered.</summary>
[Fact("acceptance.rating-answered")]
public sealed record RatingAnswered;

/// <summary>催告: the applicant is reminded that something is to be handed in, before the day passes.</summary>
[Fact("acceptance.applicant-reminded")]
public sealed record ApplicantReminded(string What, DateOnly By);

/// <summary>催办: the applicant asks the department to hurry.</summary>
[Fact("acceptance.case-urged")]
public sealed record CaseUrged(string Words);

/// <summary>办结.</summary>
[Fact("acceptance.case-closed")]
public sealed record CaseClosed(string Ending);

/// <summary>取件、送达; <paramref name="ByCode"/> where who collected showed the code (取件码), and the service point that handed it over.</summary>
[Fact("acceptance.case-handed-over")]
public sealed record CaseHandedOver(string Way, bool ByCode = false, string? ServicePoint = null);
