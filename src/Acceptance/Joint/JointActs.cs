using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Catalogue;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Joint;

/// <summary>
/// 并联审批: asks the other departments with the acceptance, takes their answers, tells the lead, and lets their limits run out. Everything goes
/// into the case's own stream: there is one timeline. Callers save.
/// </summary>
internal sealed class JointActs(YiwangDb db, Journal journal, WorkCalendar calendar, TimeProvider clock)
{
    /// <summary>The opinions of a case in the order of their numbers; none for a case that one department decides alone.</summary>
    internal async Task<IReadOnlyList<DepartmentOpinion>> Of(Case found, CancellationToken stop) =>
        found.Partners == 0 ? [] : await db.Set<DepartmentOpinion>().Where(o => o.Case == found.Number).OrderBy(o => o.Number).ToListAsync(stop);

    internal async Task<DepartmentOpinion?> Load(CaseNumber number, CancellationToken stop) => await db.Set<DepartmentOpinion>().FindAsync([number], stop);

    /// <summary>Asks all departments at once, since the case is accepted.</summary>
    internal async Task Ask(Case found, ServiceItem item, CancellationToken stop)
    {
        var opinions = await Of(found, stop);
        foreach (var opinion in opinions)
        {
            opinion.Ask(Share(item, opinion).Days, WorkCalendar.TodayInNingbo(clock), calendar);
            Requested(found, opinion);
        }
        if (opinions.Count > 0) journal.Tell(found, MessageTypes.OpinionsChanged);
    }

    /// <summary>容缺补交: those who have yet to answer get what came of their share.</summary>
    internal async Task Supplied(Case found, ServiceItem item, IReadOnlyCollection<string> names, CancellationToken stop)
    {
        foreach (var opinion in (await Of(found, stop)).Where(o => o.IsOutstanding))
        {
            var share = Share(item, opinion).Materials;
            if (share.Count == 0 || share.Any(m => names.Contains(m, StringComparer.Ordinal))) Tell(found, opinion, MessageTypes.MaterialSupplied, found.Submissions);
        }
    }

    /// <summary>意见: a department answers.</summary>
    internal Outcome Give(Case found, DepartmentOpinion opinion, string answer, string reason)
    {
        if (OpinionWords.Read(answer) is not { } read) return new Refusal(RefusalKind.Malformed, "malformed-message", "opinion.given 的 opinion 应为 agree、conditional 或 disagree。");
        var outcome = opinion.Give(read, reason, clock.GetUtcNow());
        return outcome.IsDone ? Answered(found, opinion) : outcome;
    }

    /// <summary>协调: the lead asks departments again, by their codes.</summary>
    internal async Task<Outcome> Reconsider(Case found, ServiceItem item, IReadOnlyList<string> departments, string note, CancellationToken stop)
    {
        if (found.State is not CaseState.Accepted) return new Refusal(RefusalKind.Conflict, "wrong-state", "只有办理中的办件可以协调。");
        if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalKind.Conflict, "reason-missing", "请写明协调的内容。");
        var asked = (await Of(found, stop)).Where(o => departments.Contains(o.Department, StringComparer.Ordinal)).ToList();
        if (asked.Count == 0 || asked.Count != departments.Distinct(StringComparer.Ordinal).Count()) return new Refusal(RefusalKind.Conflict, "unknown-department", "协调的部门不是本件征求意见的部门。");
        foreach (var opinion in asked)
        {
            var outcome = opinion.Reconsider(note, Share(item, opinion).Days, WorkCalendar.TodayInNingbo(clock), calendar);
            if (!outcome.IsDone) return outcome;
        }
        foreach (var opinion in asked) Requested(found, opinion);
        journal.Tell(found, MessageTypes.OpinionsChanged);
        return Outcome.Done;
    }

    /// <summary>Whether the lead may decide: all have answered, or one is against it and so is the decision; and nobody's veto is overruled.</summary>
    internal async Task<Outcome> MayDecide(Case found, ServiceItem item, bool granted, CancellationToken stop)
    {
        var opinions = await Of(found, stop);
        var against = opinions.Where(o => o is { State: OpinionState.Given, Answer: OpinionAnswer.Disagree }).ToList();
        if (opinions.Any(o => o.IsOutstanding) && (granted || against.Count == 0))
            return new Refusal(RefusalKind.Conflict, "opinions-outstanding", $"{string.Join("、", opinions.Where(o => o.IsOutstanding).Select(o => o.DepartmentName))}还没有答复意见，不能作出决定。");
        if (granted && against.Find(o => Share(item, o).Binding) is { } veto)
            return new Refusal(RefusalKind.Conflict, "opinion-disagrees", $"{veto.DepartmentName}不同意，依规定不能准予；可以协调，或者作出不予批准的决定。");
        return Outcome.Done;
    }

    /// <summary>The case has ended or been decided: what is outstanding is not needed any more.</summary>
    internal async Task End(Case found, CancellationToken stop)
    {
        foreach (var opinion in await Of(found, stop))
        {
            if (!opinion.Withdraw()) continue;
            journal.Append(found.Stream(), new OpinionNotNeeded(opinion.Number, opinion.Department, opinion.DepartmentName));
            Tell(found, opinion, MessageTypes.OpinionWithdrawn);
        }
    }

    /// <summary>A limit has passed: silence agrees where the rule says so, else it is told to those who oversee the department.</summary>
    internal void FallSilent(Case found, ServiceItem item, DepartmentOpinion opinion)
    {
        if (!opinion.IsOutstanding || opinion.Escalated) return;
        if (Share(item, opinion).SilenceAgrees)
        {
            opinion.AgreeBySilence(clock.GetUtcNow());
            Answered(found, opinion);
            Tell(found, opinion, MessageTypes.OpinionWithdrawn);
            return;
        }
        opinion.Escalate();
        journal.Append(found.Stream(), new OpinionOverdue(opinion.Number, opinion.Department, opinion.DepartmentName, opinion.Due!.Value, opinion.Round));
        journal.Tell(found, MessageTypes.OpinionsChanged);
    }

    /// <summary>Counts a limit anew, now that the holidays are known.</summary>
    internal void CountAgain(ServiceItem item, DepartmentOpinion opinion) => opinion.CountAgain(Share(item, opinion).Days, calendar);

    /// <summary>What the item says of the department that is asked. An item that was changed since keeps its version for the case, so it is there.</summary>
    internal static JointShare Share(ServiceItem item, DepartmentOpinion opinion) =>
        item.Joint?.Shares.FirstOrDefault(s => s.Department == opinion.Share) ?? throw new InvalidOperationException($"Item {item.Code} version {item.Version} has no share for {opinion.Share}.");

    private void Requested(Case found, DepartmentOpinion opinion)
    {
        journal.Append(found.Stream(), new OpinionAsked(opinion.Number, opinion.Department, opinion.DepartmentName, opinion.Due!.Value, opinion.Round, opinion.Round > 1 ? PersonalText.Hide(opinion.Reason ?? "") : ""));
        Tell(found, opinion, MessageTypes.OpinionRequested, found.Submissions);
    }

    private Outcome Answered(Case found, DepartmentOpinion opinion)
    {
        journal.Append(found.Stream(), new OpinionAnswered(opinion.Number, opinion.Department, opinion.DepartmentName, OpinionWords.Code(opinion.Answer!.Value), PersonalText.Hide(opinion.Reason ?? ""), opinion.Round));
        journal.Tell(found, MessageTypes.OpinionsChanged);
        return Outcome.Done;
    }

    private void Tell(Case found, DepartmentOpinion opinion, string type, int? submission = null) =>
        journal.Append(found.Stream(), new MessageRequested(opinion.System, opinion.Number, type, found.Item, submission));
}
