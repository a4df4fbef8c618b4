using Yiwang.Kernel.Calendar;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Rules;

/// <summary>From which day on each time rule is broken by a case that stands as it does.</summary>
internal static class TimeRules
{
    /// <summary>What fires, from which day on, and which day the finding is about: a limit that is put off can be broken anew.</summary>
    internal readonly record struct Due(string Rule, DateOnly From, DateOnly About);

    internal static IEnumerable<Due> Of(WatchedCase found, IReadOnlyDictionary<string, SupervisionRule> rules, WorkCalendar calendar)
    {
        if (found.Ended) yield break;
        if (found.AcceptedOn is not { } accepted)
        {
            if (!found.AwaitsApplicant) yield return new("TIME_ANSWER", LeavesDays(calendar, found.AnswerBy, rules["TIME_ANSWER"].Parameter), found.AnswerBy);
            yield break;
        }
        if (found.PausedUntil is { } planned)
        {
            yield return new("TIME_PAUSED", calendar.AddProvisionally(planned, rules["TIME_PAUSED"].Parameter).Day.AddDays(1), planned);
            yield break;
        }
        if (found.AwaitsApplicant) yield break;
        if (found.PromisedDue is { } promised)
        {
            // A case that is decided at once has no half.
            foreach (var rule in found.PromisedDays > 1 ? new[] { "TIME_HALF", "TIME_NEAR" } : [])
            {
                var left = found.PromisedDays * (100 - rules[rule].Parameter) / 100;
                if (LeavesDays(calendar, promised, left) is var day && day > accepted) yield return new(rule, day, promised);
            }
            yield return new("TIME_PROMISED", promised.AddDays(1), promised);
        }
        if (found.LegalDue is { } legal) yield return new("TIME_LEGAL", legal.AddDays(1), legal);
    }

    /// <summary>The first day on which at most so many working days are left until another.</summary>
    private static DateOnly LeavesDays(WorkCalendar calendar, DateOnly until, int days)
    {
        var day = until;
        while (calendar.CountProvisionally(day.AddDays(-1), until).Days <= days) day = day.AddDays(-1);
        return day;
    }
}
