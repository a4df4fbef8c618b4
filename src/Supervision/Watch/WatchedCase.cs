using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Supervision.Watch;

/// <summary>How a case stands as far as the rules ask, from the journal alone: of every channel and department alike. No personal data.</summary>
internal sealed class WatchedCase
{
    public required CaseNumber Number { get; init; }
    public required ItemCode Item { get; init; }
    public required string Department { get; set; }
    public required string DepartmentName { get; set; }

    /// <summary>The county (or the city) whose department it is.</summary>
    public required RegionCode Region { get; set; }

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

    /// <summary>Whether it is decided, or ended otherwise: no limit runs any more.</summary>
    public bool Ended { get; set; }

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
        builder.Property(c => c.Seen).IsConcurrencyToken();
        builder.HasIndex(c => new { c.CheckOn, c.Number }).HasFilter("check_on is not null");
    }
}
