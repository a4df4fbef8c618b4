using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Ratings;

/// <summary>好差评: how the applicant found a case handled. Once for each; a bad one must be answered (国办发〔2019〕51号, GB/T 39735-2020).</summary>
internal sealed class Rating
{
    public const int WordsMaxLength = 500;

    /// <summary>Under which officials see it: who rated is not shown to them before they have answered.</summary>
    public required Guid Id { get; init; }

    public required CaseNumber Case { get; init; }
    public required string ItemName { get; init; }
    public required string DepartmentName { get; init; }
    public required RegionCode DepartmentRegion { get; init; }
    public string? ServicePoint { get; init; }
    public string? ServicePointName { get; init; }

    /// <summary>Where it was given: web, or counter by the code that the window shows.</summary>
    public required string Channel { get; init; }

    /// <summary>1 非常不满意 to 5 非常满意.</summary>
    public required int Level { get; init; }

    /// <summary>The tags that were chosen, separated by 、; empty for none.</summary>
    public required string Tags { get; init; }

    public required string Words { get; init; }
    public required DateTimeOffset RatedAt { get; init; }

    /// <summary>By when a bad one is to be answered; null for others.</summary>
    public DateOnly? AnswerBy { get; init; }

    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Revision { get; private set; }

    public bool IsBad => Level <= RatingWords.Bad;

    /// <summary>A bad rating that nobody has answered.</summary>
    public bool IsOpen => IsBad && AnsweredAt is null;

    /// <summary>回复: what was found and done about it.</summary>
    public Outcome Reply(string? answer, string by, DateTimeOffset at)
    {
        if (!IsBad) return new Refusal(RefusalKind.Conflict, "not-bad", "只有差评需要回复。");
        if (AnsweredAt is not null) return new Refusal(RefusalKind.Conflict, "already-answered", "已经回复过。");
        if (string.IsNullOrWhiteSpace(answer)) return Refusal.Invalid([new("answer", "请写明核实的情况和怎样整改，评价人会看到")]);
        if (answer.Trim().Length > WordsMaxLength) return Refusal.Invalid([new("answer", $"请控制在 {WordsMaxLength} 字以内")]);
        (Answer, AnsweredBy, AnsweredAt) = (answer.Trim(), by, at);
        Revision++;
        return Outcome.Done;
    }
}

internal sealed class RatingMap : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("acceptance_ratings");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ItemName).HasMaxLength(200);
        builder.Property(r => r.DepartmentName).HasMaxLength(64);
        builder.Property(r => r.ServicePoint).HasMaxLength(16);
        builder.Property(r => r.ServicePointName).HasMaxLength(96);
        builder.Property(r => r.Channel).HasMaxLength(8);
        builder.Property(r => r.Tags).HasMaxLength(200);
        builder.Property(r => r.Words).IsPersonal();
        builder.Property(r => r.Answer!).IsPersonal();
        builder.Property(r => r.AnsweredBy).HasMaxLength(96);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => r.Case).IsUnique();
        builder.HasIndex(r => new { r.DepartmentRegion, r.RatedAt });
        builder.HasIndex(r => new { r.ServicePoint, r.RatedAt });
    }
}
