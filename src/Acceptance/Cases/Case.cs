using System.Text.Json;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Cases;

/// <summary>
/// An application (办件) from hand-in to hand-over: the applicant's side of it. Each method is an act; it takes effect, or it is
/// refused aloud and nothing changes. Days are days in Ningbo.
/// </summary>
internal sealed partial class Case
{
    public const int ReasonMaxLength = 500;

    /// <summary>Working days between two reminders.</summary>
    public const int UrgeDays = 3;

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

    public required string Department { get; set; }
    public required string DepartmentName { get; set; }

    /// <summary>The region whose officials decide: the county's for a town without a department of its own.</summary>
    public required RegionCode DepartmentRegion { get; init; }

    /// <summary>The system that decides, on the other side of the exchange.</summary>
    public required string System { get; init; }

    /// <summary>How many other departments are asked for their opinions (并联审批); 0 where the department decides alone.</summary>
    public int Partners { get; init; }

    /// <summary>The number of the 一件事 that it is part of (一件事联办); null for a case of its own.</summary>
    public CaseNumber? Bundle { get; init; }

    public required string Channel { get; init; }
    public string? ServicePoint { get; init; }
    public string? ServicePointName { get; init; }
    public required string ApplicantKind { get; init; }
    public required string ApplicantName { get; init; }
    public required string ApplicantNumber { get; init; }
    public required string ApplicantPhone { get; init; }

    /// <summary>By which the applicant's cases are found, the number itself being sealed.</summary>
    public required string ApplicantKey { get; init; }

    /// <summary>Who acts for the applicant, JSON; null where the applicant acts himself.</summary>
    public string? Agent { get; init; }

    public CaseAgent? ReadAgent() => Agent is null ? null : JsonSerializer.Deserialize<CaseAgent>(Agent, Journal.Json);

    /// <summary>Who handed it in, as the journal names actors.</summary>
    public required string SubmittedBy { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }
    public CaseState State { get; private set; } = CaseState.Received;
    public int Submissions { get; private set; } = 1;

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

    /// <summary>Since when a result waits for being collected or sent (UTC); null while there is none, and after.</summary>
    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>There is a result, which nobody has yet been given.</summary>
    public bool AwaitsHandOver => ReadyAt is not null;

    private bool HasResult => State is CaseState.Closed && Ending is (CaseEnding.Granted or CaseEnding.Refused);

    /// <summary>Raised by each act; two acts on the same revision cannot both be saved.</summary>
    public int Revision { get; private set; }

    /// <summary>撤回: the applicant may withdraw until the decision.</summary>
    public Outcome Withdraw(string reason, DateTimeOffset at)
    {
        if (reason.Length > ReasonMaxLength) return ReasonTooLong;
        return MayBeWithdrawn ? End(CaseEnding.Withdrawn, reason, at) : WrongState("撤回");
    }

    /// <summary>The day of which the applicant was reminded last, that of correcting or of handing in what is owed.</summary>
    public DateOnly? RemindedOf { get; private set; }

    /// <summary>催告: what is still to be handed in, and by when; null when nothing is, or the applicant was reminded of it.</summary>
    public (string What, DateOnly By)? Remind()
    {
        (string What, DateOnly By)? due = this switch
        {
            { State: CaseState.AwaitingCorrection, CorrectBy: { } by } => ("补正材料", by),
            { State: CaseState.Accepted, Owed: not null, OwedBy: { } by } => ($"补交{string.Join("、", ReadOwed().Select(m => m.Name))}", by),
            _ => null,
        };
        if (due is not { } found || RemindedOf == found.By) return null;
        RemindedOf = found.By;
        Revision++;
        return found;
    }

    /// <summary>The day of the last reminder; null while there was none.</summary>
    public DateOnly? UrgedOn { get; private set; }

    /// <summary>Whether the applicant may remind the department now: while it is the department's turn, once in three working days.</summary>
    public bool MayBeUrged(DateOnly today, WorkCalendar calendar) =>
        State is CaseState.Received or CaseState.Accepted && (UrgedOn is not { } last || calendar.CountProvisionally(last, today).Days >= UrgeDays);

    /// <summary>催办: the applicant asks the department to hurry.</summary>
    public Outcome Urge(string words, DateOnly today, WorkCalendar calendar)
    {
        if (words.Length > ReasonMaxLength) return ReasonTooLong;
        if (State is not (CaseState.Received or CaseState.Accepted)) return WrongState("催办");
        if (!MayBeUrged(today, calendar)) return Refused("urged-already", $"{UrgedOn:yyyy-MM-dd} 已经催办过，{UrgeDays} 个工作日后可以再次催办。");
        UrgedOn = today;
        Revision++;
        return Outcome.Done;
    }

    /// <summary>
    /// 终止办理: it cannot be decided any more, because the applicant has died or been dissolved, the item is gone or nothing is left to decide. Not in
    /// the licensing law; by analogy to 行政许可法 70, with a reason that the applicant is told.
    /// </summary>
    public Outcome Terminate(string reason, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Refused("reason-missing", "请写明终止办理的理由。");
        if (reason.Length > ReasonMaxLength) return ReasonTooLong;
        return State is CaseState.Accepted ? End(CaseEnding.Terminated, reason, at) : WrongState("终止办理");
    }

    /// <summary>机构改革: another department decides it, or the same under another name.</summary>
    public void MoveTo(string department, string name)
    {
        (Department, DepartmentName) = (department, name);
        Revision++;
    }

    /// <summary>取件、送达: the result goes to the applicant.</summary>
    public Outcome HandOver(HandOverWay way, string to, DateTimeOffset at)
    {
        if (!HasResult) return WrongState("登记取件或送达");
        if (HandedOver is not null) return Refused("already-handed-over", "已经登记过取件或送达。");
        if (string.IsNullOrWhiteSpace(to)) return Refused("receiver-missing", way is HandOverWay.Counter ? "请填写取件人姓名。" : "请填写快递单号。");
        if (to.Trim().Length > HandedOverToMaxLength) return Refused("too-long", $"取件人姓名或快递单号请控制在 {HandedOverToMaxLength} 字以内。");
        Revision++;
        (HandedOver, HandedOverTo, HandedOverAt, ReadyAt) = (way, to.Trim(), at, null);
        return Outcome.Done;
    }

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
        ? new(RefusalKind.Conflict, "case-closed", $"本件已经{CaseWords.Ending(Item, Ending)}，不能再{act}。")
        : new(RefusalKind.Conflict, "wrong-state", $"本件当前状态是“{CaseWords.State(State)}”，不能{act}。");

    private static Refusal Refused(string code, string reason) => new(RefusalKind.Conflict, code, reason);

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
