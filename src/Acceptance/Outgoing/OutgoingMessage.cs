using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Outgoing;

/// <summary>By which way a message leaves the platform.</summary>
internal enum OutgoingWay
{
    /// <summary>短信.</summary>
    Sms,

    /// <summary>电子邮件.</summary>
    Mail,
}

/// <summary>A text message or e-mail that is to be sent (短信、邮件), or was. Kept until it is sent or given up, so that a gateway that is down loses none.</summary>
internal sealed class OutgoingMessage
{
    /// <summary>How often it is tried, about a day and a half in all.</summary>
    public const int AttemptsMax = 12;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5), Longest = TimeSpan.FromHours(6);

    /// <summary>By which the gateway knows one that it has had already.</summary>
    public required Guid Id { get; init; }

    public required OutgoingWay Way { get; init; }
    public required CaseNumber Case { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why the last attempt failed, without addresses; null while none has.</summary>
    public string? Trouble { get; private set; }

    public bool GivenUp { get; private set; }

    public void Sent(DateTimeOffset at) => (SentAt, Trouble) = (at, null);

    public void Failed(string trouble, DateTimeOffset at)
    {
        Attempts++;
        Trouble = trouble.Length > 200 ? trouble[..200] : trouble;
        GivenUp = Attempts >= AttemptsMax;
        var wait = First * Math.Pow(3, Attempts - 1);
        DueAt = at + (wait < Longest ? wait : Longest);
    }
}

internal sealed class OutgoingMessageMap : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> builder)
    {
        builder.ToTable("acceptance_outgoing");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Way).HasConversion<string>().HasMaxLength(8);
        builder.Property(m => m.To).IsPersonal();
        builder.Property(m => m.Subject).HasMaxLength(200);
        builder.Property(m => m.Text).IsPersonal();
        builder.Property(m => m.Trouble).HasMaxLength(200);
        builder.HasIndex(m => m.DueAt).HasFilter("sent_at is null");
    }
}
