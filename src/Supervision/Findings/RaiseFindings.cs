using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Supervision.Rules;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Findings;

/// <summary>How findings are answered.</summary>
/// <param name="AnswerDays">Working days for the answer to a card.</param>
internal sealed record FindingSettings(int AnswerDays);

/// <summary>Writes findings down, with their fact in the journal. The caller saves.</summary>
internal sealed class RaiseFindings(YiwangDb db, Journal journal, FindingSettings settings, WorkCalendar calendar, TimeProvider clock)
{
    /// <summary>Writes down what a rule found, unless the rule is switched off or it has been found already: by the clock, or when the case was decided late.</summary>
    internal async Task Once(WatchedCase found, SupervisionRule rule, int occurrence, CancellationToken stop)
    {
        if (!rule.Enabled || await db.Set<Finding>().AnyAsync(f => f.Case == found.Number && f.Rule == rule.Code && f.Occurrence == occurrence, stop)) return;
        var now = clock.GetUtcNow();
        var card = rule.Level >= Signal.YellowCard;
        var finding = new Finding
        {
            Id = Guid.CreateVersion7(now), Case = found.Number, Item = found.Item, Rule = rule.Code, RuleVersion = rule.Version, Occurrence = occurrence, Level = rule.Level,
            Words = RuleBook.Text(rule.Code).Say(rule.Parameter), Department = found.Department, DepartmentName = found.DepartmentName, Region = found.Region, FoundAt = now,
            AnswerBy = card ? calendar.AddProvisionally(WorkCalendar.DayInNingbo(now), settings.AnswerDays).Day : null,
        };
        finding.Begin();
        db.Add(finding);
        journal.Append(FindingActs.Stream(finding.Id), new FindingRaised(finding.Case, finding.Rule, finding.RuleVersion, FindingWords.Code(finding.Level), finding.Department, finding.AnswerBy));
    }
}
