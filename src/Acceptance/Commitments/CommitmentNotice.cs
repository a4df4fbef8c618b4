using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Commitments;

/// <summary>Where a commitment stands.</summary>
internal enum CommitmentState
{
    /// <summary>Signed; nothing has been granted on it (yet).</summary>
    Signed,

    /// <summary>Granted on it: to be checked (待核查).</summary>
    ToCheck,

    /// <summary>What was promised is so (核查属实).</summary>
    Kept,

    /// <summary>It is not so, and is to be put right by a day (责令限期整改).</summary>
    Ordered,

    /// <summary>承诺不实: recorded; who broke it signs none until the record is mended.</summary>
    Broken,

    /// <summary>The record is mended (信用修复).</summary>
    Repaired,
}

/// <summary>
/// 告知承诺: the applicant was told what is asked for and has promised in writing that it is so, in place of a material. The department decides on it
/// and checks it within sixty working days; what is not so is put right or recorded (浙江省保障“最多跑一次”改革规定 14; 国办发〔2020〕42号).
/// </summary>
internal sealed class CommitmentNotice
{
    /// <summary>规定 14: checked within sixty working days of the decision.</summary>
    public const int CheckDays = 60;

    /// <summary>A day for putting it right lies at most a year ahead.</summary>
    public const int CorrectionMaxDays = 365;

    public required CaseNumber Case { get; init; }

    /// <summary>The code of the material in whose place it stands.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>By which a person's broken commitments are found.</summary>
    public required string ApplicantKey { get; init; }

    public required string SignedBy { get; init; }
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Whether it was signed on paper at a window; the paper is among the materials of the case.</summary>
    public required bool OnPaper { get; init; }

    public CommitmentState State { get; private set; } = CommitmentState.Signed;

    /// <summary>The last day for checking it; null while nothing was granted on it.</summary>
    public DateOnly? CheckBy { get; private set; }

    /// <summary>Whether that day lies in a year whose holidays are not known yet.</summary>
    public bool CheckByProvisional { get; private set; }

    /// <summary>Whether it was told that nobody has checked it in time.</summary>
    public bool OverdueTold { get; private set; }

    /// <summary>What was found; null while nothing was, and where it was kept.</summary>
    public string? Reason { get; private set; }

    /// <summary>The last day for putting it right.</summary>
    public DateOnly? CorrectBy { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The case was granted: the time for checking runs.</summary>
    public void Granted(DateOnly on, WorkCalendar calendar)
    {
        State = CommitmentState.ToCheck;
        (CheckBy, CheckByProvisional) = calendar.AddProvisionally(on, CheckDays);
        Revision++;
    }

    /// <summary>Counts the last day for checking again, once the holidays that it lies among are known.</summary>
    public void CountAgain(DateOnly decidedOn, WorkCalendar calendar)
    {
        (CheckBy, CheckByProvisional) = calendar.AddProvisionally(decidedOn, CheckDays);
        Revision++;
    }

    /// <summary>核查属实, or 整改到位.</summary>
    public Outcome Keep() => State is CommitmentState.ToCheck or CommitmentState.Ordered ? Become(CommitmentState.Kept) : Wrong("登记核查属实");

    /// <summary>核查不实: to be put right by a day, once; without a day, and after it, the commitment is broken.</summary>
    public Outcome Fault(string reason, DateOnly? correctBy, DateOnly today)
    {
        if (State is not (CommitmentState.ToCheck or CommitmentState.Ordered)) return Wrong("登记核查不实");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal(RefusalKind.Conflict, "reason-missing", "请写明核查发现的情况。");
        if (reason.Length > Cases.Case.ReasonMaxLength) return new Refusal(RefusalKind.Invalid, "too-long", $"核查情况请控制在 {Cases.Case.ReasonMaxLength} 字以内。");
        if (correctBy is { } day)
        {
            if (State is CommitmentState.Ordered) return new Refusal(RefusalKind.Conflict, "ordered-already", "已经责令整改过一次，整改后仍不符合的，登记为承诺不实。");
            if (day <= today || day > today.AddDays(CorrectionMaxDays)) return new Refusal(RefusalKind.Conflict, "wrong-date", $"整改期限应在明天与 {today.AddDays(CorrectionMaxDays):yyyy-MM-dd} 之间。");
        }
        (Reason, CorrectBy) = (reason, correctBy ?? CorrectBy);
        return Become(correctBy is null ? CommitmentState.Broken : CommitmentState.Ordered);
    }

    /// <summary>逾期未整改: the day for putting it right has passed.</summary>
    public Outcome Lapse(DateOnly today) => State is CommitmentState.Ordered && today > CorrectBy ? Become(CommitmentState.Broken) : Wrong("登记逾期未整改");

    /// <summary>信用修复: who broke it may sign commitments again.</summary>
    public Outcome Repair() => State is CommitmentState.Broken ? Become(CommitmentState.Repaired) : Wrong("登记信用修复");

    /// <summary>Tells once that nobody has checked it in time.</summary>
    public bool TellOverdue(DateOnly today)
    {
        if (State is not CommitmentState.ToCheck || OverdueTold || CheckByProvisional || today <= CheckBy) return false;
        OverdueTold = true;
        Revision++;
        return true;
    }

    private Outcome Become(CommitmentState state)
    {
        State = state;
        Revision++;
        return Outcome.Done;
    }

    private Refusal Wrong(string act) => new(RefusalKind.Conflict, "wrong-state", $"这份承诺{CommitmentWords.State(this)}，不能{act}。");
}

internal sealed class CommitmentNoticeMap : IEntityTypeConfiguration<CommitmentNotice>
{
    public void Configure(EntityTypeBuilder<CommitmentNotice> builder)
    {
        builder.ToTable("acceptance_commitments");
        builder.HasKey(c => new { c.Case, c.Code });
        builder.Property(c => c.Code).HasMaxLength(64);
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.Property(c => c.ApplicantKey).HasMaxLength(PersonalSeal.LookUpLength).IsUnicode(false);
        builder.Property(c => c.SignedBy).HasMaxLength(Applicant.NameMaxLength);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Reason!).IsPersonal();
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.HasIndex(c => new { c.ApplicantKey, c.State });
        builder.HasIndex(c => new { c.State, c.CheckBy });
        builder.HasIndex(c => new { c.State, c.CorrectBy });
    }
}
