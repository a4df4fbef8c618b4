using Yiwang.Catalogue;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Cases;

/// <summary>
/// An application (办件) from hand-in to hand-over: the applicant's side of it. Each method is an act; it takes effect, or it is
/// refused aloud and nothing changes. Days are days in Ningbo.
/// </summary>
internal sealed class Case
{
    /// <summary>行政许可法 32 (4): what is missing is told once, within five working days; silence counts as acceptance.</summary>
    public const int AnswerDays = 5;
    public const int ReasonMaxLength = 500;
    public const int ProblemsMax = 50;
    public const int DocumentNumberMaxLength = 96;
    public const int LicenceNameMaxLength = 200;
    public const int LicenceNumberMaxLength = 64;
    public const int HandedOverToMaxLength = 64;

    public required CaseNumber Number { get; init; }
    public required ItemCode Item { get; init; }
    public required int ItemVersion { get; init; }
    public required string ItemName { get; init; }

    /// <summary>The region for which it was applied.</summary>
    public required RegionCode Region { get; init; }

    public required string Department { get; init; }
    public required string DepartmentName { get; init; }

    /// <summary>The region whose officials decide: the county's for a town without a department of its own.</summary>
    public required RegionCode DepartmentRegion { get; init; }

    /// <summary>The system that decides, on the other side of the exchange.</summary>
    public required string System { get; init; }

    public required string Channel { get; init; }
    public string? ServicePoint { get; init; }
    public string? ServicePointName { get; init; }
    public required string ApplicantKind { get; init; }
    public required string ApplicantName { get; init; }
    public required string ApplicantNumber { get; init; }
    public required string ApplicantPhone { get; init; }

    /// <summary>By which the applicant's cases are found, the number itself being sealed.</summary>
    public required string ApplicantKey { get; init; }

    /// <summary>Who handed it in, as the journal names actors.</summary>
    public required string SubmittedBy { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }
    public CaseState State { get; private set; } = CaseState.Received;
    public int Submissions { get; private set; } = 1;

    /// <summary>The day on which the present materials came in.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The last day on which an answer to the present materials is in time.</summary>
    public DateOnly AnswerBy { get; private set; }

    /// <summary>Whether that day lies in a year whose holidays are not known yet; nobody is late before it has been counted again.</summary>
    public bool AnswerByProvisional { get; private set; }

    /// <summary>What the one notice asked for, as JSON; null while there was none.</summary>
    public string? CorrectionProblems { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }
    public AcceptedBy? AcceptedBy { get; private set; }
    public DateOnly? LegalDue { get; private set; }
    public DateOnly? PromisedDue { get; private set; }

    /// <summary>Whether a due day lies in a year whose holidays are not known yet.</summary>
    public bool DueProvisional { get; private set; }

    public CaseEnding? Ending { get; private set; }
    public string? Reason { get; private set; }
    public string? DocumentNumber { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string? LicenceName { get; private set; }
    public string? LicenceNumber { get; private set; }
    public DateOnly? LicenceValidTo { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public HandOverWay? HandedOver { get; private set; }
    public string? HandedOverTo { get; private set; }
    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>Until the decision the applicant may withdraw.</summary>
    public bool MayBeWithdrawn => State is not (CaseState.Decided or CaseState.Closed);

    /// <summary>What is missing may be asked for once, before acceptance.</summary>
    public bool MayBeCorrected => State is CaseState.Received && CorrectionProblems is null;

    /// <summary>There is a result, which nobody has yet been given.</summary>
    public bool AwaitsHandOver => HasResult && HandedOver is null;

    private bool HasResult => State is CaseState.Closed && Ending is (CaseEnding.Granted or CaseEnding.Refused);

    /// <summary>Raised by each act; two acts on the same revision cannot both be saved.</summary>
    public int Revision { get; private set; }

    /// <summary>收件: starts the five days.</summary>
    public void Receive(DateOnly today, WorkCalendar calendar)
    {
        ReceivedOn = today;
        CountAnswer(calendar);
    }

    /// <summary>
    /// 受理: the limits run from the day after. Who accepts after the five working days finds it accepted by law, from the day of
    /// receipt (行政许可法 32 (4)).
    /// </summary>
    public Outcome Accept(AcceptedBy by, DateOnly on, DateOnly today, ItemLimits limits, WorkCalendar calendar)
    {
        if (State is not CaseState.Received) return WrongState("受理");
        if (on < ReceivedOn) return Refused("wrong-date", $"受理日期不能早于收件日期 {ReceivedOn:yyyy-MM-dd}。");
        if (on > today) return Refused("wrong-date", $"受理日期不能晚于今天 {today:yyyy-MM-dd}。");
        var late = on > AnswerBy && !AnswerByProvisional;
        Become(CaseState.Accepted);
        (AcceptedBy, AcceptedOn) = late ? (Cases.AcceptedBy.Silence, ReceivedOn) : (by, on);
        CountLimits(limits, calendar);
        return Outcome.Done;
    }

    /// <summary>逾期视为受理: no answer within five working days counts as acceptance from the day of receipt (行政许可法 32 (4)).</summary>
    public Outcome AcceptBySilence(DateOnly today, ItemLimits limits, WorkCalendar calendar) =>
        IsSilent(today) ? Accept(Cases.AcceptedBy.Silence, ReceivedOn, today, limits, calendar) : Refused("not-yet", $"答复期限 {AnswerBy:yyyy-MM-dd} 还没有过。");

    /// <summary>补正告知: tells everything that is missing, once and in time (行政许可法 32 (4)).</summary>
    public Outcome RequestCorrection(IReadOnlyList<CorrectionProblem> problems, string problemsJson, DateOnly today)
    {
        if (problems.Count == 0 || problems.Any(p => string.IsNullOrWhiteSpace(p.What))) return Refused("nothing-named", "请写明每一项需要补正的内容，至少一项。");
        if (problems.Count > ProblemsMax || problems.Any(p => p.What.Length > ReasonMaxLength || p.Why.Length > ReasonMaxLength))
            return Refused("too-long", $"需要补正的内容最多 {ProblemsMax} 项，每项及其理由各不超过 {ReasonMaxLength} 字。");
        if (State is CaseState.AwaitingCorrection || CorrectionProblems is not null) return Refused("already-asked", "已经告知过一次需要补正的全部内容，依法不能再次要求补正。");
        if (State is not CaseState.Received) return WrongState("要求补正");
        if (IsSilent(today)) return TooLate("告知补正");
        Become(CaseState.AwaitingCorrection);
        CorrectionProblems = problemsJson;
        return Outcome.Done;
    }

    /// <summary>补正: the applicant hands in what was asked for; the five days begin anew.</summary>
    public Outcome Correct(DateOnly today, WorkCalendar calendar)
    {
        if (State is not CaseState.AwaitingCorrection) return WrongState("补正");
        Become(CaseState.Received);
        Submissions++;
        Receive(today, calendar);
        return Outcome.Done;
    }

    /// <summary>不予受理 (行政许可法 32 (1), (2)), while nobody's silence has accepted it.</summary>
    public Outcome Decline(string reason, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Refused("reason-missing", "请写明不予受理的理由。");
        if (reason.Length > ReasonMaxLength) return ReasonTooLong;
        if (State is not CaseState.Received) return WrongState("作出不予受理决定");
        if (IsSilent(WorkCalendar.DayInNingbo(at))) return TooLate("作出不予受理决定");
        return End(CaseEnding.Declined, reason, at);
    }

    /// <summary>撤回: the applicant may withdraw until the decision.</summary>
    public Outcome Withdraw(string reason, DateTimeOffset at)
    {
        if (reason.Length > ReasonMaxLength) return ReasonTooLong;
        return MayBeWithdrawn ? End(CaseEnding.Withdrawn, reason, at) : WrongState("撤回");
    }

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
        ClosedAt = at;
        return Outcome.Done;
    }

    /// <summary>取件、送达: the result goes to the applicant.</summary>
    public Outcome HandOver(HandOverWay way, string to, DateTimeOffset at)
    {
        if (!HasResult) return WrongState("登记取件或送达");
        if (HandedOver is not null) return Refused("already-handed-over", "已经登记过取件或送达。");
        if (string.IsNullOrWhiteSpace(to)) return Refused("receiver-missing", way is HandOverWay.Counter ? "请填写取件人姓名。" : "请填写快递单号。");
        if (to.Trim().Length > HandedOverToMaxLength) return Refused("too-long", $"取件人姓名或快递单号请控制在 {HandedOverToMaxLength} 字以内。");
        Revision++;
        (HandedOver, HandedOverTo, HandedOverAt) = (way, to.Trim(), at);
        return Outcome.Done;
    }

    /// <summary>Counts anew what was counted into a year whose holidays were not known; whether a day has moved or become certain.</summary>
    public bool CountAgain(ItemLimits limits, WorkCalendar calendar)
    {
        var before = (AnswerBy, AnswerByProvisional, LegalDue, PromisedDue, DueProvisional);
        if (AnswerByProvisional) CountAnswer(calendar);
        if (DueProvisional) CountLimits(limits, calendar);
        if (before == (AnswerBy, AnswerByProvisional, LegalDue, PromisedDue, DueProvisional)) return false;
        Revision++;
        return true;
    }

    private void CountAnswer(WorkCalendar calendar) => (AnswerBy, AnswerByProvisional) = calendar.AddProvisionally(ReceivedOn, AnswerDays);

    private void CountLimits(ItemLimits limits, WorkCalendar calendar)
    {
        var accepted = AcceptedOn ?? throw new InvalidOperationException("Not accepted yet.");
        (PromisedDue, DueProvisional) = calendar.AddProvisionally(accepted, limits.PromisedDays);
        if (limits.LegalDays is not { } days) return;
        var (legal, provisional) = limits.LegalInWorkingDays ? calendar.AddProvisionally(accepted, days) : calendar.AddNaturalDays(accepted, days);
        LegalDue = legal;
        DueProvisional |= provisional;
    }

    /// <summary>The five working days are over, and nobody has answered.</summary>
    private bool IsSilent(DateOnly today) => today > AnswerBy && !AnswerByProvisional;

    private Outcome End(CaseEnding ending, string reason, DateTimeOffset at)
    {
        Become(CaseState.Closed);
        Ending = ending;
        Reason = reason;
        ClosedAt = at;
        return Outcome.Done;
    }

    private void Become(CaseState state)
    {
        State = state;
        Revision++;
    }

    private Refusal WrongState(string act) => State is CaseState.Closed
        ? new(RefusalKind.Conflict, "case-closed", $"本件已经{CaseWords.Ending(Ending)}，不能再{act}。")
        : new(RefusalKind.Conflict, "wrong-state", $"本件当前状态是“{CaseWords.State(State)}”，不能{act}。");

    private static Refusal Refused(string code, string reason) => new(RefusalKind.Conflict, code, reason);

    private Refusal TooLate(string act) => Refused("too-late", $"{act}的期限是 {AnswerBy:yyyy-MM-dd}，已经过期，本件视为受理。");

    private static Refusal ReasonTooLong { get; } = new(RefusalKind.Invalid, "too-long", $"理由请控制在 {ReasonMaxLength} 字以内。");
}

/// <summary>How a result reached the applicant.</summary>
internal enum HandOverWay
{
    /// <summary>Collected at the counter (窗口取件).</summary>
    Counter,

    /// <summary>Sent by courier (快递送达).</summary>
    Sent,
}
