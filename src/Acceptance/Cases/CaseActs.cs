using System.Text.Json;
using Yiwang.Acceptance.Joint;
using Yiwang.Acceptance.Owed;
using Yiwang.Catalogue;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Cases;

/// <summary>
/// The acts that can come from more than one side (window, department, silence): each changes the case, journals the fact and
/// tells the department when it was not its own act. Callers save.
/// </summary>
internal sealed class CaseActs(YiwangDb db, Journal journal, ICatalogue catalogue, OwedMaterials owed, JointActs joint, AcceptanceSettings settings, WorkCalendar calendar, TimeProvider clock)
{
    /// <summary>受理, or 容缺受理 where materials are missing that may follow: then they are told with it, and by when.</summary>
    internal async Task<Outcome> Accept(Case found, AcceptedBy by, DateOnly? on, CancellationToken stop)
    {
        var item = await Item(found, stop);
        var today = WorkCalendar.TodayInNingbo(clock);
        var outcome = by is AcceptedBy.Silence ? found.AcceptBySilence(today, item.Limits, calendar) : found.Accept(by, on ?? today, today, item.Limits, calendar);
        if (!outcome.IsDone) return outcome;
        var missing = await owed.Of(found, item, stop);
        if (missing.Count > 0) found.Owe(missing, settings.OwedDays, today, item.Limits, calendar);
        journal.Append(found.Stream(), new CaseAccepted(
            Name(found.AcceptedBy!.Value), found.AcceptedOn!.Value, found.LegalDue, found.PromisedDue!.Value, found.DueProvisional, missing.Count > 0 ? [.. missing.Select(m => m.Name)] : null, found.OwedBy));
        // A department that was late learns that the law was first, and from which day the limits run.
        if (found.AcceptedBy is not AcceptedBy.Department) journal.Tell(found, MessageTypes.Accepted);
        else if (missing.Count > 0) journal.Tell(found, MessageTypes.LimitsChanged);
        await joint.Ask(found, item, stop);
        return outcome;
    }

    /// <param name="found">The case.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="problems">Everything that is missing.</param>
    /// <param name="correctBy">The last day for handing it in; null for the city's usual number of working days.</param>
    internal Outcome RequestCorrection(Case found, AcceptedBy by, IReadOnlyList<CorrectionProblem> problems, DateOnly? correctBy = null)
    {
        var outcome = found.RequestCorrection(problems, JsonSerializer.Serialize(problems, Journal.Json), correctBy, settings.CorrectionDays, WorkCalendar.TodayInNingbo(clock), calendar);
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CorrectionRequested(Name(by), [.. problems.Select(p => new CorrectionProblem(PersonalText.Hide(p.What), PersonalText.Hide(p.Why)))], found.CorrectBy));
        if (by is not AcceptedBy.Department) journal.Tell(found, MessageTypes.CorrectionRequired);
        return outcome;
    }

    internal async Task<Outcome> Decline(Case found, AcceptedBy by, string reason, CancellationToken stop)
    {
        var outcome = found.Decline(reason, clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CaseDeclined(Name(by), PersonalText.Hide(reason)));
        journal.Append(found.Stream(), new CaseClosed(CaseWords.Code(CaseEnding.Declined)));
        if (by is not AcceptedBy.Department) journal.Tell(found, MessageTypes.Declined);
        await joint.End(found, stop);
        return outcome;
    }

    /// <summary>视为撤回: the day for correcting has passed.</summary>
    internal async Task<Outcome> DeemWithdrawn(Case found, CancellationToken stop)
    {
        var outcome = found.DeemWithdrawn(WorkCalendar.TodayInNingbo(clock), clock.GetUtcNow());
        return outcome.IsDone ? await Ended(found, new CaseDeemedWithdrawn(found.CorrectBy!.Value), stop) : outcome;
    }

    /// <summary>撤销受理: the day for handing in what was owed has passed.</summary>
    internal async Task<Outcome> RevokeAcceptance(Case found, CancellationToken stop)
    {
        var outcome = found.RevokeAcceptance(WorkCalendar.TodayInNingbo(clock), clock.GetUtcNow());
        return outcome.IsDone ? await Ended(found, new AcceptanceRevoked(found.Reason!), stop) : outcome;
    }

    /// <summary>催告: reminds the applicant, once for each day.</summary>
    internal Outcome Remind(Case found)
    {
        if (found.Remind() is not var (what, by)) return new Refusal(RefusalKind.Conflict, "nothing-to-remind", "没有需要提醒的。");
        journal.Append(found.Stream(), new ApplicantReminded(what, by));
        return Outcome.Done;
    }

    /// <summary>特别程序 starts.</summary>
    internal async Task<Outcome> StartProcedure(Case found, string kind, int plannedDays, string reason, DateOnly on, CancellationToken stop)
    {
        var outcome = found.StartProcedure(kind, plannedDays, reason, on, WorkCalendar.TodayInNingbo(clock), (await Item(found, stop)).Limits, calendar);
        return outcome.IsDone ? Recounted(found, new ProcedureStarted(kind, PersonalText.Hide(reason), on, plannedDays, found.LegalDue, found.PromisedDue!.Value, found.DueProvisional)) : outcome;
    }

    /// <summary>特别程序 ends.</summary>
    internal async Task<Outcome> EndProcedure(Case found, DateOnly on, CancellationToken stop)
    {
        var kind = found.Running?.Kind;
        var outcome = found.EndProcedure(on, WorkCalendar.TodayInNingbo(clock), (await Item(found, stop)).Limits, calendar);
        return outcome.IsDone ? Recounted(found, new ProcedureEnded(kind!, on, found.LegalDue, found.PromisedDue!.Value, found.DueProvisional)) : outcome;
    }

    /// <summary>延期.</summary>
    internal async Task<Outcome> Extend(Case found, int days, string reason, string approver, CancellationToken stop)
    {
        var outcome = found.Extend(days, reason, approver, WorkCalendar.TodayInNingbo(clock), (await Item(found, stop)).Limits, calendar);
        return outcome.IsDone ? Recounted(found, new LimitExtended(days, PersonalText.Hide(reason), approver.Trim(), found.LegalDue, found.PromisedDue!.Value, found.DueProvisional)) : outcome;
    }

    /// <summary>Counts anew what was counted into a year whose holidays were not known.</summary>
    internal async Task CountAgain(Case found, CancellationToken stop)
    {
        if (!found.CountAgain((await Item(found, stop)).Limits, calendar)) return;
        Recounted(found, new LimitsRecounted(found.AnswerBy, found.LegalDue, found.PromisedDue, found.AnswerByProvisional || found.DueProvisional));
    }

    /// <summary>The version of the item under which the case was submitted.</summary>
    internal async Task<ServiceItem> Item(Case found, CancellationToken stop) =>
        await catalogue.Version(found.Item, found.Region, found.ItemVersion, stop) ?? throw new InvalidOperationException($"Item {found.Item} version {found.ItemVersion} is gone.");

    /// <summary>Loads a case for an act.</summary>
    internal async Task<Case?> Load(CaseNumber number, CancellationToken stop) => await db.Set<Case>().FindAsync([number], stop);

    /// <summary>The department learns the days as the platform counts them, whoever made them move.</summary>
    private Outcome Recounted<T>(Case found, T fact) where T : notnull
    {
        journal.Append(found.Stream(), fact);
        journal.Tell(found, MessageTypes.LimitsChanged);
        return Outcome.Done;
    }

    private async Task<Outcome> Ended<T>(Case found, T fact, CancellationToken stop) where T : notnull
    {
        journal.Append(found.Stream(), fact);
        journal.Append(found.Stream(), new CaseClosed(CaseWords.Code(found.Ending!.Value)));
        journal.Tell(found, MessageTypes.Withdrawn);
        await joint.End(found, stop);
        return Outcome.Done;
    }

    private static string Name(AcceptedBy by) => by switch { AcceptedBy.Window => "window", AcceptedBy.Silence => "silence", _ => "department" };
}
