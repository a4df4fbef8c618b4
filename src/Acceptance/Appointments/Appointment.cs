using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Appointments;

/// <summary>Where an appointment stands.</summary>
internal enum AppointmentState
{
    Booked,

    /// <summary>Checked in at the ticket machine (已签到取号).</summary>
    CheckedIn,
    Cancelled,

    /// <summary>Nobody came (爽约).</summary>
    NoShow,
}

/// <summary>An appointment (预约) of a half-hour at a service point. Who does not come three times in ninety days books nothing for thirty.</summary>
internal sealed class Appointment
{
    /// <summary>Minutes that a slot is long.</summary>
    public const int SlotMinutes = 30;

    /// <summary>Minutes before its begin from which one can check in.</summary>
    public const int EarlyMinutes = 30;

    /// <summary>Minutes after its end until which one can still check in.</summary>
    public const int LateMinutes = 15;

    public required Guid Id { get; init; }

    /// <summary>Six digits by which the holder checks in.</summary>
    public required string Code { get; init; }

    public required string ServicePoint { get; init; }
    public required string ServicePointName { get; init; }
    public required string Group { get; init; }
    public required string GroupName { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>When its slot begins, in Ningbo.</summary>
    public required TimeOnly Start { get; init; }

    /// <summary>Whose it is, as the journal names actors.</summary>
    public required string Holder { get; init; }

    public required string ApplicantName { get; init; }
    public required DateTimeOffset BookedAt { get; init; }
    public AppointmentState State { get; private set; } = AppointmentState.Booked;
    public Guid? Ticket { get; private set; }
    public int Revision { get; private set; }

    /// <summary>When the slot begins (UTC).</summary>
    public DateTimeOffset Begins => WorkCalendar.StartInNingbo(Day) + Start.ToTimeSpan();

    /// <summary>Until when one can check in (UTC).</summary>
    public DateTimeOffset Closes => Begins.AddMinutes(SlotMinutes + LateMinutes);

    public Outcome CheckIn(Guid ticket, DateTimeOffset at)
    {
        if (State is not AppointmentState.Booked) return Wrong("签到");
        if (at < Begins.AddMinutes(-EarlyMinutes)) return new Refusal(RefusalKind.Conflict, "too-early", $"预约的是 {Start:HH\\:mm}，请在开始前 {EarlyMinutes} 分钟之内签到。");
        if (at > Closes) return new Refusal(RefusalKind.Conflict, "too-late", "预约的时段已经过了，请直接取号。");
        (State, Ticket) = (AppointmentState.CheckedIn, ticket);
        Revision++;
        return Outcome.Done;
    }

    public Outcome Cancel(DateTimeOffset at)
    {
        if (State is not AppointmentState.Booked || at >= Begins) return Wrong("取消");
        State = AppointmentState.Cancelled;
        Revision++;
        return Outcome.Done;
    }

    /// <summary>爽约: the time for checking in is over.</summary>
    public Outcome Miss(DateTimeOffset at)
    {
        if (State is not AppointmentState.Booked || at <= Closes) return Wrong("登记爽约");
        State = AppointmentState.NoShow;
        Revision++;
        return Outcome.Done;
    }

    private Refusal Wrong(string act) => new(RefusalKind.Conflict, "wrong-state", $"这个预约{AppointmentWords.State(State)}，不能{act}。");
}

internal static class AppointmentWords
{
    internal static string State(AppointmentState state) => state switch { AppointmentState.Booked => "已预约", AppointmentState.CheckedIn => "已签到", AppointmentState.Cancelled => "已取消", _ => "爽约" };
}

internal sealed class AppointmentMap : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("acceptance_appointments");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(6);
        builder.Property(a => a.ServicePoint).HasMaxLength(16);
        builder.Property(a => a.ServicePointName).HasMaxLength(96);
        builder.Property(a => a.Group).HasMaxLength(4);
        builder.Property(a => a.GroupName).HasMaxLength(32);
        builder.Property(a => a.Holder).HasMaxLength(96);
        builder.Property(a => a.ApplicantName).HasMaxLength(Applicant.NameMaxLength);
        builder.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(a => a.Revision).IsConcurrencyToken();
        builder.Ignore(a => a.Begins);
        builder.Ignore(a => a.Closes);
        builder.HasIndex(a => new { a.ServicePoint, a.Day, a.Code }).IsUnique();
        builder.HasIndex(a => new { a.Holder, a.Day });
        builder.HasIndex(a => new { a.State, a.Day });
    }
}

/// <summary>How many have booked a slot.</summary>
internal sealed class BookedSlot
{
    public required string ServicePoint { get; init; }
    public required string Group { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly Start { get; init; }
    public int Taken { get; private set; }
}

internal sealed class BookedSlotMap : IEntityTypeConfiguration<BookedSlot>
{
    public void Configure(EntityTypeBuilder<BookedSlot> builder)
    {
        builder.ToTable("acceptance_booked_slots");
        builder.HasKey(s => new { s.ServicePoint, s.Group, s.Day, s.Start });
        builder.Property(s => s.ServicePoint).HasMaxLength(16);
        builder.Property(s => s.Group).HasMaxLength(4);
    }
}
