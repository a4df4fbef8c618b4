using System.Text.Json;
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
internal sealed class CaseActs(YiwangDb db, Journal journal, ICatalogue catalogue, WorkCalendar calendar, TimeProvider clock)
{
    internal async Task<Outcome> Accept(Case found, AcceptedBy by, DateOnly? on, CancellationToken stop)
    {
        var limits = (await Item(found, stop)).Limits;
        var today = WorkCalendar.TodayInNingbo(clock);
        var outcome = by is AcceptedBy.Silence ? found.AcceptBySilence(today, limits, calendar) : found.Accept(by, on ?? today, today, limits, calendar);
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CaseAccepted(Name(found.AcceptedBy!.Value), found.AcceptedOn!.Value, found.LegalDue, found.PromisedDue!.Value, found.DueProvisional));
        // A department that was late learns that the law was first, and from which day the limits run.
        if (found.AcceptedBy is not AcceptedBy.Department) journal.Tell(found, MessageTypes.Accepted);
        return outcome;
    }

    internal Outcome RequestCorrection(Case found, AcceptedBy by, IReadOnlyList<CorrectionProblem> problems)
    {
        var outcome = found.RequestCorrection(problems, JsonSerializer.Serialize(problems, Journal.Json), WorkCalendar.TodayInNingbo(clock));
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CorrectionRequested(Name(by), [.. problems.Select(p => new CorrectionProblem(PersonalText.Hide(p.What), PersonalText.Hide(p.Why)))]));
        if (by is not AcceptedBy.Department) journal.Tell(found, MessageTypes.CorrectionRequired);
        return outcome;
    }

    internal Outcome Decline(Case found, AcceptedBy by, string reason)
    {
        var outcome = found.Decline(reason, clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CaseDeclined(Name(by), PersonalText.Hide(reason)));
        journal.Append(found.Stream(), new CaseClosed("declined"));
        if (by is not AcceptedBy.Department) journal.Tell(found, MessageTypes.Declined);
        return outcome;
    }

    /// <summary>Counts anew what was counted into a year whose holidays were not known.</summary>
    internal async Task CountAgain(Case found, CancellationToken stop)
    {
        if (!found.CountAgain((await Item(found, stop)).Limits, calendar)) return;
        journal.Append(found.Stream(), new LimitsRecounted(found.AnswerBy, found.LegalDue, found.PromisedDue, found.AnswerByProvisional || found.DueProvisional));
    }

    /// <summary>The version of the item under which the case was submitted.</summary>
    internal async Task<ServiceItem> Item(Case found, CancellationToken stop) =>
        await catalogue.Version(found.Item, found.Region, found.ItemVersion, stop) ?? throw new InvalidOperationException($"Item {found.Item} version {found.ItemVersion} is gone.");

    /// <summary>Loads a case for an act.</summary>
    internal async Task<Case?> Load(CaseNumber number, CancellationToken stop) => await db.Set<Case>().FindAsync([number], stop);

    private static string Name(AcceptedBy by) => by switch { AcceptedBy.Window => "window", AcceptedBy.Silence => "silence", _ => "department" };
}
