using Yiwang.Exchange;
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
    public Outcome Decide(bool granted, string reason, string documentNumber, DateOnly on, DateOnly today)
    {
        if (State is CaseState.Decided) return Refused("already-decided", "本件已经作出决定，不能再次决定。");
        if (State is not CaseState.Accepted) return WrongState("作出决定");
        if (Running is { } running) return Refused("procedure-running", $"特别程序（{ProcedureKinds.Name(running.Kind)}）还没有结束，先登记结束再作出决定。");
        if (granted && Owed is not null) return Refused("materials-owed", "容缺的材料还没有补齐，不能准予。");
        if (!granted && string.IsNullOrWhiteSpace(reason)) return Refused("reason-missing", "不予许可应当说明理由（行政许可法第三十八条）。");
        if (reason.Length > ReasonMaxLength) return ReasonTooLong;
        if (on < AcceptedOn || on > today) return Refused("wrong-date", $"决定日期应在受理日期 {AcceptedOn:yyyy-MM-dd} 与今天 {today:yyyy-MM-dd} 之间。");
        Become(CaseState.Decided);
        Ending = granted ? CaseEnding.Granted : CaseEnding.Refused;
        Reason = reason;
        DocumentNumber = documentNumber;
        DecidedOn = on;
        return Outcome.Done;
    }

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
