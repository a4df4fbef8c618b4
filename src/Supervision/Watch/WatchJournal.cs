using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance;
using Yiwang.Acceptance.Reform;
using Yiwang.Directory;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Supervision.Figures;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Rules;

namespace Yiwang.Supervision.Watch;

/// <summary>Keeps how each case stands, counts it, and finds what was done out of order.</summary>
internal sealed class WatchJournal(YiwangDb db, RuleBook book, RaiseFindings raise, IDirectory directory, WorkCalendar calendar, TimeProvider clock) : IJournalReader
{
    public static string Name => "supervision.watch-cases";

    public static TimeSpan Gather => TimeSpan.FromMilliseconds(1000);

    public static int ParkAfter => 3;

    public static IReadOnlyCollection<string> Kinds { get; } = [.. FollowCase.Kinds, FactAttribute.KindOf<ReplyRefused>(), FactAttribute.KindOf<MessageDead>()];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        var rules = await book.Current(stop);
        var numbers = entries.Select(NumberOf).Distinct().ToList();
        var cases = await db.Set<WatchedCase>().Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number, stop);
        var sums = new Dictionary<TallyKey, int[]>();
        foreach (var found in cases.Values) CaseTally.Add(sums, found, -1);
        foreach (var entry in entries)
        {
            if (entry.Kind == FactAttribute.KindOf<CaseSubmitted>())
            {
                var begun = await Begin(Journal.Read<CaseSubmitted>(entry), entry.At, stop);
                db.Add(begun);
                cases.Add(begun.Number, begun);
            }
            // One whose beginning lies before this room was there is not watched.
            if (!cases.TryGetValue(NumberOf(entry), out var found)) continue;
            await Take(found, entry, rules, stop);
            if (entry.Stream == StreamOf(found.Number)) found.Seen = Math.Max(found.Seen, entry.Version);
            found.CheckOn = TimeRules.Of(found, rules, calendar).Select(d => (DateOnly?)d.From).Min();
        }
        foreach (var found in cases.Values) CaseTally.Add(sums, found, 1);
        await Tallies.Add(db, sums, stop);
        await NameItems(entries, stop);
    }

    private async Task NameItems(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        var named = entries.Where(e => e.Kind == FactAttribute.KindOf<CaseSubmitted>()).Select(Journal.Read<CaseSubmitted>).Where(f => f.ItemName is not null).GroupBy(f => f.Item).ToDictionary(g => g.Key, g => g.Last().ItemName!);
        if (named.Count == 0) return;
        var known = await db.Set<WatchedItem>().Where(i => named.Keys.Contains(i.Code)).ToDictionaryAsync(i => i.Code, stop);
        foreach (var (code, name) in named)
        {
            if (known.TryGetValue(code, out var item)) item.Name = name;
            else db.Add(new WatchedItem { Code = code, Name = name });
        }
    }

    private async Task<WatchedCase> Begin(CaseSubmitted fact, DateTimeOffset at, CancellationToken stop) => new()
    {
        Number = fact.Case, Item = fact.Item, Department = fact.Department, DepartmentName = fact.DepartmentName, Region = await RegionOf(fact.Department, fact.Region, stop), AnswerBy = fact.AnswerBy,
        Channel = fact.Channel, Point = fact.ServicePoint ?? "", SubmittedAt = at, Visits = FollowCase.IsVisit(fact.Channel) ? 1 : 0,
    };

    private async ValueTask<RegionCode> RegionOf(string department, RegionCode otherwise, CancellationToken stop) => (await directory.Department(department, stop))?.Region.County ?? otherwise.County;

    private async Task Take(WatchedCase found, JournalEntry entry, IReadOnlyDictionary<string, SupervisionRule> rules, CancellationToken stop)
    {
        switch (entry.Kind)
        {
            case "acceptance.case-accepted" when Journal.Read<CaseAccepted>(entry).By == "silence":
                await raise.Once(found, rules["TIME_SILENT"], 0, stop);
                break;
            case "acceptance.decision-made" when !found.Ended:
                await Decided(found, Journal.Read<DecisionMade>(entry), rules, stop);
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
        }
        FollowCase.Take(found, entry, calendar);
    }

    /// <summary>A decision ends the limits, and shows what was left out before it. What the clock had broken by then was found by <see cref="WatchTime"/>, or is now.</summary>
    private async Task Decided(WatchedCase found, DecisionMade fact, IReadOnlyDictionary<string, SupervisionRule> rules, CancellationToken stop)
    {
        if (fact.Result == "granted" && !found.Reviewed && found.PromisedDays >= rules["PROC_REVIEW"].Parameter) await raise.Once(found, rules["PROC_REVIEW"], 0, stop);
        foreach (var due in TimeRules.Of(found, rules, calendar).Where(d => d.From <= WorkCalendar.TodayInNingbo(clock) && d.From <= fact.DecidedOn && rules[d.Rule].Level >= Signal.YellowCard).ToList())
            await raise.Once(found, rules[due.Rule], due.About.DayNumber, stop);
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
