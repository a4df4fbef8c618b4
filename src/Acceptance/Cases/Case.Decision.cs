using System.Text.Json;
using Yiwang.Exchange;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Cases;

/// <summary>From acceptance to the end (环节、决定、制证、办结): what the deciding system says.</summary>
internal sealed partial class Case
{
    /// <summary>A step of handling ended.</summary>
    public Outcome CompleteStep()
    {
        if (State is not CaseState.Accepted) return WrongState("记录办理环节");
        Revision++;
        return Outcome.Done;
    }

    /// <summary>决定: a refusal says why (行政许可法 38).</summary>
    /// <param name="granted">Whether it is granted.</param>
    /// <param name="reason">The reasons.</param>
    /// <param name="documentNumber">The number of the decision.</param>
    /// <param name="excluded">Of what is granted: the parts that are not, each with its reason (部分准予); empty for a grant of the whole.</param>
    /// <param name="on">The day of the decision.</param>
    /// <param name="today">Today.</param>
    public Outcome Decide(bool granted, string reason, string documentNumber, IReadOnlyList<CorrectionProblem> excluded, DateOnly on, DateOnly today)
    {
        if (State is CaseState.Decided) return Refused("already-decided", "本件已经作出决定，不能再次决定。");
        if (State is not CaseState.Accepted) return WrongState("作出决定");
        if (Running is { } running) return Refused("procedure-running", $"特别程序（{ProcedureKinds.Name(running.Kind)}）还没有结束，先登记结束再作出决定。");
        if (granted && Owed is not null) return Refused("materials-owed", "容缺的材料还没有补齐，不能准予。");
        if (!granted && string.IsNullOrWhiteSpace(reason)) return Refused("reason-missing", "不予许可应当说明理由（行政许可法第三十八条）。");
        if (reason.Length > ReasonMaxLength) return ReasonTooLong;
        if (excluded.Count > 0 && !granted) return Refused("nothing-granted", "全部不予批准的，不用另写不予批准的部分。");
        if (excluded.Any(e => string.IsNullOrWhiteSpace(e.What) || string.IsNullOrWhiteSpace(e.Why))) return Refused("reason-missing", "不予批准的部分应当逐项说明理由（行政许可法第三十八条）。");
        if (excluded.Count > ProblemsMax || excluded.Any(e => e.What.Length > ReasonMaxLength || e.Why.Length > ReasonMaxLength)) return Refused("too-long", $"不予批准的部分最多 {ProblemsMax} 项，每项及其理由各不超过 {ReasonMaxLength} 字。");
        if (on < AcceptedOn || on > today) return Refused("wrong-date", $"决定日期应在受理日期 {AcceptedOn:yyyy-MM-dd} 与今天 {today:yyyy-MM-dd} 之间。");
        Become(CaseState.Decided);
        Ending = granted ? CaseEnding.Granted : CaseEnding.Refused;
        Reason = reason;
        NotGranted = excluded.Count == 0 ? null : JsonSerializer.Serialize(excluded, Journal.Json);
        DocumentNumber = documentNumber;
        DecidedOn = on;
        return Outcome.Done;
    }

    /// <summary>What was not granted of what was applied for, JSON; null where the whole was, or nothing.</summary>
    public string? NotGranted { get; private set; }

    public IReadOnlyList<CorrectionProblem> ReadNotGranted() => NotGranted is null ? [] : JsonSerializer.Deserialize<List<CorrectionProblem>>(NotGranted, Journal.Json)!;

    /// <summary>制证.</summary>
    public Outcome IssueLicence(string name, string number, DateOnly? validTo)
    {
        if (State is not CaseState.Decided || Ending is not CaseEnding.Granted) return WrongState("登记证照");
        Revision++;
        (LicenceName, LicenceNumber, LicenceValidTo) = (name, number, validTo);
        return Outcome.Done;
    }

    /// <summary>办结.</summary>
    public Outcome Close(DateTimeOffset at)
    {
        if (State is not CaseState.Decided) return WrongState("办结");
        Become(CaseState.Closed);
        (ClosedAt, ReadyAt) = (at, at);
        return Outcome.Done;
    }
}
