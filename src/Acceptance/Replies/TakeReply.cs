using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Replies;

/// <summary>Lets the deciding system's replies take effect on the case (反馈).</summary>
internal sealed class TakeReply(YiwangDb db, CaseActs acts, Journal journal, TimeProvider clock) : ICaseReplies
{
    public Task Load(IReadOnlyCollection<CaseNumber> cases, CancellationToken stop) => db.Set<Case>().Where(c => cases.Contains(c.Number)).LoadAsync(stop);

    public async Task<Outcome> Take(DepartmentReply reply, CancellationToken stop)
    {
        if (await acts.Load(reply.Case, stop) is not { } found || found.System != reply.System)
            return new Refusal(RefusalKind.NotFound, "unknown-case", "没有向本系统派发过这个办件。");
        if (found.State is CaseState.Closed)
            return new Refusal(RefusalKind.Conflict, "case-closed", $"本件已经{CaseWords.Ending(found.Ending)}，不再接收办理消息。");
        var data = new ReplyData(reply.Data);
        // Before anything changes: a reply that cannot be read has no effect at all.
        if (data.Check() is { } wrong) return new Refusal(RefusalKind.Malformed, "malformed-message", wrong);
        return reply.Type switch
        {
            MessageTypes.Accepted => await acts.Accept(found, AcceptedBy.Department, Dated(data.Date("acceptedOn"), reply), stop),
            MessageTypes.Declined => acts.Decline(found, AcceptedBy.Department, data.Text("reason")),
            MessageTypes.CorrectionRequired => acts.RequestCorrection(found, AcceptedBy.Department, data.Problems()),
            MessageTypes.StepCompleted => Step(found, data),
            MessageTypes.DecisionMade => Decide(found, data, reply),
            MessageTypes.LicenceIssued => Issue(found, data),
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

    private Outcome Decide(Case found, ReplyData data, DepartmentReply reply)
    {
        var result = data.Text("result");
        if (result is not ("granted" or "refused")) return new Refusal(RefusalKind.Malformed, "malformed-message", "decision.made 的 result 应为 granted 或 refused。");
        var (reason, document) = (data.Text("reason"), data.Text("documentNumber"));
        var outcome = found.Decide(result == "granted", reason, document, Dated(data.Date("decidedOn"), reply), WorkCalendar.TodayInNingbo(clock));
        if (outcome.IsDone) journal.Append(found.Stream(), new DecisionMade(result, PersonalText.Hide(reason), document, found.DecidedOn!.Value));
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
        if (outcome.IsDone) journal.Append(found.Stream(), new CaseClosed(found.Ending is CaseEnding.Granted ? "granted" : "refused"));
        return outcome;
    }

    /// <summary>The day that a reply names, else that of its time. A clock that runs ahead as far as it may does not make it tomorrow.</summary>
    private DateOnly Dated(DateOnly? said, DepartmentReply reply)
    {
        var day = said ?? WorkCalendar.DayInNingbo(reply.At);
        return day == WorkCalendar.DayInNingbo(clock.GetUtcNow() + ExchangeNames.ClockSkew) ? DateOnly.FromDayNumber(Math.Min(day.DayNumber, WorkCalendar.TodayInNingbo(clock).DayNumber)) : day;
    }
}
