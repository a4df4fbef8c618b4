using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

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
            MessageTypes.Accepted => await acts.Accept(found, AcceptedBy.Department, data.Date("acceptedOn") ?? WorkCalendar.DayInNingbo(reply.At), stop),
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
        if (outcome.IsDone) journal.Append(found.Stream(), new StepCompleted(step, organ.Length > 0 ? organ : found.DepartmentName, opinion));
        return outcome;
    }

    private Outcome Decide(Case found, ReplyData data, DepartmentReply reply)
    {
        var result = data.Text("result");
        if (result is not ("granted" or "refused")) return new Refusal(RefusalKind.Malformed, "malformed-message", "decision.made 的 result 应为 granted 或 refused。");
        var (reason, document) = (data.Text("reason"), data.Text("documentNumber"));
        var outcome = found.Decide(result == "granted", reason, document, data.Date("decidedOn") ?? WorkCalendar.DayInNingbo(reply.At));
        if (outcome.IsDone) journal.Append(found.Stream(), new DecisionMade(result, reason, document, found.DecidedOn!.Value));
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
}

/// <summary>Reads the data of a reply; what cannot be read is remembered as wrong.</summary>
internal sealed class ReplyData(JsonElement data)
{
    private static readonly string[] Texts = ["reason", "step", "organ", "opinion", "result", "documentNumber", "name", "number", "note"];
    private static readonly string[] Dates = ["acceptedOn", "decidedOn", "validFrom", "validTo"];

    private string? Wrong { get; set; }

    /// <summary>Reads every member of the contract; what the first one that cannot be read should be.</summary>
    internal string? Check()
    {
        foreach (var name in Texts) Text(name);
        foreach (var name in Dates) Date(name);
        return Wrong;
    }

    internal string Text(string name)
    {
        if (!data.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return "";
        if (value.ValueKind is JsonValueKind.String && value.GetString() is { Length: <= Case.ReasonMaxLength } text) return text.Trim();
        Wrong ??= $"{name} 应为不超过 {Case.ReasonMaxLength} 字的文本。";
        return "";
    }

    internal DateOnly? Date(string name)
    {
        var text = Text(name);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Wrong ??= $"{name} 应写作 2026-11-23。";
        return null;
    }

    internal IReadOnlyList<CorrectionProblem> Problems()
    {
        if (!data.TryGetProperty("problems", out var list) || list.ValueKind is not JsonValueKind.Array) return [];
        return [.. list.EnumerateArray().Where(p => p.ValueKind is JsonValueKind.Object).Select(p => new ReplyData(p)).Select(p => new CorrectionProblem(p.Text("what"), p.Text("why")))];
    }
}
