using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Commitments;

/// <summary>The life of a case's commitments. Each act is journalled, and the department that decides is told how they stand. Callers save.</summary>
internal sealed class CommitmentActs(YiwangDb db, Journal journal, WorkCalendar calendar, TimeProvider clock)
{
    internal Task<List<CommitmentNotice>> Of(Case found, CancellationToken stop) => db.Set<CommitmentNotice>().Where(c => c.Case == found.Number).OrderBy(c => c.Code).ToListAsync(stop);

    /// <summary>Adds the commitments with which a case is opened.</summary>
    internal void Add(Case found, IReadOnlyList<SignedCommitment> signed)
    {
        foreach (var one in signed)
        {
            db.Add(new CommitmentNotice { Case = found.Number, Code = one.Code, Name = one.Name, ApplicantKey = found.ApplicantKey, SignedBy = one.SignedBy.Trim(), SignedAt = one.At, OnPaper = one.Paper is not null });
            journal.Append(found.Stream(), new CommitmentSigned(one.Code, one.Name, one.Paper is not null));
        }
    }

    /// <summary>The case was granted on its commitments: the time for checking them runs.</summary>
    internal async Task Granted(Case found, CancellationToken stop)
    {
        var all = await Of(found, stop);
        if (all.Count == 0) return;
        foreach (var one in all) one.Granted(found.DecidedOn!.Value, calendar);
        journal.Append(found.Stream(), new CommitmentsToCheck([.. all.Select(c => c.Name)], all[0].CheckBy!.Value));
        journal.Tell(found, MessageTypes.CommitmentsChanged);
    }

    /// <summary>核查: what the department found, also after the case is closed.</summary>
    /// <param name="found">The case.</param>
    /// <param name="code">The material's code.</param>
    /// <param name="result">kept, not-kept or repaired.</param>
    /// <param name="reason">What was found.</param>
    /// <param name="correctBy">For what was not kept: by when it is to be put right; null where it is broken for good.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<Outcome> Check(Case found, string code, string result, string reason, DateOnly? correctBy, CancellationToken stop)
    {
        if ((await Of(found, stop)).Find(c => c.Code == code) is not { } one) return new Refusal(RefusalKind.Conflict, "no-commitment", $"本件没有编号为 {code} 的承诺。");
        var outcome = result switch
        {
            "kept" => one.Keep(),
            "not-kept" => one.Fault(reason, correctBy, WorkCalendar.TodayInNingbo(clock)),
            "repaired" => one.Repair(),
            _ => new Refusal(RefusalKind.Malformed, "malformed-message", "commitment.checked 的 result 应为 kept、not-kept 或 repaired。"),
        };
        if (outcome.IsDone) Tell(found, one, result == "not-kept" ? reason : "");
        return outcome;
    }

    /// <summary>逾期未整改.</summary>
    internal Outcome Lapse(Case found, CommitmentNotice one)
    {
        var outcome = one.Lapse(WorkCalendar.TodayInNingbo(clock));
        if (outcome.IsDone) Tell(found, one, $"没有在 {one.CorrectBy:yyyy-MM-dd} 前整改");
        return outcome;
    }

    /// <summary>The day for checking has passed, or is to be counted again.</summary>
    internal void Overdue(Case found, CommitmentNotice one)
    {
        if (one.CheckByProvisional)
        {
            one.CountAgain(found.DecidedOn!.Value, calendar);
            journal.Tell(found, MessageTypes.CommitmentsChanged);
        }
        else if (one.TellOverdue(WorkCalendar.TodayInNingbo(clock))) journal.Append(found.Stream(), new CommitmentCheckOverdue(one.Code, one.Name, one.CheckBy!.Value));
    }

    private void Tell(Case found, CommitmentNotice one, string reason)
    {
        journal.Append(found.Stream(), new CommitmentChecked(one.Code, one.Name, CommitmentWords.Code(one.State), PersonalText.Hide(reason), one.State is CommitmentState.Ordered ? one.CorrectBy : null));
        journal.Tell(found, MessageTypes.CommitmentsChanged);
    }
}
