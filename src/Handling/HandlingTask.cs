using Yiwang.Exchange;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling;

internal enum TaskState
{
    /// <summary>待受理: the case came in and is not accepted yet.</summary>
    New,

    /// <summary>待补正: the applicant was asked.</summary>
    AwaitingCorrection,

    /// <summary>办理中.</summary>
    Accepted,

    /// <summary>已办结.</summary>
    Done,
}

/// <summary>A case to handle (办理任务), as the exchange's messages told it. This room knows nothing of the case but what they say.</summary>
internal sealed partial class HandlingTask
{
    public const int ReasonMaxLength = 500;
    public const int LicenceNumberMaxLength = 64;
    public const int ProblemsMax = 50;
    public const int ReplyRefusedMaxLength = 400;

    private DateOnly _answerBy;
    private DateOnly? _promisedDue;

    public required CaseNumber Case { get; init; }
    public required string Item { get; init; }
    public required string ItemName { get; init; }
    public required string ResultName { get; init; }
    public required string Department { get; set; }
    public required string DepartmentName { get; set; }

    /// <summary>The region whose officials handle it, which is the department's.</summary>
    public required RegionCode Region { get; init; }

    /// <summary>The department that asks for our opinion on its case (征求意见); null where we decide ourselves.</summary>
    public string? Lead { get; init; }

    public required string ApplicantName { get; init; }
    /// <summary>Who acts for the applicant; null where he acts himself.</summary>
    public string? AgentName { get; init; }

    public required string ReceivedAt { get; init; }
    public required DateOnly AnswerBy
    {
        get => _answerBy;
        set => (_answerBy, Due) = (value, PromisedDue ?? value);
    }

    public required int PromisedDays { get; init; }

    /// <summary>The form and the materials as last told, JSON.</summary>
    public required string Form { get; set; }

    /// <summary>What the form's fields are called, JSON.</summary>
    public required string FormFields { get; set; }

    public required string Materials { get; set; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public TaskState State { get; private set; } = TaskState.New;

    /// <summary>Where the case stands on the platform, by what it has told and what it has taken. Ours may be ahead while replies are on their way.</summary>
    public TaskState PlatformState { get; private set; } = TaskState.New;

    public DateOnly? PromisedDue
    {
        get => _promisedDue;
        set => (_promisedDue, Due) = (value, value ?? AnswerBy);
    }

    /// <summary>The day that ends next: that of the answer, and once it is accepted that of the promise.</summary>
    public DateOnly Due { get; private set; }

    public bool CorrectionAsked { get; private set; }
    public bool Reviewed { get; private set; }
    public string? Result { get; private set; }
    public string? DocumentNumber { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>How the task ended, other than by a decision: declined, withdrawn, deemed-withdrawn, acceptance-revoked or terminated.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>How the platform ended the case without us, declined or withdrawn; null while it has not.</summary>
    public string? PlatformEnding { get; private set; }

    /// <summary>Why the platform did not take our last reply, which therefore has no effect; null when all were taken.</summary>
    public string? ReplyRefused { get; private set; }

    /// <summary>The last message taken from, and the last reply given to, the exchange.</summary>
    public int TakenUpTo { get; set; }

    public int RepliedUpTo { get; set; }

    /// <summary>Raised by each act; two officials cannot both decide.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether we are asked for an opinion, and do not decide.</summary>
    public bool IsOpinion => Lead is not null;

    /// <summary>It is the department's turn, not the applicant's.</summary>
    public bool IsToDo => State is TaskState.New or TaskState.Accepted;

    public Outcome Accept(DateOnly promisedDue) => From(TaskState.New, "受理", () => (State, PromisedDue) = (TaskState.Accepted, promisedDue));

    public Outcome Decline(string? reason) => Reasoned(reason, required: true) ?? From(TaskState.New, "作出不予受理决定", () => End("declined"));

    /// <summary>一次性告知: once for each case (行政许可法 32 (4)).</summary>
    public Outcome RequestCorrection(IReadOnlyList<(string What, string Why)> problems)
    {
        if (problems.Count == 0 || problems.Any(p => p.What.Length == 0)) return Problem("nothing-named", "请写明每一项需要补正的内容，至少一项");
        if (problems.Count > ProblemsMax || problems.Any(p => p.What.Length > ReasonMaxLength || p.Why.Length > ReasonMaxLength))
            return Problem("too-long", $"需要补正的内容最多 {ProblemsMax} 项，每项及其理由各不超过 {ReasonMaxLength} 字");
        if (CorrectionAsked) return new Refusal(RefusalKind.Conflict, "already-asked", "已经告知过一次需要补正的全部内容，依法不能再次要求补正。");
        return From(TaskState.New, "要求补正", () => (State, CorrectionAsked) = (TaskState.AwaitingCorrection, true));
    }

    public Outcome Review(string? opinion, string official) => Reviewed ? Outcome.Refused(RefusalKind.Conflict, "already-reviewed", "审查意见已经记录过。") : Reasoned(opinion, required: false) ?? From(TaskState.Accepted, "记录审查", () => (Reviewed, Reviewer) = (true, official));

    /// <summary>决定: a refusal says why (行政许可法 38).</summary>
    public Outcome Decide(bool granted, string? reason, string documentNumber)
    {
        if (Outstanding() is { Count: > 0 } waiting && (granted || !ReadOpinions().Any(o => o.Opinion == OpinionAnswers.Disagree))) return new Refusal(RefusalKind.Conflict, "opinions-outstanding", $"{string.Join("、", waiting)}还没有答复意见，不能作出决定。");
        if (Procedure is not null) return new Refusal(RefusalKind.Conflict, "procedure-running", "特别程序还没有结束，先登记结束再作出决定。");
        if (granted && Owed is not null) return new Refusal(RefusalKind.Conflict, "materials-owed", "容缺的材料还没有补齐，不能准予。");
        return Reasoned(reason, required: !granted) ?? From(TaskState.Accepted, "作出决定", () =>
        {
            State = TaskState.Done;
            Result = granted ? "granted" : "refused";
            (Reason, DocumentNumber) = (reason?.Trim(), documentNumber);
        });
    }

    /// <summary>机构改革: the department is another one, or has another name.</summary>
    public void MoveTo(string department, string name)
    {
        (Department, DepartmentName) = (department, name);
        Revision++;
    }

    /// <summary>The platform has taken a reply of ours.</summary>
    public void Took(string type)
    {
        PlatformState = type switch
        {
            MessageTypes.Accepted => TaskState.Accepted,
            MessageTypes.CorrectionRequired => TaskState.AwaitingCorrection,
            MessageTypes.Declined or MessageTypes.DecisionMade or MessageTypes.Terminated or MessageTypes.OpinionGiven or MessageTypes.Closed => TaskState.Done,
            _ => PlatformState,
        };
        Revision++;
    }

    /// <summary>
    /// The platform refused a reply: ours crossed something that the window, the law or the applicant did. What we did has no effect; the
    /// task goes back to where the platform has it, and officials see why. The number of an undone decision is kept for the next.
    /// </summary>
    public void Refused(string type, string why)
    {
        ReplyRefused = why.Length <= ReplyRefusedMaxLength ? why : why[..ReplyRefusedMaxLength];
        if (PlatformState is not TaskState.Done || PlatformEnding is not null) (Result, Reason, EndedBy) = (null, null, PlatformEnding);
        if (type is MessageTypes.CorrectionRequired && PlatformState is TaskState.New) CorrectionAsked = false;
        if (type is MessageTypes.StepCompleted) (Reviewed, Reviewer) = (false, null);
        if (type is MessageTypes.CommitmentChecked) CheckSent = null;
        UndoClock(type);
        State = PlatformState;
        Revision++;
    }

    /// <summary>What the platform's window, the law or the applicant did meanwhile. Where ours is ahead, the answers to our replies will tell.</summary>
    /// <param name="type">The type of message.</param>
    /// <param name="ending">How the platform ended the case, where it did.</param>
    public void Told(string type, string? ending = null)
    {
        PlatformState = type switch
        {
            MessageTypes.Accepted => TaskState.Accepted,
            MessageTypes.CorrectionRequired => TaskState.AwaitingCorrection,
            MessageTypes.Corrected => TaskState.New,
            MessageTypes.OpinionRequested => TaskState.New,
            _ => TaskState.Done,
        };
        CorrectionAsked |= type is MessageTypes.CorrectionRequired;
        if (PlatformState is TaskState.Done) PlatformEnding = ending ?? (type is MessageTypes.OpinionWithdrawn ? "not-needed" : type is MessageTypes.Withdrawn ? "withdrawn" : "declined");
        // Also where ours is ahead: an answer to our reply that comes at this moment must not be weighed against what was before.
        Revision++;
        if (State is not TaskState.Done) (State, EndedBy) = (PlatformState, PlatformEnding);
    }

    private static Outcome? Reasoned(string? reason, bool required, string field = "reason")
    {
        if (required && string.IsNullOrWhiteSpace(reason)) return new Refusal(RefusalKind.Invalid, "reason-missing", "请写明理由。", [new(field, "请写明理由，申请人会看到")]);
        return reason?.Length > ReasonMaxLength ? (Outcome)new Refusal(RefusalKind.Invalid, "too-long", $"请控制在 {ReasonMaxLength} 字以内。", [new(field, $"请控制在 {ReasonMaxLength} 字以内")]) : null;
    }

    private static Refusal Problem(string code, string words) => new(RefusalKind.Invalid, code, $"{words}。", [new("problems", words)]);

    private Outcome From(TaskState expected, string act, Action change)
    {
        if (State is TaskState.Done) return new Refusal(RefusalKind.Conflict, "already-decided", $"本件已由他人办结，不能再{act}。");
        if (State != expected) return new Refusal(RefusalKind.Conflict, "wrong-state", $"本件当前不能{act}，请刷新页面查看最新状态。");
        change();
        ReplyRefused = null;
        Revision++;
        return Outcome.Done;
    }

    private void End(string how)
    {
        State = TaskState.Done;
        EndedBy = how;
    }
}
