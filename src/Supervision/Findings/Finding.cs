using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;
using Yiwang.Supervision.Rules;

namespace Yiwang.Supervision.Findings;

/// <summary>How a finding stands.</summary>
internal enum FindingState
{
    /// <summary>告知: below a card, nobody has to answer.</summary>
    Told,

    /// <summary>待答复.</summary>
    Open,

    /// <summary>已答复, to be decided by a supervisor.</summary>
    Answered,

    /// <summary>维持.</summary>
    Upheld,

    /// <summary>撤牌.</summary>
    Lifted,
}

/// <summary>监察发现: what a version of a rule has found of a case. It is never deleted.</summary>
internal sealed class Finding
{
    public const int WordsMaxLength = 500;

    public required Guid Id { get; init; }
    public required CaseNumber Case { get; init; }
    public required ItemCode Item { get; init; }
    public required string Rule { get; init; }
    public required int RuleVersion { get; init; }

    /// <summary>What tells two findings of one rule about one case apart: the day that a limit ends, or how often it has happened.</summary>
    public required int Occurrence { get; init; }

    public required Signal Level { get; init; }

    /// <summary>When it fired, in the words of the rule's version.</summary>
    public required string Words { get; init; }

    public required string Department { get; init; }
    public required string DepartmentName { get; init; }
    public required RegionCode Region { get; init; }
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>By when the department answers a card.</summary>
    public DateOnly? AnswerBy { get; init; }

    public FindingState State { get; private set; }

    /// <summary>explained, mended or appealed; null while it is not answered.</summary>
    public string? AnswerKind { get; private set; }

    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? Decision { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public int Revision { get; private set; }

    public void Begin() => State = AnswerBy is null ? FindingState.Told : FindingState.Open;

    /// <summary>答复: once.</summary>
    public Outcome Reply(string? kind, string? words, string by, DateTimeOffset at)
    {
        if (State is not FindingState.Open) return new Refusal(RefusalKind.Conflict, "not-open", State is FindingState.Told ? "这一条不需要答复。" : "已经答复过。");
        if (kind is not ("explained" or "mended" or "appealed")) return Refusal.Invalid([new("kind", "请选择怎样答复")]);
        if (Checked(words, "请写明情况、原因和怎样整改；申诉的，写明理由") is { } wrong) return wrong;
        (State, AnswerKind, Answer, AnsweredBy, AnsweredAt) = (FindingState.Answered, kind, words!.Trim(), by, at);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>核定: after the answer, or when the day for it has passed; not by who answered.</summary>
    public Outcome Decide(bool uphold, string? words, string by, DateOnly today, DateTimeOffset at)
    {
        if (State is not (FindingState.Answered or FindingState.Open)) return new Refusal(RefusalKind.Conflict, "not-to-decide", "这一条已经核定，或者不需要核定。");
        if (State is FindingState.Open && today <= AnswerBy) return new Refusal(RefusalKind.Conflict, "not-answered", "部门还没有答复，期限也没有到，请等一等。");
        if (by == AnsweredBy) return new Refusal(RefusalKind.Forbidden, "same-person", "答复的人不能核定，请由另一位监察人员核定。");
        if (Checked(words, uphold ? "请写明维持的理由" : "请写明撤牌的理由") is { } wrong) return wrong;
        (State, Decision, DecidedBy, DecidedAt) = (uphold ? FindingState.Upheld : FindingState.Lifted, words!.Trim(), by, at);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>What is wrong with words that somebody is to write; null where nothing is.</summary>
    internal static Refusal? Checked(string? words, string missing) =>
        string.IsNullOrWhiteSpace(words) ? Refusal.Invalid([new("words", missing)]) : words.Trim().Length > WordsMaxLength ? Refusal.Invalid([new("words", $"请控制在 {WordsMaxLength} 字以内")]) : null;
}

internal sealed class FindingMap : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ToTable("supervision_findings");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Rule).HasMaxLength(SupervisionRule.CodeMaxLength);
        builder.Property(f => f.Level).HasConversion<int>();
        builder.Property(f => f.State).HasConversion<string>().HasMaxLength(12);
        builder.Property(f => f.Words).HasMaxLength(200);
        builder.Property(f => f.Department).HasMaxLength(24);
        builder.Property(f => f.DepartmentName).HasMaxLength(64);
        builder.Property(f => f.AnswerKind).HasMaxLength(12);
        builder.Property(f => f.Answer!).IsPersonal();
        builder.Property(f => f.AnsweredBy).HasMaxLength(96);
        builder.Property(f => f.Decision!).IsPersonal();
        builder.Property(f => f.DecidedBy).HasMaxLength(96);
        builder.Property(f => f.Revision).IsConcurrencyToken();
        builder.HasIndex(f => new { f.Case, f.Rule, f.Occurrence }).IsUnique();
        builder.HasIndex(f => new { f.State, f.FoundAt });
        builder.HasIndex(f => new { f.Region, f.State, f.FoundAt });
        builder.HasIndex(f => f.FoundAt);
    }
}
