using Yiwang.Acceptance.Cases;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Urge;

/// <summary>催办: the department is told that the applicant waits, and it stands on the timeline.</summary>
internal sealed class UrgeCaseHandler(YiwangDb db, Journal journal, WorkCalendar calendar, TimeProvider clock)
{
    internal async Task<Outcome> Run(Case found, string? words, CancellationToken stop)
    {
        var said = words?.Trim() ?? "";
        var outcome = found.Urge(said, WorkCalendar.TodayInNingbo(clock), calendar);
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CaseUrged(PersonalText.Hide(said)));
        journal.Tell(found, MessageTypes.Urged);
        return await db.TrySave(stop);
    }
}
