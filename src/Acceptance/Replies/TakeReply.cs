using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Joint;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Replies;

/// <summary>Lets the deciding system's replies take effect on the case (反馈).</summary>
internal sealed class TakeReply(YiwangDb db, CaseActs acts, JointActs joint, CommitmentActs commitments, Journal journal, TimeProvider clock) : ICaseReplies
{
    public async Task Load(IReadOnlyCollection<CaseNumber> cases, CancellationToken stop)
    {
        var found = await db.Set<Case>().Where(c => cases.Contains(c.Number)).ToListAsync(stop);
        var others = cases.Except(found.Select(c => c.Number)).ToList();
        if (others.Count > 0) await db.Set<DepartmentOpinion>().Where(o => others.Contains(o.Number)).LoadAsync(stop);
    }

    public async Task<Outcome> Take(DepartmentReply reply, CancellationToken stop)
    {
        if (await acts.Load(reply.Case, stop) is not { } found) return await TakeOpinion(reply, stop);
        if (found.System != reply.System) return UnknownCase;
        // What was granted on a commitment is checked when the case has long been closed.
        if (found.State is CaseState.Closed && reply.Type != MessageTypes.CommitmentChecked)
            return new Refusal(RefusalKind.Conflict, "case-closed", $"本件已经{CaseWords.Ending(found.Item, found.Ending)}，不再接收办理消息。");
        var data = new ReplyData(reply.Data);
        // Before anything changes: a reply that cannot be read has no effect at all.
        if (data.Check() is { } wrong) return new Refusal(RefusalKind.Malformed, "malformed-message", wrong);
        return reply.Type switch
        {
            MessageTypes.Accepted => await acts.Accept(found, AcceptedBy.Department, Dated(data.Date("acceptedOn"), reply), stop),
            MessageTypes.Declined => await acts.Decline(found, AcceptedBy.Department, data.Text("reason"), stop),
            MessageTypes.CorrectionRequired => acts.RequestCorrection(found, AcceptedBy.Department, data.Problems(), data.Date("correctBy")),
            MessageTypes.ProcedureStarted => await acts.StartProcedure(found, data.Text("kind"), data.Days("plannedDays"), data.Text("reason"), Dated(data.Date("startedOn"), reply), stop),
            MessageTypes.ProcedureEnded => await acts.EndProcedure(found, Dated(data.Date("endedOn"), reply), stop),
            MessageTypes.LimitExtended => await acts.Extend(found, data.Days("days"), data.Text("reason"), data.Text("approver"), stop),
            MessageTypes.StepCompleted => Step(found, data),
            MessageTypes.OpinionReconsider => await joint.Reconsider(found, await acts.Item(found, stop), data.Names("departments"), data.Text("note"), stop),
            MessageTypes.DecisionMade => await Decide(found, data, reply, stop),
            MessageTypes.LicenceIssued => Issue(found, data),
            MessageTypes.CommitmentChecked => await commitments.Check(found, data.Text("code"), data.Text("result"), data.Text("reason"), data.Date("correctBy"), stop),
            MessageTypes.Terminated => await Terminate(found, data, stop),
            MessageTypes.Closed => Close(found),
            _ => new Refusal(RefusalKind.Malformed, "malformed-message", $"不认识的消息类型 {reply.Type}。"),
        };
    }

    private Outcome Step(Case found, ReplyData data)
    {
        var (step, organ, opinion) = (data.Text("step"), data.Text("organ"), data.Text("opinion"));
        if (step.Length == 0) return new Refusal(RefusalKind.Malformed, "malformed-message", "step.completed 缺少 step。");
        var outcome = found.CompleteStep();
        if (outcome.IsDone) journal.Append(found.Stream(), new StepCompleted(step, organ.Length > 0 ? organ : found.DepartmentName, PersonalText.Hide(opinion)));
        return outcome;
    }

    /// <summary>A reply about a number under which a department was asked for its opinion.</summary>
    private async Task<Outcome> TakeOpinion(DepartmentReply reply, CancellationToken stop)
    {
        if (await joint.Load(reply.Case, stop) is not { } opinion || opinion.System != reply.System) return UnknownCase;
        var data = new ReplyData(reply.Data);
        if (data.Check() is { } wrong) return new Refusal(RefusalKind.Malformed, "malformed-message", wrong);
        if (reply.Type != MessageTypes.OpinionGiven) return new Refusal(RefusalKind.Malformed, "malformed-message", $"征求意见只能用 {MessageTypes.OpinionGiven} 答复。");
        return joint.Give(await acts.Load(opinion.Case, stop) ?? throw new InvalidOperationException("An opinion has a case."), opinion, data.Text("opinion"), data.Text("reason"));
    }

    private static Refusal UnknownCase { get; } = new(RefusalKind.NotFound, "unknown-case", "没有向本系统派发过这个办件。");

    private async Task<Outcome> Decide(Case found, ReplyData data, DepartmentReply reply, CancellationToken stop)
    {
        var result = data.Text("result");
        if (result is not ("granted" or "refused")) return new Refusal(RefusalKind.Malformed, "malformed-message", "decision.made 的 result 应为 granted 或 refused。");
        var (reason, document) = (data.Text("reason"), data.Text("documentNumber"));
        if (found is { Partners: > 0, State: CaseState.Accepted } && await joint.MayDecide(found, await acts.Item(found, stop), result == "granted", stop) is { IsDone: false } notYet) return notYet;
        var outcome = found.Decide(result == "granted", reason, document, data.Excluded(), Dated(data.Date("decidedOn"), reply), WorkCalendar.TodayInNingbo(clock));
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new DecisionMade(result, PersonalText.Hide(reason), document, found.DecidedOn!.Value, found.NotGranted is null ? null : [.. found.ReadNotGranted().Select(e => new CorrectionProblem(PersonalText.Hide(e.What), PersonalText.Hide(e.Why)))]));
        if (found.Ending is CaseEnding.Granted) await commitments.Granted(found, stop);
        await joint.End(found, stop);
        return outcome;
    }

    private Outcome Issue(Case found, ReplyData data)
    {
        var (name, number, validTo) = (data.Text("name"), data.Text("number"), data.Date("validTo"));
        if (name.Length == 0 || number.Length == 0) return new Refusal(RefusalKind.Malformed, "malformed-message", "licence.issued 缺少 name 或 number。");
        var outcome = found.IssueLicence(name, number, validTo);
        if (outcome.IsDone) journal.Append(found.Stream(), new LicenceIssued(name, number, data.Date("validFrom"), validTo));
        return outcome;
    }

    private Outcome Close(Case found)
    {
        var outcome = found.Close(clock.GetUtcNow());
        if (outcome.IsDone) journal.Append(found.Stream(), new CaseClosed(CaseWords.Code(found.Ending!.Value)));
        return outcome;
    }

    private async Task<Outcome> Terminate(Case found, ReplyData data, CancellationToken stop)
    {
        var outcome = found.Terminate(data.Text("reason"), clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CaseTerminated(PersonalText.Hide(found.Reason!)));
        journal.Append(found.Stream(), new CaseClosed(CaseWords.Code(CaseEnding.Terminated)));
        await joint.End(found, stop);
        return outcome;
    }

    /// <summary>The day that a reply names, else that of its time. A clock that runs ahead as far as it may does not make it tomorrow.</summary>
    private DateOnly Dated(DateOnly? said, DepartmentReply reply)
    {
        var day = said ?? WorkCalendar.DayInNingbo(reply.At);
        return day == WorkCalendar.DayInNingbo(clock.GetUtcNow() + ExchangeNames.ClockSkew) ? DateOnly.FromDayNumber(Math.Min(day.DayNumber, WorkCalendar.TodayInNingbo(clock).DayNumber)) : day;
    }
}
