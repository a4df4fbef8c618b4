using Yiwang.Acceptance;
using Yiwang.Acceptance.Reform;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Journals;

namespace Yiwang.Supervision.Watch;

/// <summary>What each fact changes in the picture of a case.</summary>
internal static class FollowCase
{
    /// <summary>The facts that change it.</summary>
    internal static IReadOnlyList<string> Kinds { get; } =
    [
        FactAttribute.KindOf<CaseSubmitted>(), FactAttribute.KindOf<CaseAccepted>(), FactAttribute.KindOf<LimitsRecounted>(), FactAttribute.KindOf<ProcedureStarted>(), FactAttribute.KindOf<ProcedureEnded>(),
        FactAttribute.KindOf<LimitExtended>(), FactAttribute.KindOf<MaterialSupplied>(), FactAttribute.KindOf<CorrectionRequested>(), FactAttribute.KindOf<CaseCorrected>(), FactAttribute.KindOf<StepCompleted>(),
        FactAttribute.KindOf<DecisionMade>(), FactAttribute.KindOf<CaseMoved>(), FactAttribute.KindOf<AcceptanceRevoked>(), FactAttribute.KindOf<CaseDeemedWithdrawn>(), FactAttribute.KindOf<CaseDeclined>(),
        FactAttribute.KindOf<CaseWithdrawn>(), FactAttribute.KindOf<CaseTerminated>(), FactAttribute.KindOf<CaseHandedOver>(), FactAttribute.KindOf<CaseRated>(),
    ];

    /// <summary>Takes a fact; whose department a case is after it has moved, the caller says.</summary>
    internal static void Take(WatchedCase found, JournalEntry entry, WorkCalendar calendar)
    {
        switch (entry.Kind)
        {
            case "acceptance.case-accepted" when Journal.Read<CaseAccepted>(entry) is var f:
                (found.AcceptedOn, found.LegalDue, found.PromisedDue, found.AwaitsApplicant) = (f.AcceptedOn, f.LegalDue, f.PromisedDue, f.Owed is not null);
                found.PromisedDays = calendar.CountProvisionally(f.AcceptedOn, f.PromisedDue).Days;
                break;
            case "acceptance.limits-recounted" when Journal.Read<LimitsRecounted>(entry) is var f:
                (found.AnswerBy, found.LegalDue, found.PromisedDue) = (f.AnswerBy, f.LegalDue, f.PromisedDue);
                break;
            case "acceptance.procedure-started" when Journal.Read<ProcedureStarted>(entry) is var f:
                (found.LegalDue, found.PromisedDue, found.PausedUntil) = (f.LegalDue, f.PromisedDue, calendar.AddProvisionally(f.StartedOn, f.PlannedDays).Day);
                break;
            case "acceptance.procedure-ended" when Journal.Read<ProcedureEnded>(entry) is var f:
                (found.LegalDue, found.PromisedDue, found.PausedUntil) = (f.LegalDue, f.PromisedDue, null);
                break;
            case "acceptance.limit-extended" when Journal.Read<LimitExtended>(entry) is var f:
                (found.LegalDue, found.PromisedDue) = (f.LegalDue, f.PromisedDue);
                break;
            case "acceptance.material-supplied" when Journal.Read<MaterialSupplied>(entry) is var f:
                (found.LegalDue, found.PromisedDue, found.AwaitsApplicant) = (f.LegalDue, f.PromisedDue, f.StillOwed.Count > 0);
                CameToAWindow(found, entry);
                break;
            case "acceptance.correction-requested":
                (found.AwaitsApplicant, found.CorrectionAt) = (true, found.CorrectionAt ?? entry.At);
                break;
            case "acceptance.case-corrected":
                (found.AwaitsApplicant, found.AnswerBy) = (false, Journal.Read<CaseCorrected>(entry).AnswerBy);
                CameToAWindow(found, entry);
                break;
            case "acceptance.step-completed":
                found.Reviewed = true;
                break;
            case "acceptance.decision-made" when Journal.Read<DecisionMade>(entry) is var f:
                End(found, entry, f.Result == "granted" ? Ending.Granted : Ending.Refused);
                (found.DecidedOn, found.Days) = (f.DecidedOn, calendar.CountProvisionally(found.AcceptedOn ?? f.DecidedOn, f.DecidedOn).Days);
                break;
            case "acceptance.case-declined":
                End(found, entry, Ending.Declined);
                break;
            case "acceptance.acceptance-revoked" or "acceptance.case-deemed-withdrawn" or "acceptance.case-withdrawn" or "acceptance.case-terminated":
                End(found, entry, Ending.Stopped);
                break;
            case "acceptance.case-handed-over":
                if (Journal.Read<CaseHandedOver>(entry).Way == "counter") found.Visits++;
                break;
            case "acceptance.case-rated":
                (found.Rating, found.RatedAt) = (Journal.Read<CaseRated>(entry).Level, entry.At);
                break;
        }
    }

    /// <summary>Whether a channel means that the applicant came.</summary>
    internal static bool IsVisit(string channel) => channel is "window" or "kiosk";

    private static void End(WatchedCase found, JournalEntry entry, Ending ending)
    {
        if (found.Ended) return;
        (found.EndedAt, found.Ending) = (entry.At, ending);
    }

    /// <summary>What an official enters for an applicant, the applicant brought.</summary>
    private static void CameToAWindow(WatchedCase found, JournalEntry entry)
    {
        if (entry.Actor.StartsWith(Actor.OfficialKind + ":", StringComparison.Ordinal)) found.Visits++;
    }
}
