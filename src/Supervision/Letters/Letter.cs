using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Supervision.Letters;

/// <summary>How a letter stands.</summary>
internal enum LetterState
{
    /// <summary>办理中: the department is to do what is demanded, and to say so.</summary>
    Open,

    /// <summary>已反馈, to be looked at by a supervisor.</summary>
    Answered,

    /// <summary>已办结.</summary>
    Closed,
}

/// <summary>督办通知书: a supervisor demands that a department puts something right by a day. It follows a card that was upheld, or that nobody answered.</summary>
internal sealed class Letter
{
    public const int DaysMost = 30;

    public required Guid Id { get; init; }

    /// <summary>The finding that it follows; one letter for each.</summary>
    public required Guid Finding { get; init; }

    public required CaseNumber Case { get; init; }
    public required string Department { get; init; }
    public required string DepartmentName { get; init; }
    public required RegionCode Region { get; init; }

    /// <summary>The supervising organ that issues it (发文机关).</summary>
    public required string Issuer { get; init; }

    /// <summary>Its number, without gaps in each year.</summary>
    public required string Number { get; init; }

    public required string Demand { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required string IssuedBy { get; init; }

    /// <summary>By when the department is to answer.</summary>
    public required DateOnly Due { get; set; }

    public LetterState State { get; private set; }
    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Why a supervisor gave it back, or closed it.</summary>
    public string? Remark { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }
    public int Revision { get; private set; }

    /// <summary>反馈.</summary>
    public Outcome Reply(string? words, string by, DateTimeOffset at)
    {
        if (State is not LetterState.Open) return new Refusal(RefusalKind.Conflict, "not-open", State is LetterState.Closed ? "督办已经办结。" : "已经反馈，等待监察人员核实。");
        if (Findings.Finding.Checked(words, "请写明做了什么、结果怎样") is { } wrong) return wrong;
        (State, Answer, AnsweredBy, AnsweredAt) = (LetterState.Answered, words!.Trim(), by, at);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>办结, or 退回 with a new day; not by who answered.</summary>
    public Outcome Judge(bool done, string? words, string by, DateOnly newDue, DateTimeOffset at)
    {
        if (State is not LetterState.Answered) return new Refusal(RefusalKind.Conflict, "not-answered", State is LetterState.Closed ? "督办已经办结。" : "部门还没有反馈。");
        if (by == AnsweredBy) return new Refusal(RefusalKind.Forbidden, "same-person", "反馈的人不能核实，请由另一位监察人员核实。");
        if (!done && Findings.Finding.Checked(words, "请写明还要做什么") is { } wrong) return wrong;
        if (words?.Trim().Length > Findings.Finding.WordsMaxLength) return Refusal.Invalid([new("words", $"请控制在 {Findings.Finding.WordsMaxLength} 字以内")]);
        (State, Remark) = (done ? LetterState.Closed : LetterState.Open, words?.Trim());
        if (done) ClosedAt = at;
        else Due = newDue;
        Revision++;
        return Outcome.Done;
    }
}

/// <summary>The last number of the letters of a year and region: a series without gaps, taken in the letter's own transaction.</summary>
internal sealed class LetterSeries
{
    public required RegionCode Region { get; init; }
    public required int Year { get; init; }
    public int Last { get; private set; }

    public int Next() => ++Last;
}

internal sealed class LetterMap : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("supervision_letters");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Department).HasMaxLength(24);
        builder.Property(l => l.DepartmentName).HasMaxLength(64);
        builder.Property(l => l.Issuer).HasMaxLength(64);
        builder.Property(l => l.Number).HasMaxLength(64);
        builder.Property(l => l.Demand).IsPersonal();
        builder.Property(l => l.IssuedBy).HasMaxLength(96);
        builder.Property(l => l.State).HasConversion<string>().HasMaxLength(12);
        builder.Property(l => l.Answer!).IsPersonal();
        builder.Property(l => l.AnsweredBy).HasMaxLength(96);
        builder.Property(l => l.Remark!).IsPersonal();
        builder.Property(l => l.Revision).IsConcurrencyToken();
        builder.HasIndex(l => l.Finding).IsUnique();
        builder.HasIndex(l => new { l.Region, l.State, l.Due });
        builder.HasIndex(l => new { l.State, l.Due });
    }
}

internal sealed class LetterSeriesMap : IEntityTypeConfiguration<LetterSeries>
{
    public void Configure(EntityTypeBuilder<LetterSeries> builder)
    {
        builder.ToTable("supervision_letter_series");
        builder.HasKey(s => new { s.Region, s.Year });
        builder.Property(s => s.Last).IsConcurrencyToken();
    }
}
