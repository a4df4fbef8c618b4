using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance;
using Yiwang.Acceptance.Reform;
using Yiwang.Directory;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Rules;

namespace Yiwang.Supervision.Watch;

/// <summary>Keeps how each case stands, and finds what was done out of order.</summary>
internal sealed class WatchJournal(YiwangDb db, RuleBook book, RaiseFindings raise, IDirectory directory, WorkCalendar calendar, TimeProvider clock) : IJournalReader
{
    public static string Name => "supervision.watch-cases";

    public static TimeSpan Gather => TimeSpan.FromMilliseconds(1000);

    public static IReadOnlyCollection<string> Kinds { get; } =
    [
        FactAttribute.KindOf<CaseSubmitted>(), FactAttribute.KindOf<CaseAccepted>(), FactAttribute.KindOf<LimitsRecounted>(), FactAttribute.KindOf<ProcedureStarted>(), FactAttribute.KindOf<ProcedureEnded>(),
        FactAttribute.KindOf<LimitExtended>(), FactAttribute.KindOf<MaterialSupplied>(), FactAttribute.KindOf<CorrectionRequested>(), FactAttribute.KindOf<CaseCorrected>(), FactAttribute.KindOf<StepCompleted>(),
        FactAttribute.KindOf<DecisionMade>(), FactAttribute.KindOf<CaseMoved>(), FactAttribute.KindOf<AcceptanceRevoked>(), FactAttribute.KindOf<CaseDeemedWithdrawn>(), FactAttribute.KindOf<CaseDeclined>(),
        FactAttribute.KindOf<CaseWithdrawn>(), FactAttribute.KindOf<CaseTerminated>(), FactAttribute.KindOf<CaseClosed>(),
        FactAttribute.KindOf<ReplyRefused>(), FactAttribute.KindOf<MessageDead>(),
    ];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        var rules = await book.Current(stop);
        var numbers = entries.Select(NumberOf).Distinct().ToList();
        var cases = await db.Set<WatchedCase>().Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number, stop);
        foreach (var entry in entries)
        {
            if (entry.Kind == FactAttribute.KindOf<CaseSubmitted>())
            {
                var begun = await Begin(Journal.Read<CaseSubmitted>(entry), stop);
                db.Add(begun);
                cases.Add(begun.Number, begun);
            }
            // One whose beginning lies before this room was there is not watched.
            if (!cases.TryGetValue(NumberOf(entry), out var found)) continue;
            await Take(found, entry, rules, stop);
            if (entry.Stream == StreamOf(found.Number)) found.Seen = entry.Version;
            found.CheckOn = TimeRules.Of(found, rules, calendar).Select(d => (DateOnly?)d.From).Min();
        }
    }

    private async Task<WatchedCase> Begin(CaseSubmitted fact, CancellationToken stop) => new()
    {
        Number = fact.Case, Item = fact.Item, Department = fact.Department, DepartmentName = fact.DepartmentName, Region = await RegionOf(fact.Department, fact.Region, stop), AnswerBy = fact.AnswerBy,
    };

    private async ValueTask<RegionCode> RegionOf(string department, RegionCode otherwise, CancellationToken stop) => (await directory.Department(department, stop))?.Region.County ?? otherwise.County;

    private async Task Take(WatchedCase found, JournalEntry entry, IReadOnlyDictionary<string, SupervisionRule> rules, CancellationToken stop)
    {
        switch (entry.Kind)
        {
            case "acceptance.case-accepted":
                await Accept(found, Journal.Read<CaseAccepted>(entry), rules, stop);
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
                break;
            case "acceptance.correction-requested":
                found.AwaitsApplicant = true;
                break;
            case "acceptance.case-corrected":
                (found.AwaitsApplicant, found.AnswerBy) = (false, Journal.Read<CaseCorrected>(entry).AnswerBy);
                break;
            case "acceptance.step-completed":
                found.Reviewed = true;
                break;
            case "acceptance.decision-made":
                await Decide(found, Journal.Read<DecisionMade>(entry), rules, stop);
                break;
            case "acceptance.case-moved" when Journal.Read<CaseMoved>(entry) is var f:
                (found.Department, found.DepartmentName, found.Region) = (f.Department, f.DepartmentName, await RegionOf(f.Department, found.Region, stop));
                break;
            case "exchange.reply-refused":
                if (Attempted(Journal.Read<ReplyRefused>(entry)) is { } broken) await raise.Once(found, rules[broken], entry.Version, stop);
                break;
            case "exchange.message-dead":
                await raise.Once(found, rules["DATA_SILENT"], entry.Version, stop);
                break;
            case "acceptance.case-submitted":
                break;
            default:
                found.Ended = true;
                break;
        }
    }

    private async Task Accept(WatchedCase found, CaseAccepted fact, IReadOnlyDictionary<string, SupervisionRule> rules, CancellationToken stop)
    {
        (found.AcceptedOn, found.LegalDue, found.PromisedDue, found.AwaitsApplicant) = (fact.AcceptedOn, fact.LegalDue, fact.PromisedDue, fact.Owed is not null);
        found.PromisedDays = calendar.CountProvisionally(fact.AcceptedOn, fact.PromisedDue).Days;
        if (fact.By == "silence") await raise.Once(found, rules["TIME_SILENT"], 0, stop);
    }

    /// <summary>A decision ends the limits, and shows what was left out before it. What the clock had broken by then was found by <see cref="WatchTime"/>, or is now.</summary>
    private async Task Decide(WatchedCase found, DecisionMade fact, IReadOnlyDictionary<string, SupervisionRule> rules, CancellationToken stop)
    {
        if (fact.Result == "granted" && !found.Reviewed && found.PromisedDays >= rules["PROC_REVIEW"].Parameter) await raise.Once(found, rules["PROC_REVIEW"], 0, stop);
        foreach (var due in TimeRules.Of(found, rules, calendar).Where(d => d.From <= WorkCalendar.TodayInNingbo(clock) && d.From <= fact.DecidedOn && rules[d.Rule].Level >= Signal.YellowCard).ToList())
            await raise.Once(found, rules[due.Rule], due.About.DayNumber, stop);
        found.Ended = true;
    }

    /// <summary>The rule that a department tried to break; acceptance did not let it, and the journal has it all the same.</summary>
    private static string? Attempted(ReplyRefused fact) => (fact.Type, fact.Code) switch
    {
        (MessageTypes.CorrectionRequired, "already-asked") => "PROC_CORRECTIONS",
        (MessageTypes.StepCompleted or MessageTypes.DecisionMade, "wrong-state") => "PROC_ORDER",
        (MessageTypes.Declined or MessageTypes.DecisionMade, "reason-missing") => "CONT_REASON",
        _ => null,
    };

    internal static string StreamOf(CaseNumber number) => $"case/{number.Value}";

    /// <summary>Both what happened to a case and what was exchanged about it stand under its number.</summary>
    private static CaseNumber NumberOf(JournalEntry entry) => CaseNumber.Parse(entry.Stream[(entry.Stream.IndexOf('/', StringComparison.Ordinal) + 1)..], null);
}
