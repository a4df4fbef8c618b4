using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Personal;

namespace Yiwang.Exchange;

/// <summary>What has been said with one system about one case: the next number in each direction.</summary>
internal sealed class Conversation
{
    public required string System { get; init; }
    public required CaseNumber Case { get; init; }
    public int SentUpTo { get; set; }

    /// <summary>The last reply that took effect or was refused for good. Guards against two replies at once.</summary>
    public int TakenUpTo { get; set; }
}

internal sealed class ConversationMap : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("exchange_conversations");
        builder.HasKey(c => new { c.Case, c.System });
        builder.Property(c => c.System).HasMaxLength(ConnectedSystem.CodeMaxLength);
        builder.Property(c => c.TakenUpTo).IsConcurrencyToken();
    }
}

internal enum OutboundState { Pending, Delivered, Dead }

/// <summary>A message on its way to a system.</summary>
internal sealed class OutboundMessage
{
    public const int ErrorMaxLength = 400;

    public required Guid Id { get; init; }
    public required string System { get; init; }
    public required CaseNumber Case { get; init; }
    public required int Sequence { get; init; }
    public required string Type { get; init; }

    /// <summary>The CloudEvent as it is sent, byte for byte.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public OutboundState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset NextAttemptAt { get; set; }
    public string? ClaimedBy { get; set; }
    public string? LastError { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }

    public void Delivered(DateTimeOffset at)
    {
        State = OutboundState.Delivered;
        Attempts++;
        DeliveredAt = at;
        LastError = null;
        ClaimedBy = null;
    }

    public void FailedUntil(DateTimeOffset next, string error)
    {
        Attempts++;
        NextAttemptAt = next;
        LastError = error.Length <= ErrorMaxLength ? error : error[..ErrorMaxLength];
        ClaimedBy = null;
    }

    /// <summary>No further attempt by itself: an operator looks at it and may send it again.</summary>
    public void Bury(string error, DateTimeOffset at)
    {
        FailedUntil(at, error);
        State = OutboundState.Dead;
    }

    public void Revive(DateTimeOffset at)
    {
        State = OutboundState.Pending;
        NextAttemptAt = at;
        Attempts = 0;
    }
}

internal sealed class OutboundMessageMap : IEntityTypeConfiguration<OutboundMessage>
{
    public void Configure(EntityTypeBuilder<OutboundMessage> builder)
    {
        builder.ToTable("exchange_outbound");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.System).HasMaxLength(ConnectedSystem.CodeMaxLength);
        builder.Property(m => m.Type).HasMaxLength(40);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(m => m.ClaimedBy).HasMaxLength(40).IsConcurrencyToken();
        builder.Property(m => m.Body).IsPersonal();
        builder.Property(m => m.LastError).HasMaxLength(OutboundMessage.ErrorMaxLength);
        builder.HasIndex(m => new { m.Case, m.System, m.Sequence }).IsUnique();
        builder.HasIndex(m => new { m.State, m.System, m.NextAttemptAt });
    }
}

internal enum InboundState { Waiting, Processed, Refused }

/// <summary>A message that came from a system, by (source, id).</summary>
internal sealed class InboundMessage
{
    public required string Source { get; init; }
    public required string Id { get; init; }

    /// <summary>The number of the signature that brought it, which is not accepted again.</summary>
    public required string Jti { get; init; }

    public required string System { get; init; }
    public required CaseNumber Case { get; init; }
    public required int Sequence { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public InboundState State { get; private set; }
    public string? RefusalCode { get; private set; }
    public string? RefusalReason { get; private set; }

    public void Processed() => State = InboundState.Processed;

    public void Refused(string code, string reason)
    {
        State = InboundState.Refused;
        RefusalCode = code;
        RefusalReason = reason;
    }
}

internal sealed class InboundMessageMap : IEntityTypeConfiguration<InboundMessage>
{
    public void Configure(EntityTypeBuilder<InboundMessage> builder)
    {
        builder.ToTable("exchange_inbound");
        builder.HasKey(m => new { m.Source, m.Id });
        builder.Property(m => m.Source).HasMaxLength(64);
        builder.Property(m => m.Id).HasMaxLength(64);
        builder.Property(m => m.Jti).HasMaxLength(64);
        builder.Property(m => m.System).HasMaxLength(ConnectedSystem.CodeMaxLength);
        builder.Property(m => m.Type).HasMaxLength(40);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(m => m.Body).IsPersonal();
        builder.Property(m => m.RefusalCode).HasMaxLength(64);
        builder.Property(m => m.RefusalReason).HasMaxLength(400);
        builder.HasIndex(m => new { m.Case, m.System, m.Sequence }).IsUnique();
    }
}

/// <summary>A signature that was seen (by its <c>jti</c>), kept until it is too old to be accepted anyway.</summary>
internal sealed record SeenSignature(string Kid, string Jti, DateTimeOffset At);

internal sealed class SeenSignatureMap : IEntityTypeConfiguration<SeenSignature>
{
    public void Configure(EntityTypeBuilder<SeenSignature> builder)
    {
        builder.ToTable("exchange_signatures");
        builder.HasKey(s => new { s.Kid, s.Jti });
        builder.Property(s => s.Kid).HasMaxLength(64);
        builder.Property(s => s.Jti).HasMaxLength(64);
        builder.HasIndex(s => s.At);
    }
}

/// <summary>A material that a system may fetch, because a message to it named it.</summary>
internal sealed record SharedMaterial(string System, Guid Material);

internal sealed class SharedMaterialMap : IEntityTypeConfiguration<SharedMaterial>
{
    public void Configure(EntityTypeBuilder<SharedMaterial> builder)
    {
        builder.ToTable("exchange_materials");
        builder.HasKey(m => new { m.System, m.Material });
        builder.Property(m => m.System).HasMaxLength(ConnectedSystem.CodeMaxLength);
    }
}

/// <summary>How a system names the fields of one item's form (表单通).</summary>
/// <param name="System">The system.</param>
/// <param name="Item">The item's code.</param>
/// <param name="Mapping">A JSON object with <c>fields</c> and <c>values</c>.</param>
internal sealed record FormMapping(string System, string Item, string Mapping);

internal sealed class FormMappingMap : IEntityTypeConfiguration<FormMapping>
{
    public void Configure(EntityTypeBuilder<FormMapping> builder)
    {
        builder.ToTable("exchange_mappings");
        builder.HasKey(m => new { m.System, m.Item });
        builder.Property(m => m.System).HasMaxLength(ConnectedSystem.CodeMaxLength);
        builder.Property(m => m.Item).HasMaxLength(32);
    }
}
