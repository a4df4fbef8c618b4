using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

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
internal sealed class HandlingTask
{
    public required CaseNumber Case { get; init; }
    public required string Item { get; init; }
    public required string ItemName { get; init; }
    public required string ResultName { get; init; }
    public required string Department { get; init; }
    public required string DepartmentName { get; init; }
    public required RegionCode Region { get; init; }
    public required string ApplicantName { get; init; }
    public required string ReceivedAt { get; init; }
    public required DateOnly AnswerBy { get; set; }
    public required int PromisedDays { get; init; }

    /// <summary>The form and the materials as last told, JSON.</summary>
    public required string Form { get; set; }

    /// <summary>What the form's fields are called, JSON.</summary>
    public required string FormFields { get; set; }

    public required string Materials { get; set; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public TaskState State { get; private set; } = TaskState.New;
    public DateOnly? PromisedDue { get; set; }
    public bool CorrectionAsked { get; private set; }
    public bool Reviewed { get; private set; }
    public string? Result { get; private set; }
    public string? DocumentNumber { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>How the task ended, other than by a decision: declined or withdrawn.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>The last message taken from, and the last reply given to, the exchange.</summary>
    public int TakenUpTo { get; set; }

    public int RepliedUpTo { get; set; }

    /// <summary>Raised by each act; two officials cannot both decide.</summary>
    public int Revision { get; private set; }

    /// <summary>It is the department's turn, not the applicant's.</summary>
    public bool IsToDo => State is TaskState.New or TaskState.Accepted;

    public Outcome Accept(DateOnly promisedDue) => From(TaskState.New, "受理", () => (State, PromisedDue) = (TaskState.Accepted, promisedDue));

    public Outcome Decline(string? reason) => string.IsNullOrWhiteSpace(reason) ? ReasonMissing : From(TaskState.New, "作出不予受理决定", () => End("declined"));

    /// <summary>一次性告知: once for each case (行政许可法 32 (4)).</summary>
    public Outcome RequestCorrection(int problems)
    {
        if (problems == 0) return new Refusal(RefusalKind.Invalid, "nothing-named", "请至少写明一项需要补正的内容。", [new("problems", "请至少写明一项需要补正的内容")]);
        if (CorrectionAsked) return new Refusal(RefusalKind.Conflict, "already-asked", "已经告知过一次需要补正的全部内容，依法不能再次要求补正。");
        return From(TaskState.New, "要求补正", () => (State, CorrectionAsked) = (TaskState.AwaitingCorrection, true));
    }

    public Outcome Review() => From(TaskState.Accepted, "记录审查", () => Reviewed = true);

    public Outcome Decide(bool granted, string? reason, string documentNumber)
    {
        if (!granted && string.IsNullOrWhiteSpace(reason)) return ReasonMissing;
        return From(TaskState.Accepted, "作出决定", () =>
        {
            State = TaskState.Done;
            Result = granted ? "granted" : "refused";
            (Reason, DocumentNumber) = (reason?.Trim(), documentNumber);
        });
    }

    /// <summary>What the platform's window, the law or the applicant did meanwhile. A decision of ours that crossed it stays.</summary>
    public void Told(string what)
    {
        if (State is TaskState.Done) return;
        switch (what)
        {
            case "accepted": State = TaskState.Accepted; break;
            case "correction": (State, CorrectionAsked) = (TaskState.AwaitingCorrection, true); break;
            case "corrected": State = TaskState.New; break;
            default: End(what); break;
        }
        Revision++;
    }

    private static Refusal ReasonMissing { get; } = new(RefusalKind.Invalid, "reason-missing", "请写明理由。", [new("reason", "请写明理由，申请人会看到")]);

    private Outcome From(TaskState expected, string act, Action change)
    {
        if (State is TaskState.Done) return new Refusal(RefusalKind.Conflict, "already-decided", $"本件已由他人办结，不能再{act}。");
        if (State != expected) return new Refusal(RefusalKind.Conflict, "wrong-state", $"本件当前不能{act}，请刷新页面查看最新状态。");
        change();
        Revision++;
        return Outcome.Done;
    }

    private void End(string how)
    {
        State = TaskState.Done;
        EndedBy = how;
    }
}

internal sealed class HandlingTaskMap : IEntityTypeConfiguration<HandlingTask>
{
    public void Configure(EntityTypeBuilder<HandlingTask> builder)
    {
        builder.ToTable("handling_tasks");
        builder.HasKey(t => t.Case);
        builder.Property(t => t.Item).HasMaxLength(32);
        builder.Property(t => t.ItemName).HasMaxLength(200);
        builder.Property(t => t.ResultName).HasMaxLength(200);
        builder.Property(t => t.Department).HasMaxLength(24);
        builder.Property(t => t.DepartmentName).HasMaxLength(64);
        builder.Property(t => t.ApplicantName).HasMaxLength(128);
        builder.Property(t => t.ReceivedAt).HasMaxLength(96);
        builder.Property(t => t.State).HasConversion<string>().HasMaxLength(24);
        builder.Property(t => t.Result).HasMaxLength(16);
        builder.Property(t => t.EndedBy).HasMaxLength(16);
        builder.Property(t => t.DocumentNumber).HasMaxLength(64);
        builder.Property(t => t.Reason).HasMaxLength(500);
        builder.Property(t => t.Form).IsPersonal();
        builder.Property(t => t.Revision).IsConcurrencyToken();
        builder.HasIndex(t => new { t.Region, t.State, t.Case });
    }
}

/// <summary>A message that was taken, so that it is taken once.</summary>
internal sealed record TakenMessage(string Id, CaseNumber Case, int Sequence);

internal sealed class TakenMessageMap : IEntityTypeConfiguration<TakenMessage>
{
    public void Configure(EntityTypeBuilder<TakenMessage> builder)
    {
        builder.ToTable("handling_messages");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).HasMaxLength(64);
        builder.HasIndex(m => new { m.Case, m.Sequence });
    }
}

/// <summary>A reply on its way to the platform.</summary>
internal sealed class OutgoingReply
{
    public required Guid Id { get; init; }
    public required CaseNumber Case { get; init; }
    public required int Sequence { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset At { get; init; }
    public bool Sent { get; set; }
    public string? Refused { get; set; }
}

internal sealed class OutgoingReplyMap : IEntityTypeConfiguration<OutgoingReply>
{
    public void Configure(EntityTypeBuilder<OutgoingReply> builder)
    {
        builder.ToTable("handling_replies");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Body).IsPersonal();
        builder.Property(r => r.Refused).HasMaxLength(400);
        builder.HasIndex(r => new { r.Case, r.Sequence }).IsUnique();
        builder.HasIndex(r => new { r.Sent, r.At });
    }
}

/// <summary>The next document number of a department and year: a series without gaps, taken in the decision's own transaction.</summary>
internal sealed class DocumentSeries
{
    public required string Department { get; init; }
    public required int Year { get; init; }
    public int Last { get; private set; }

    public int Next() => ++Last;
}

internal sealed class DocumentSeriesMap : IEntityTypeConfiguration<DocumentSeries>
{
    public void Configure(EntityTypeBuilder<DocumentSeries> builder)
    {
        builder.ToTable("handling_document_series");
        builder.HasKey(s => new { s.Department, s.Year });
        builder.Property(s => s.Department).HasMaxLength(24);
        builder.Property(s => s.Last).IsConcurrencyToken();
    }
}
