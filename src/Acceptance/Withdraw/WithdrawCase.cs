using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Joint;
using Yiwang.Exchange;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Withdraw;

/// <summary>撤回: the applicant withdraws before the decision. Not to be undone; a new application can be made.</summary>
internal sealed class WithdrawCaseHandler(YiwangDb db, Journal journal, JointActs joint, TimeProvider clock)
{
    internal async Task<Outcome> Run(Case found, string? reason, CancellationToken stop)
    {
        var outcome = await Prepare(found, reason, stop);
        return outcome.IsDone ? await db.TrySave(stop) : outcome;
    }

    /// <summary>Withdraws without saving, where more belongs to the same transaction.</summary>
    internal async Task<Outcome> Prepare(Case found, string? reason, CancellationToken stop)
    {
        var words = string.IsNullOrWhiteSpace(reason) ? "申请人撤回" : reason.Trim();
        var outcome = found.Withdraw(words, clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CaseWithdrawn(PersonalText.Hide(found.Reason!)));
        journal.Append(found.Stream(), new CaseClosed(CaseWords.Code(CaseEnding.Withdrawn)));
        journal.Tell(found, MessageTypes.Withdrawn);
        await joint.End(found, stop);
        return outcome;
    }
}
