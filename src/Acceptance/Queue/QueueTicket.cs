using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Queue;

/// <summary>Where a ticket stands.</summary>
internal enum TicketState
{
    Waiting,
    Called,
    Served,

    /// <summary>Called, and nobody came (过号).</summary>
    Missed,

    /// <summary>Given up by who took it.</summary>
    Cancelled,
}

/// <summary>A queue ticket (排队号) of a service point and day. It says nothing of who holds it.</summary>
internal sealed class QueueTicket
{
    /// <summary>How often a number is called before it counts as missed.</summary>
    public const int CallsMax = 3;

    public required Guid Id { get; init; }
    public required string ServicePoint { get; init; }
    public required DateOnly Day { get; init; }
    public required string Group { get; init; }

    /// <summary>The number that is called, such as <c>A003</c>.</summary>
    public required string Number { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Before what it is ordered: when it was taken, or for an appointment when its slot begins.</summary>
    public required DateTimeOffset OrderedBy { get; set; }

    /// <summary>Whose it is where it was taken online, as the journal names actors; null at the machine.</summary>
    public string? TakenBy { get; init; }

    /// <summary>Whether it belongs to an appointment.</summary>
    public bool ByAppointment { get; init; }

    public TicketState State { get; private set; } = TicketState.Waiting;
    public string? Counter { get; private set; }
    public string? CalledBy { get; private set; }
    public int Calls { get; private set; }
    public DateTimeOffset? CalledAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Revision { get; private set; }

    /// <summary>叫号, or calling again (重呼).</summary>
    public Outcome Call(string counter, string by, DateTimeOffset at)
    {
        if (State is not (TicketState.Waiting or TicketState.Called)) return Wrong;
        if (State is TicketState.Called && Calls >= CallsMax) return new Refusal(RefusalKind.Conflict, "called-often", $"{Number} 已经叫过 {CallsMax} 次，没有人来请按“过号”。");
        (State, Counter, CalledBy, CalledAt) = (TicketState.Called, counter, by, at);
        Calls++;
        Revision++;
        return Outcome.Done;
    }

    /// <summary>The counter is done with it, or nobody came.</summary>
    public Outcome End(bool came, DateTimeOffset at)
    {
        if (State is not TicketState.Called) return Wrong;
        (State, EndedAt) = (came ? TicketState.Served : TicketState.Missed, at);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>过号恢复: who missed the call waits again, behind those who wait now.</summary>
    public Outcome Restore(DateTimeOffset at)
    {
        if (State is not TicketState.Missed) return Wrong;
        (State, OrderedBy, Calls, EndedAt) = (TicketState.Waiting, at, 0, null);
        Revision++;
        return Outcome.Done;
    }

    public Outcome Cancel(DateTimeOffset at)
    {
        if (State is not TicketState.Waiting) return Wrong;
        (State, EndedAt) = (TicketState.Cancelled, at);
        Revision++;
        return Outcome.Done;
    }

    private Refusal Wrong => new(RefusalKind.Conflict, "wrong-state", $"{Number} 的状态已经变了，请刷新后再试。");
}

internal sealed class QueueTicketMap : IEntityTypeConfiguration<QueueTicket>
{
    public void Configure(EntityTypeBuilder<QueueTicket> builder)
    {
        builder.ToTable("acceptance_queue_tickets");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.ServicePoint).HasMaxLength(16);
        builder.Property(t => t.Group).HasMaxLength(4);
        builder.Property(t => t.Number).HasMaxLength(8);
        builder.Property(t => t.TakenBy).HasMaxLength(96);
        builder.Property(t => t.Counter).HasMaxLength(8);
        builder.Property(t => t.CalledBy).HasMaxLength(96);
        builder.Property(t => t.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(t => t.Revision).IsConcurrencyToken();
        builder.HasIndex(t => new { t.ServicePoint, t.Day, t.Number }).IsUnique();
        builder.HasIndex(t => new { t.ServicePoint, t.Day, t.State, t.OrderedBy });
    }
}

/// <summary>How far the numbers of a group are given out at a service point today.</summary>
internal sealed class TicketSequence
{
    public required string ServicePoint { get; init; }
    public required DateOnly Day { get; init; }
    public required string Group { get; init; }
    public int Given { get; private set; }
}

internal sealed class TicketSequenceMap : IEntityTypeConfiguration<TicketSequence>
{
    public void Configure(EntityTypeBuilder<TicketSequence> builder)
    {
        builder.ToTable("acceptance_queue_sequences");
        builder.HasKey(s => new { s.ServicePoint, s.Day, s.Group });
        builder.Property(s => s.ServicePoint).HasMaxLength(16);
        builder.Property(s => s.Group).HasMaxLength(4);
    }
}
