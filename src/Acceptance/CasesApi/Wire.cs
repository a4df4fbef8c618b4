using System.Text.Json.Nodes;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Submit;
using Yiwang.Acceptance.Timeline;
using Yiwang.Exchange;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.CasesApi;

/// <summary>An application, as a channel sends it.</summary>
/// <param name="ItemCode">事项编码, such as XK-SCJG-004.</param>
/// <param name="RegionCode">The region whose department decides; 6, 9 or 12 characters.</param>
/// <param name="ServicePointCode">The service point at which it was handed in; null online.</param>
/// <param name="Channel">web, app, kiosk, window or api.</param>
/// <param name="Applicant">The applicant.</param>
/// <param name="Form">The form's values by field name.</param>
/// <param name="Materials">The materials, uploaded before.</param>
/// <param name="Commitments">Commitments signed in place of materials (告知承诺).</param>
internal sealed record CaseRequest(string? ItemCode, string? RegionCode, string? ServicePointCode, string? Channel, Applicant? Applicant, JsonObject? Form, List<MaterialChoice>? Materials, List<CommitmentRequest>? Commitments = null);

/// <summary>A commitment, signed in place of a material that lets one.</summary>
/// <param name="Code">The material's code.</param>
/// <param name="SignedBy">Who signed, after having been shown what is promised: the applicant; for a company who may sign for it.</param>
internal sealed record CommitmentRequest(string? Code, string? SignedBy);

/// <summary>The answer to an application.</summary>
/// <param name="CaseNumber">The case number (办件编号).</param>
internal sealed record CaseCreated(CaseNumber CaseNumber);

/// <summary>What a correction supplies: fields and materials that are new or changed.</summary>
internal sealed record CorrectionRequest(JsonObject? Form, List<MaterialChoice>? Materials, List<CommitmentRequest>? Commitments = null);

/// <summary>Materials that were owed.</summary>
internal sealed record SupplyRequest(List<MaterialChoice>? Materials);

/// <summary>Why an applicant withdraws.</summary>
internal sealed record WithdrawalRequest(string? Reason);

/// <summary>The limits of a case, as days in Ningbo.</summary>
/// <param name="AnswerBy">The last day for answering whether it is accepted.</param>
/// <param name="AcceptedOn">The day of acceptance; null before.</param>
/// <param name="PromisedDue">The promised last day.</param>
/// <param name="LegalDue">The legal last day; null when the law gives none.</param>
/// <param name="Provisional">Whether a day lies in a year whose holidays are not published yet.</param>
/// <param name="CorrectBy">The last day for handing in what the correction notice asked for; null while there was none.</param>
/// <param name="Procedure">The special procedure for which the limits stand still; null while they run.</param>
/// <param name="ExtendedDays">Working days by which the limits were extended.</param>
/// <param name="OwedBy">The last day for handing in materials that may follow; null when none was ever owed.</param>
internal sealed record CaseLimits(
    DateOnly AnswerBy, DateOnly? AcceptedOn, DateOnly? PromisedDue, DateOnly? LegalDue, bool Provisional, DateOnly? CorrectBy, RunningProcedure? Procedure, int ExtendedDays, DateOnly? OwedBy)
{
    internal static CaseLimits Of(Case found) => new(
        found.AnswerBy, found.AcceptedOn, found.PromisedDue, found.LegalDue, found.AnswerByProvisional || found.DueProvisional || found.CorrectByProvisional || found.OwedByProvisional, found.CorrectBy,
        found.Running is { } running ? new(running.Kind, ProcedureKinds.Name(running.Kind), running.StartedOn, running.PlannedDays) : null, found.ExtendedDays, found.OwedBy);
}

/// <summary>A special procedure that is going on (特别程序).</summary>
/// <param name="Kind">Which, as the exchange contract names it.</param>
/// <param name="Name">Which, as the law names it.</param>
/// <param name="StartedOn">The day on which it started.</param>
/// <param name="PlannedDays">How many working days it is to take.</param>
internal sealed record RunningProcedure(string Kind, string Name, DateOnly StartedOn, int PlannedDays);

/// <summary>The result of a case.</summary>
/// <param name="Ending">granted, refused, declined, withdrawn, deemed-withdrawn, acceptance-revoked or terminated.</param>
/// <param name="Reason">The reasons given.</param>
/// <param name="DocumentNumber">The number of the decision.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="LicenceName">The document issued.</param>
/// <param name="LicenceNumber">Its number.</param>
/// <param name="Excluded">What was not granted of it, each with its reason; empty where the whole was granted, or nothing.</param>
internal sealed record CaseResult(string Ending, string? Reason, string? DocumentNumber, DateOnly? DecidedOn, string? LicenceName, string? LicenceNumber, IReadOnlyList<CorrectionProblem> Excluded);

/// <summary>A case, as a channel sees it.</summary>
internal sealed record CaseView(
    CaseNumber CaseNumber, string Status, string StatusText, ItemCode ItemCode, string ItemName, RegionCode Region, string Department, string? ServicePoint,
    DateTimeOffset SubmittedAt, CaseLimits Limits, JsonNode? CorrectionProblems, IReadOnlyList<OwedMaterial> Owed, CaseResult? Result, IReadOnlyList<TimelineEntry> Timeline)
{
    internal static CaseView Of(Case found, IReadOnlyList<TimelineEntry> timeline) => new(
        found.Number, CaseWords.Code(found.State), CaseWords.Status(found), found.Item, found.ItemName, found.Region, found.DepartmentName, found.ServicePoint,
        found.SubmittedAt, CaseLimits.Of(found),
        found.State is CaseState.AwaitingCorrection ? JsonNode.Parse(found.CorrectionProblems!) : null, found.ReadOwed(),
        found.Ending is { } ending ? new(CaseWords.Code(ending), found.Reason, found.DocumentNumber, found.DecidedOn, found.LicenceName, found.LicenceNumber, found.ReadNotGranted()) : null,
        timeline);
}
