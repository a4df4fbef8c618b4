using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Handling.Inbox;

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
