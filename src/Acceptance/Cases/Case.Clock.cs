using System.Text.Json;
using Yiwang.Catalogue;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Cases;

/// <summary>The legal clock (期限): when it starts, stands still, is extended and runs out (行政许可法 42, 45, 82).</summary>
internal sealed partial class Case
{
    /// <summary>The day on which the present materials came in.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The last day on which an answer to the present materials is in time.</summary>
    public DateOnly AnswerBy { get; private set; }

    /// <summary>Whether that day lies in a year whose holidays are not known yet; nobody is late before it has been counted again.</summary>
    public bool AnswerByProvisional { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }
    public AcceptedBy? AcceptedBy { get; private set; }
    public DateOnly? LegalDue { get; private set; }
    public DateOnly? PromisedDue { get; private set; }

    /// <summary>Whether a due day lies in a year whose holidays are not known yet.</summary>
    public bool DueProvisional { get; private set; }

    /// <summary>Working days by which both limits were extended; 0 while they were not.</summary>
    public int ExtendedDays { get; private set; }

    /// <summary>The special procedures (特别程序) in their order, as JSON; null while there was none.</summary>
    public string? Procedures { get; private set; }

    /// <summary>The special procedure that stops the clock now; null while it runs.</summary>
    public SpecialProcedure? Running => ReadProcedures() is [.., { EndedOn: null } last] ? last : null;

    public IReadOnlyList<SpecialProcedure> ReadProcedures() => Procedures is null ? [] : JsonSerializer.Deserialize<List<SpecialProcedure>>(Procedures, Journal.Json)!;

    /// <summary>特别程序: the clock stands still from the day after it starts; what is needed is told in writing (行政许可法 45).</summary>
    /// <param name="kind">One of <see cref="ProcedureKinds"/>.</param>
    /// <param name="plannedDays">How many working days it is to take.</param>
    /// <param name="reason">What is examined, and why.</param>
    /// <param name="on">The day on which it starts.</param>
    /// <param name="today">Today.</param>
    /// <param name="limits">The item's limits.</param>
    /// <param name="calendar">The working days.</param>
    public Outcome StartProcedure(string kind, int plannedDays, string reason, DateOnly on, DateOnly today, ItemLimits limits, WorkCalendar calendar)
    {
        if (!ProcedureKinds.All.Contains(kind, StringComparer.Ordinal)) return Refused("unknown-procedure", "依法不计入期限的只有听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审（行政许可法第四十五条）。");
        if (plannedDays is < 1 or > ContractLimits.ProcedureMaxDays) return Refused("wrong-days", $"特别程序所需时间应为 1 至 {ContractLimits.ProcedureMaxDays} 个工作日。");
        if (string.IsNullOrWhiteSpace(reason)) return Refused("reason-missing", "请写明特别程序的内容，申请人会看到。");
        if (reason.Length > ReasonMaxLength) return ReasonTooLong;
        if (State is not CaseState.Accepted) return WrongState("开始特别程序");
        if (Running is { } running) return Refused("procedure-running", $"特别程序（{ProcedureKinds.Name(running.Kind)}）还在进行，先登记结束。");
        var earliest = ReadProcedures() is [.., var last] ? last.EndedOn!.Value : AcceptedOn!.Value;
        if (on < earliest || on > today) return Refused("wrong-date", $"特别程序的开始日期应在 {earliest:yyyy-MM-dd} 与今天 {today:yyyy-MM-dd} 之间。");
        if (on > LastDay && !DueProvisional) return Refused("too-late", $"办理期限 {LastDay:yyyy-MM-dd} 已过，不能再开始特别程序。");
        Keep([.. ReadProcedures(), new(kind, reason.Trim(), on, plannedDays, null)], limits, calendar);
        return Outcome.Done;
    }

    /// <summary>The special procedure has ended, and the clock runs on from the day after.</summary>
    public Outcome EndProcedure(DateOnly on, DateOnly today, ItemLimits limits, WorkCalendar calendar)
    {
        if (Running is not { } running) return State is CaseState.Accepted ? Refused("no-procedure", "没有进行中的特别程序。") : WrongState("结束特别程序");
        if (State is not CaseState.Accepted) return WrongState("结束特别程序");
        if (on < running.StartedOn || on > today) return Refused("wrong-date", $"特别程序的结束日期应在开始日期 {running.StartedOn:yyyy-MM-dd} 与今天 {today:yyyy-MM-dd} 之间。");
        Keep([.. ReadProcedures().SkipLast(1), running with { EndedOn = on }], limits, calendar);
        return Outcome.Done;
    }

    /// <summary>延期: once, in time, approved by the head of the organ, and the reason is told (行政许可法 42 (1)).</summary>
    public Outcome Extend(int days, string reason, string approver, DateOnly today, ItemLimits limits, WorkCalendar calendar)
    {
        if (days is < 1 or > ContractLimits.ExtensionMaxDays) return Refused("wrong-days", $"延期最多 {ContractLimits.ExtensionMaxDays} 个工作日（行政许可法第四十二条）。");
        if (string.IsNullOrWhiteSpace(reason)) return Refused("reason-missing", "请写明延期的理由，依法应当告知申请人（行政许可法第四十二条）。");
        if (string.IsNullOrWhiteSpace(approver)) return Refused("approver-missing", "请写明批准延期的机关负责人（行政许可法第四十二条）。");
        if (reason.Length > ReasonMaxLength || approver.Trim().Length > ContractLimits.ApproverMaxLength) return ReasonTooLong;
        if (State is not CaseState.Accepted) return WrongState("延期");
        if (ExtendedDays > 0) return Refused("already-extended", "已经延期过一次，依法不能再次延期。");
        if (today > LastDay && !DueProvisional) return Refused("too-late", $"办理期限 {LastDay:yyyy-MM-dd} 已过，不能再延期。");
        ExtendedDays = days;
        Revision++;
        CountLimits(limits, calendar);
        return Outcome.Done;
    }

    /// <summary>Counts anew what was counted into a year whose holidays were not known; whether a day has moved or become certain.</summary>
    public bool CountAgain(ItemLimits limits, WorkCalendar calendar)
    {
        var before = (AnswerBy, AnswerByProvisional, LegalDue, PromisedDue, DueProvisional, CorrectBy, CorrectByProvisional, OwedBy, OwedByProvisional);
        if (AnswerByProvisional) CountAnswer(calendar);
        if (DueProvisional) CountLimits(limits, calendar);
        if (CorrectByProvisional) (CorrectBy, CorrectByProvisional) = calendar.AddProvisionally(CorrectionAskedOn!.Value, CorrectionDays!.Value);
        if (OwedByProvisional) (OwedBy, OwedByProvisional) = calendar.AddProvisionally(OwedAskedOn!.Value, OwedDays!.Value);
        if (before == (AnswerBy, AnswerByProvisional, LegalDue, PromisedDue, DueProvisional, CorrectBy, CorrectByProvisional, OwedBy, OwedByProvisional)) return false;
        Revision++;
        return true;
    }

    private void CountAnswer(WorkCalendar calendar) => (AnswerBy, AnswerByProvisional) = calendar.AddProvisionally(ReceivedOn, AnswerDays);

    /// <summary>
    /// Both limits run from the day after acceptance. Working days taken by special procedures (行政许可法 45) and by materials that were let follow
    /// (规定 11) do not count, and an extension adds its days (42). Of a procedure that is still running, the days planned for it are left out. No promise goes past the law.
    /// </summary>
    private void CountLimits(ItemLimits limits, WorkCalendar calendar)
    {
        var accepted = AcceptedOn ?? throw new InvalidOperationException("Not accepted yet.");
        var (working, natural, uncertain) = Excluded(calendar);
        (PromisedDue, DueProvisional) = calendar.AddProvisionally(accepted, limits.PromisedDays + working + ExtendedDays);
        DueProvisional |= uncertain;
        if (limits.LegalDays is not { } days) return;
        var (legal, provisional) = limits.LegalInWorkingDays ? calendar.AddProvisionally(accepted, days + working + ExtendedDays) : calendar.AddNaturalDays(accepted, days + natural + ExtendedDays);
        LegalDue = legal;
        DueProvisional |= provisional;
        if (PromisedDue > LegalDue) PromisedDue = LegalDue;
    }

    private (int Working, int Natural, bool Provisional) Excluded(WorkCalendar calendar)
    {
        var (working, natural, provisional, until) = (0, 0, false, DateOnly.MinValue);
        // A day that a special procedure and owed materials both take is left out once.
        foreach (var (start, last, unsure) in Standstills(calendar).OrderBy(s => s.Start))
        {
            var from = start < until ? until : start;
            if (last <= from) continue;
            var (days, uncertain) = calendar.CountProvisionally(from, last);
            working += days;
            natural += last.DayNumber - from.DayNumber;
            provisional |= unsure || uncertain;
            until = last;
        }
        return (working, natural, provisional);
    }

    /// <summary>When the limits stand still: the first day of each still counts, the last does not. What is not over yet ends as planned.</summary>
    private IEnumerable<(DateOnly Start, DateOnly Last, bool Provisional)> Standstills(WorkCalendar calendar)
    {
        foreach (var procedure in ReadProcedures())
        {
            var (last, unsure) = procedure.EndedOn is { } ended ? (ended, false) : calendar.AddProvisionally(procedure.StartedOn, procedure.PlannedDays);
            yield return (procedure.StartedOn, last, unsure);
        }
        if (OwedAskedOn is { } asked) yield return OwedUntil is { } came ? (asked, came, false) : (asked, OwedBy!.Value, OwedByProvisional);
    }

    /// <summary>The day on which the case is late by law, or by promise where the law gives no limit.</summary>
    private DateOnly LastDay => LegalDue ?? PromisedDue!.Value;

    private void Keep(List<SpecialProcedure> procedures, ItemLimits limits, WorkCalendar calendar)
    {
        Procedures = JsonSerializer.Serialize(procedures, Journal.Json);
        Revision++;
        CountLimits(limits, calendar);
    }
}

/// <summary>A special procedure (特别程序) whose days do not count to the limit (行政许可法 45).</summary>
/// <param name="Kind">One of <see cref="ProcedureKinds"/>.</param>
/// <param name="Reason">What is examined.</param>
/// <param name="StartedOn">The day on which it started; the first that does not count is the next.</param>
/// <param name="PlannedDays">How many working days it was to take.</param>
/// <param name="EndedOn">The last day that does not count; null while it runs.</param>
internal sealed record SpecialProcedure(string Kind, string Reason, DateOnly StartedOn, int PlannedDays, DateOnly? EndedOn);
