using System.Globalization;
using System.Text.Json.Nodes;
using Yiwang.Exchange;
using Yiwang.Handling.Send;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling.Decide;

/// <summary>What an official's form asks for.</summary>
/// <param name="Act">accept, decline, correction, review, start-procedure, end-procedure, extend, terminate, reconsider, agree, conditional, disagree, commitment-kept, commitment-not-kept, commitment-repaired, grant or refuse.</param>
/// <param name="Reason">The reasons, or the opinion of a review.</param>
/// <param name="Problems">For a correction: what is missing, and why. For a grant: what is not granted of it, and why.</param>
/// <param name="Kind">For a special procedure: which.</param>
/// <param name="Days">For a special procedure or an extension: how many working days.</param>
/// <param name="Approver">For an extension: who approved it.</param>
/// <param name="Departments">For talking over: the departments, by their codes.</param>
/// <param name="Commitment">For the check of a commitment: the material in whose place it stands.</param>
/// <param name="CorrectBy">For a commitment that was not kept: by when it is to be put right; null for broken.</param>
/// <param name="LicenceNumber">For a grant: the number of the licence; empty for the case's own.</param>
internal sealed record HandlingRequest(string Act, string? Reason, IReadOnlyList<(string What, string Why)> Problems, string? Kind = null, int Days = 0, string? Approver = null, IReadOnlyList<string>? Departments = null,
    string? Commitment = null, DateOnly? CorrectBy = null, string? LicenceNumber = null);

/// <summary>The acts of an official on a task. Each changes the task and writes its replies in one transaction.</summary>
internal sealed class HandlingActs(YiwangDb db, Replies replies, SeparateDuties duties, CurrentActor actor, WorkCalendar calendar, JournalSignal signal, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>The task, if this official's department and region handle it.</summary>
    internal async Task<HandlingTask?> Load(CaseNumber number, CancellationToken stop) =>
        await db.Set<HandlingTask>().FindAsync([number], stop) is { } task && HandlingAccess.May(actor.Actor, task) ? task : null;

    /// <summary>Does an act. Where another official was first, the task as it is now says what may still be done.</summary>
    internal async Task<Outcome> Run(CaseNumber number, HandlingRequest request, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await Load(number, stop) is not { } task) return Refusal.NotFound("这个办件");
            if (!task.MayBeDoneBy(actor.Actor.JournalName)) return task.IsRecused(actor.Actor.JournalName) ? HandlingTask.Aside : task.Taken;
            var outcome = await Act(task, request with { Reason = request.Reason?.ReplaceLineEndings("\n").Trim() }, stop);
            if (!outcome.IsDone) return outcome;
            var saved = await db.TrySave(stop);
            if (saved.IsDone) signal.Pulse(SendReplies.Topic);
            if (saved.IsDone || attempt == Tries) return saved;
            // Perhaps only the department's series of numbers was taken further, by a decision on another case.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Outcome> Act(HandlingTask task, HandlingRequest request, CancellationToken stop) => request.Act switch
    {
        "accept" => Reply(task.Accept(calendar.AddProvisionally(WorkCalendar.TodayInNingbo(clock), task.PromisedDays).Day), task, MessageTypes.Accepted, new JsonObject { ["acceptedOn"] = Today() }),
        "decline" => Reply(task.Decline(request.Reason), task, MessageTypes.Declined, new JsonObject { ["reason"] = request.Reason }),
        "correction" => Reply(task.RequestCorrection(request.Problems), task, MessageTypes.CorrectionRequired, new JsonObject
        {
            ["problems"] = new JsonArray([.. request.Problems.Select(p => new JsonObject { ["what"] = p.What, ["why"] = p.Why })]),
        }),
        "review" => Reply(task.Review(request.Reason, actor.Actor.JournalName), task, MessageTypes.StepCompleted, new JsonObject { ["step"] = "审查", ["organ"] = task.DepartmentName, ["opinion"] = request.Reason ?? "" }),
        "start-procedure" => Reply(task.StartProcedure(request.Kind, request.Days, request.Reason), task, MessageTypes.ProcedureStarted, new JsonObject
        {
            ["kind"] = request.Kind, ["plannedDays"] = request.Days, ["reason"] = request.Reason, ["startedOn"] = Today(),
        }),
        "end-procedure" => Reply(task.EndProcedure(), task, MessageTypes.ProcedureEnded, new JsonObject { ["endedOn"] = Today() }),
        "extend" => Reply(task.Extend(request.Days, request.Reason, request.Approver), task, MessageTypes.LimitExtended, new JsonObject { ["days"] = request.Days, ["reason"] = request.Reason, ["approver"] = request.Approver?.Trim() }),
        "terminate" => Reply(task.Terminate(request.Reason), task, MessageTypes.Terminated, new JsonObject { ["reason"] = request.Reason }),
        "reconsider" => Reply(task.Reconsider(request.Departments ?? [], request.Reason), task, MessageTypes.OpinionReconsider, new JsonObject
        {
            ["departments"] = new JsonArray([.. (request.Departments ?? []).Select(d => JsonValue.Create(d))]), ["note"] = request.Reason,
        }),
        OpinionAnswers.Agree or OpinionAnswers.Conditional or OpinionAnswers.Disagree => Reply(task.GiveOpinion(request.Act, request.Reason), task, MessageTypes.OpinionGiven, new JsonObject { ["opinion"] = request.Act, ["reason"] = request.Reason ?? "" }),
        "commitment-kept" => CheckCommitment(task, request, "kept"),
        "commitment-not-kept" => CheckCommitment(task, request, "not-kept"),
        "commitment-repaired" => CheckCommitment(task, request, "repaired"),
        "grant" => await Decide(task, granted: true, request, stop),
        "refuse" => await Decide(task, granted: false, request, stop),
        _ => new Refusal(RefusalKind.Malformed, "unknown-act", "不认识这个操作。"),
    };

    private Outcome CheckCommitment(HandlingTask task, HandlingRequest request, string result) =>
        Reply(task.CheckCommitment(request.Commitment, result, request.Reason, request.CorrectBy, WorkCalendar.TodayInNingbo(clock)), task, MessageTypes.CommitmentChecked, new JsonObject
        {
            ["code"] = request.Commitment, ["result"] = result, ["reason"] = result == "not-kept" ? request.Reason : "", ["correctBy"] = request.CorrectBy is { } by ? Day(by) : null,
        });

    private async Task<Outcome> Decide(HandlingTask task, bool granted, HandlingRequest request, CancellationToken stop)
    {
        var (reason, licence) = (request.Reason, request.LicenceNumber?.Trim() is { Length: > 0 } typed ? typed : task.Case.Value);
        if (licence.Length > HandlingTask.LicenceNumberMaxLength) return new Refusal(RefusalKind.Invalid, "too-long", "编号太长。", [new("licenceNumber", $"请控制在 {HandlingTask.LicenceNumberMaxLength} 字以内")]);
        if (await duties.Bar(task, actor.Actor.JournalName, stop)) return HandlingTask.SamePerson;
        var today = WorkCalendar.TodayInNingbo(clock);
        var number = task.DocumentNumber ?? await Document(task, today.Year, stop);
        if (granted && request.Problems.Any(p => p.What.Length == 0 || p.Why.Length == 0)) return new Refusal(RefusalKind.Invalid, "reason-missing", "请写明每一部分为什么不予批准。", [new("excluded", "请写明每一部分为什么不予批准，理由写在冒号后面")]);
        var outcome = task.Decide(granted, reason, number);
        if (!outcome.IsDone) return outcome;
        replies.Add(task, MessageTypes.DecisionMade, new JsonObject
        {
            ["result"] = granted ? "granted" : "refused", ["reason"] = reason?.Trim() ?? "", ["documentNumber"] = number, ["decidedOn"] = Day(today),
            ["excluded"] = granted ? new JsonArray([.. request.Problems.Select(p => new JsonObject { ["what"] = p.What, ["why"] = p.Why })]) : null,
        });
        // Where the official names none, the case's own number: no other document has it.
        if (granted && task.ResultName.Length > 0)
            replies.Add(task, MessageTypes.LicenceIssued, new JsonObject { ["name"] = task.ResultName, ["number"] = licence, ["validFrom"] = Day(today), ["validTo"] = null });
        replies.Add(task, MessageTypes.Closed, new JsonObject());
        return outcome;
    }

    /// <summary>甬审〔2026〕17号: the next of the department's series (GB/T 9704-2012: hexagonal brackets, no leading zeros).</summary>
    private async Task<string> Document(HandlingTask task, int year, CancellationToken stop)
    {
        var series = await db.Set<DocumentSeries>().FindAsync([task.Department, year], stop);
        if (series is null) db.Add(series = new DocumentSeries { Department = task.Department, Year = year });
        return $"{task.DepartmentName}审〔{year}〕{series.Next()}号";
    }

    private Outcome Reply(Outcome outcome, HandlingTask task, string type, JsonObject data)
    {
        if (outcome.IsDone) replies.Add(task, type, data);
        return outcome;
    }

    private string Today() => Day(WorkCalendar.TodayInNingbo(clock));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
