using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Messages;

/// <summary>站内消息: what an applicant is told of a case, in the own inbox.</summary>
internal sealed class Message
{
    public required Guid Id { get; init; }

    /// <summary>By which the applicant's messages are found.</summary>
    public required string ApplicantKey { get; init; }

    public required CaseNumber Case { get; init; }
    public required string ItemName { get; init; }
    public required string Title { get; init; }
    public required string Words { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
}

internal sealed class MessageMap : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("acceptance_messages");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.ApplicantKey).HasMaxLength(PersonalSeal.LookUpLength).IsUnicode(false);
        builder.Property(m => m.ItemName).HasMaxLength(200);
        builder.Property(m => m.Title).HasMaxLength(200);
        builder.Property(m => m.Words).IsPersonal();
        builder.HasIndex(m => new { m.ApplicantKey, m.At });
        builder.HasIndex(m => m.ApplicantKey).HasFilter("read_at is null");
    }
}
