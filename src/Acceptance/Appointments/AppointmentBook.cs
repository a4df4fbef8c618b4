using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Queue;
using Yiwang.Directory;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Appointments;

/// <summary>A slot with how many places are left.</summary>
internal sealed record SlotLine(TimeOnly Start, int Left);

/// <summary>What can be booked, and what is.</summary>
internal sealed class AppointmentBook(YiwangDb db, WorkCalendar calendar, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Working days ahead that can be booked.</summary>
    internal const int DaysAhead = 10;

    /// <summary>The days that can be booked: the next working days, as far as the holidays are known.</summary>
    internal IReadOnlyList<DateOnly> Days()
    {
        var days = new List<DateOnly>();
        for (var day = WorkCalendar.TodayInNingbo(clock).AddDays(1); days.Count < DaysAhead && day <= calendar.LastKnown; day = day.AddDays(1))
        {
            if (calendar.IsWorkday(day)) days.Add(day);
        }
        return days;
    }

    /// <summary>The slots of a day.</summary>
    internal async Task<IReadOnlyList<SlotLine>> Slots(ServicePoint point, QueueGroup group, DateOnly day, CancellationToken stop)
    {
        var taken = await db.Set<BookedSlot>().AsNoTracking().Where(s => s.ServicePoint == point.Code && s.Group == group.Code && s.Day == day).ToDictionaryAsync(s => s.Start, s => s.Taken, stop);
        return [.. point.Hours.Starts(TimeSpan.FromMinutes(Appointment.SlotMinutes)).Select(start => new SlotLine(start, Math.Max(0, group.SlotCapacity - taken.GetValueOrDefault(start))))];
    }

    /// <summary>One's own appointments, the next first.</summary>
    internal Task<List<Appointment>> Mine(int most, CancellationToken stop)
    {
        var me = actor.Actor.JournalName;
        return db.Set<Appointment>().AsNoTracking().Where(a => a.Holder == me).OrderByDescending(a => a.Day).ThenBy(a => a.Start).Take(most).ToListAsync(stop);
    }

    /// <summary>The appointments of a service point today.</summary>
    internal async Task<IReadOnlyList<Appointment>> OfToday(string point, CancellationToken stop)
    {
        var today = WorkCalendar.TodayInNingbo(clock);
        return await db.Set<Appointment>().AsNoTracking().Where(a => a.ServicePoint == point && a.Day == today && a.State != AppointmentState.Cancelled).OrderBy(a => a.Start).ToListAsync(stop);
    }
}
