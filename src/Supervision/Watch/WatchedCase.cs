using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Supervision.Watch;

/// <summary>How a case ended.</summary>
internal enum Ending
{
    /// <summary>准予.</summary>
    Granted,

    /// <summary>不予许可.</summary>
    Refused,

    /// <summary>不予受理.</summary>
    Declined,

    /// <summary>Without an answer of the department: withdrawn, terminated, acceptance revoked.</summary>
    Stopped,
}

/// <summary>How a case stands as far as the rules and the figures ask, from the journal alone: of every channel and department alike. No personal data.</summary>
internal sealed class WatchedCase
{
    public required CaseNumber Number { get; init; }
    public required ItemCode Item { get; init; }
    public required string Department { get; set; }
    public required string DepartmentName { get; set; }

    /// <summary>The county (or the city) whose department it is.</summary>
    public required RegionCode Region { get; set; }

    public required string Channel { get; init; }

    /// <summary>The service point at which it was handed in; empty where it was not.</summary>
    public required string Point { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateOnly AnswerBy { get; set; }
    public DateOnly? AcceptedOn { get; set; }
    public DateOnly? LegalDue { get; set; }
    public DateOnly? PromisedDue { get; set; }

    /// <summary>Working days from acceptance to the promised day, as they were at acceptance.</summary>
    public int PromisedDays { get; set; }

    /// <summary>Whether something is to be handed in before the clock runs on.</summary>
    public bool AwaitsApplicant { get; set; }

    /// <summary>The day on which a special procedure is to end as the applicant was told; null while none runs.</summary>
    public DateOnly? PausedUntil { get; set; }

    public bool Reviewed { get; set; }

    /// <summary>When everything that was missing was told; null while nothing was.</summary>
    public DateTimeOffset? CorrectionAt { get; set; }

    /// <summary>Whether it is decided, or ended otherwise: no limit runs any more.</summary>
    public bool Ended => EndedAt is not null;

    /// <summary>When the journal was told of the end; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Ending? Ending { get; set; }

    /// <summary>The day that the decision bears.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Working days from acceptance to the decision; 0 until then.</summary>
    public int Days { get; set; }

    /// <summary>How often the applicant came: to hand in, to mend or add something, to collect (跑动次数). Counted until the case is collected.</summary>
    public int Visits { get; set; }

    /// <summary>1 to 5; null while it is not rated.</summary>
    public int? Rating { get; set; }

    public DateTimeOffset? RatedAt { get; set; }

    /// <summary>How far its stream has been read.</summary>
    public int Seen { get; set; }

    /// <summary>The next day on which a time rule may be broken; null when none can be.</summary>
    public DateOnly? CheckOn { get; set; }
}

internal sealed class WatchedCaseMap : IEntityTypeConfiguration<WatchedCase>
{
    public void Configure(EntityTypeBuilder<WatchedCase> builder)
    {
        builder.ToTable("supervision_cases");
        builder.HasKey(c => c.Number);
        builder.Property(c => c.Department).HasMaxLength(24);
        builder.Property(c => c.DepartmentName).HasMaxLength(64);
        builder.Property(c => c.Channel).HasMaxLength(16);
        builder.Property(c => c.Point).HasMaxLength(32);
        builder.Property(c => c.Ending).HasConversion<string>().HasMaxLength(8);
        builder.Property(c => c.Seen).IsConcurrencyToken();
        builder.HasIndex(c => new { c.CheckOn, c.Number }).HasFilter("check_on is not null");
        builder.HasIndex(c => new { c.Department, c.SubmittedAt });
        builder.HasIndex(c => new { c.Department, c.EndedAt });
        builder.HasIndex(c => new { c.Region, c.EndedAt });
        builder.HasIndex(c => new { c.Point, c.SubmittedAt }).HasFilter("point <> ''");
        builder.HasIndex(c => new { c.Region, c.SubmittedAt, c.PromisedDue }).HasFilter("ended_at is null");
    }
}
