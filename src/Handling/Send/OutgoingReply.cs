using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Personal;

namespace Yiwang.Handling.Send;

/// <summary>A reply on its way to the platform.</summary>
internal sealed class OutgoingReply
{
    public required Guid Id { get; init; }
    public required CaseNumber Case { get; init; }
    public required int Sequence { get; init; }
    public required string Type { get; init; }
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
        builder.Property(r => r.Type).HasMaxLength(40);
        builder.Property(r => r.Refused).HasMaxLength(400);
        builder.HasIndex(r => new { r.Case, r.Sequence }).IsUnique();
        builder.HasIndex(r => new { r.Sent, r.At });
    }
}
