using Yiwang.Catalogue;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Cases;

/// <summary>From receipt to acceptance (收件、补正、受理、不予受理): 行政许可法 32, 浙江省保障“最多跑一次”改革规定 11 (规定).</summary>
internal sealed partial class Case
{
    /// <summary>行政许可法 32 (4): what is missing is told once, within five working days; silence counts as acceptance.</summary>
    public const int AnswerDays = 5;

    /// <summary>A day for correcting lies at most a year ahead.</summary>
    public const int CorrectionMaxDays = 365;

    /// <summary>What the one notice asked for, as JSON; null while there was none.</summary>
    public string? CorrectionProblems { get; private set; }

    /// <summary>The day of the one notice; null while there was none.</summary>
    public DateOnly? CorrectionAskedOn { get; private set; }

    /// <summary>Working days for correcting, from the notice; null where the notice named a day, or there was none.</summary>
    public int? CorrectionDays { get; private set; }

    /// <summary>The last day for handing in what was asked for; null while nothing was. Cases asked before there was such a day have none.</summary>
    public DateOnly? CorrectBy { get; private set; }

    /// <summary>Whether that day lies in a year whose holidays are not known yet.</summary>
    public bool CorrectByProvisional { get; private set; }

    /// <summary>What is missing may be asked for once, before acceptance.</summary>
    public bool MayBeCorrected => State is CaseState.Received && CorrectionProblems is null;

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

    /// <summary>补正告知: tells everything that is missing, once and in time (行政许可法 32 (4)), and by when it is to be handed in (规定 11).</summary>
    /// <param name="problems">What is missing.</param>
    /// <param name="problemsJson">The same as JSON.</param>
    /// <param name="correctBy">The last day for handing it in; null for as many working days as <paramref name="days"/>.</param>
    /// <param name="days">Working days for handing it in where no day is named.</param>
    /// <param name="today">Today.</param>
    /// <param name="calendar">The working days.</param>
    public Outcome RequestCorrection(IReadOnlyList<CorrectionProblem> problems, string problemsJson, DateOnly? correctBy, int days, DateOnly today, WorkCalendar calendar)
    {
        if (problems.Count == 0 || problems.Any(p => string.IsNullOrWhiteSpace(p.What))) return Refused("nothing-named", "请写明每一项需要补正的内容，至少一项。");
        if (problems.Count > ProblemsMax || problems.Any(p => p.What.Length > ReasonMaxLength || p.Why.Length > ReasonMaxLength))
            return Refused("too-long", $"需要补正的内容最多 {ProblemsMax} 项，每项及其理由各不超过 {ReasonMaxLength} 字。");
        if (State is CaseState.AwaitingCorrection || CorrectionProblems is not null) return Refused("already-asked", "已经告知过一次需要补正的全部内容，依法不能再次要求补正。");
        if (State is not CaseState.Received) return WrongState("要求补正");
        if (IsSilent(today)) return TooLate("告知补正");
        if (correctBy is { } day && (day <= today || day > today.AddDays(CorrectionMaxDays))) return Refused("wrong-date", $"补正期限应在明天与 {today.AddDays(CorrectionMaxDays):yyyy-MM-dd} 之间。");
        Become(CaseState.AwaitingCorrection);
        CorrectionProblems = problemsJson;
        (CorrectBy, CorrectByProvisional) = correctBy is { } named ? (named, false) : calendar.AddProvisionally(today, days);
        CorrectionDays = correctBy is null ? days : null;
        CorrectionAskedOn = today;
        return Outcome.Done;
    }

    /// <summary>补正: the applicant hands in what was asked for, in time; the five days begin anew.</summary>
    public Outcome Correct(DateOnly today, WorkCalendar calendar)
    {
        if (State is not CaseState.AwaitingCorrection) return WrongState("补正");
        if (IsOverdueForCorrection(today)) return Refused("too-late", $"补正期限是 {CorrectBy:yyyy-MM-dd}，已经过期，本件视为撤回申请；需要办理的，请重新申请。");
        Become(CaseState.Received);
        Submissions++;
        Receive(today, calendar);
        return Outcome.Done;
    }

    /// <summary>视为撤回: what was asked for has not come by the day that was told (浙江省保障“最多跑一次”改革规定 11).</summary>
    public Outcome DeemWithdrawn(DateOnly today, DateTimeOffset at)
    {
        if (State is not CaseState.AwaitingCorrection) return WrongState("视为撤回");
        return IsOverdueForCorrection(today) ? End(CaseEnding.DeemedWithdrawn, $"补正期限 {CorrectBy:yyyy-MM-dd} 已过，没有补正", at) : Refused("not-yet", $"补正期限 {CorrectBy:yyyy-MM-dd} 还没有过。");
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

    /// <summary>The five working days are over, and nobody has answered.</summary>
    private bool IsSilent(DateOnly today) => today > AnswerBy && !AnswerByProvisional;

    private bool IsOverdueForCorrection(DateOnly today) => CorrectBy is { } last && today > last && !CorrectByProvisional;

    private Refusal TooLate(string act) => Refused("too-late", $"{act}的期限是 {AnswerBy:yyyy-MM-dd}，已经过期，本件视为受理。");
}
