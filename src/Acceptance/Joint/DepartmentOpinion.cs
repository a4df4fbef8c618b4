using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Joint;

/// <summary>
/// What one department has to say to a case that another leads (并联审批中协办部门的意见): its own number, materials, limit and answer. The lead
/// sees it and gives the one result (行政许可法 26, 浙江省保障“最多跑一次”改革规定 5).
/// </summary>
internal sealed class DepartmentOpinion
{
    /// <summary>A case may be talked over this many times (协调).</summary>
    public const int RoundsMax = 5;

    /// <summary>The number under which the department knows it.</summary>
    public required CaseNumber Number { get; init; }

    /// <summary>The case that it belongs to.</summary>
    public required CaseNumber Case { get; init; }

    /// <summary>The city's department of its kind, by which the item's share is found.</summary>
    public required string Share { get; init; }

    public required string Department { get; set; }
    public required string DepartmentName { get; set; }
    public required string System { get; init; }
    public OpinionState State { get; private set; } = OpinionState.Waiting;

    /// <summary>1, then one more each time that it is talked over again.</summary>
    public int Round { get; private set; }

    public DateOnly? AskedOn { get; private set; }

    /// <summary>Its own limit: the last day on which its answer is in time.</summary>
    public DateOnly? Due { get; private set; }

    public bool DueProvisional { get; private set; }

    /// <summary>Its limit has passed without an answer, where silence does not count as agreement: somebody above has been told.</summary>
    public bool Escalated { get; private set; }

    public OpinionAnswer? Answer { get; private set; }

    /// <summary>The conditions or reasons, or why it is asked again.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Revision { get; private set; }

    /// <summary>Whether it is still to come.</summary>
    public bool IsOutstanding => State is OpinionState.Asked;

    /// <summary>机构改革: another department answers, or the same under another name.</summary>
    public void MoveTo(string department, string name)
    {
        (Department, DepartmentName) = (department, name);
        Revision++;
    }

    /// <summary>Asked with the acceptance of the case: all departments at the same moment (规定 5).</summary>
    public void Ask(int days, DateOnly today, WorkCalendar calendar)
    {
        State = OpinionState.Asked;
        Round++;
        Escalated = false;
        AskedOn = today;
        (Due, DueProvisional) = calendar.AddProvisionally(today, days);
        Revision++;
    }

    /// <summary>The department's answer. Against, or only with conditions, it says why.</summary>
    public Outcome Give(OpinionAnswer answer, string reason, DateTimeOffset at)
    {
        if (State is OpinionState.Withdrawn) return new Refusal(RefusalKind.Conflict, "case-closed", "不再需要这项意见：牵头的办件已经办结。");
        if (State is not OpinionState.Asked) return new Refusal(RefusalKind.Conflict, "wrong-state", "这项意见已经答复过。");
        if (answer is not OpinionAnswer.Agree && string.IsNullOrWhiteSpace(reason)) return new Refusal(RefusalKind.Conflict, "reason-missing", answer is OpinionAnswer.Disagree ? "不同意应当说明理由。" : "请写明条件。");
        if (reason.Length > Acceptance.Cases.Case.ReasonMaxLength) return new Refusal(RefusalKind.Invalid, "too-long", $"理由请控制在 {Acceptance.Cases.Case.ReasonMaxLength} 字以内。");
        (State, Answer, Reason, AnsweredAt) = (OpinionState.Given, answer, reason, at);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>逾期视为同意, where the item's rule says so.</summary>
    public void AgreeBySilence(DateTimeOffset at)
    {
        (State, Answer, Reason, AnsweredAt) = (OpinionState.Given, OpinionAnswer.Silence, "", at);
        Revision++;
    }

    /// <summary>Past its limit, and silence says nothing: told to those who oversee it.</summary>
    public void Escalate()
    {
        Escalated = true;
        Revision++;
    }

    /// <summary>协调: the lead asks again those who were against it or set conditions.</summary>
    public Outcome Reconsider(string note, int days, DateOnly today, WorkCalendar calendar)
    {
        if (State is not OpinionState.Given || Answer is not (OpinionAnswer.Disagree or OpinionAnswer.Conditional)) return new Refusal(RefusalKind.Conflict, "nothing-to-reconsider", $"{DepartmentName}没有不同意见，不用协调。");
        if (Round >= RoundsMax) return new Refusal(RefusalKind.Conflict, "too-many-rounds", $"已经协调过 {RoundsMax} 轮，请作出决定。");
        Ask(days, today, calendar);
        Reason = note;
        return Outcome.Done;
    }

    /// <summary>The case has ended or been decided: nobody need answer any more.</summary>
    public bool Withdraw()
    {
        if (State is not (OpinionState.Asked or OpinionState.Waiting)) return false;
        var asked = State is OpinionState.Asked;
        State = OpinionState.Withdrawn;
        Revision++;
        return asked;
    }

    /// <summary>Counts the limit anew, now that the holidays are known.</summary>
    public void CountAgain(int days, WorkCalendar calendar)
    {
        (Due, DueProvisional) = calendar.AddProvisionally(AskedOn!.Value, days);
        Revision++;
    }
}

internal enum OpinionState
{
    /// <summary>The case is not accepted yet.</summary>
    Waiting,

    /// <summary>征求意见中.</summary>
    Asked,

    /// <summary>已答复.</summary>
    Given,

    /// <summary>不再需要.</summary>
    Withdrawn,
}

internal enum OpinionAnswer
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>附条件同意.</summary>
    Conditional,

    /// <summary>不同意.</summary>
    Disagree,

    /// <summary>逾期视为同意.</summary>
    Silence,
}

internal sealed class DepartmentOpinionMap : IEntityTypeConfiguration<DepartmentOpinion>
{
    public void Configure(EntityTypeBuilder<DepartmentOpinion> builder)
    {
        builder.ToTable("acceptance_opinions");
        builder.HasKey(o => o.Number);
        builder.Property(o => o.Share).HasMaxLength(24);
        builder.Property(o => o.Department).HasMaxLength(24);
        builder.Property(o => o.DepartmentName).HasMaxLength(64);
        builder.Property(o => o.System).HasMaxLength(24);
        builder.Property(o => o.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(o => o.Answer).HasConversion<string>().HasMaxLength(16);
        builder.Property(o => o.Reason!).IsPersonal();
        builder.Property(o => o.Revision).IsConcurrencyToken();
        builder.HasIndex(o => o.Case);
        builder.HasIndex(o => new { o.State, o.Due });
    }
}
