using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Queue;
using Yiwang.Directory;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Appointments;

/// <summary>Booking, cancelling and checking in. A slot takes no more than its capacity, however many book at once.</summary>
internal sealed class AppointmentActs(YiwangDb db, AppointmentBook book, QueueActs queue, Journal journal, CurrentActor actor, TimeProvider clock)
{
    /// <summary>How many appointments one may have open.</summary>
    internal const int OpenMax = 2;

    /// <summary>No-shows within <see cref="NoShowDays"/> after which one books nothing for <see cref="PauseDays"/> days.</summary>
    internal const int NoShowsMax = 3;

    internal const int NoShowDays = 90;
    internal const int PauseDays = 30;

    internal async Task<Outcome<Appointment>> Book(ServicePoint point, string? group, DateOnly day, TimeOnly start, CancellationToken stop)
    {
        if (group is null || await db.Set<QueueGroup>().FindAsync([group], stop) is not { } business) return Refusal.Invalid([new("group", "请选择业务类别")]);
        if (!book.Days().Contains(day)) return Refusal.Invalid([new("day", "请选择可以预约的日子")]);
        if (!point.Hours.Starts(TimeSpan.FromMinutes(Appointment.SlotMinutes)).Contains(start)) return Refusal.Invalid([new("start", "请选择可以预约的时段")]);
        if (await NotNow(point, day, stop) is { } refused) return refused;
        await using var transaction = await db.BeginWrite(stop);
        var taken = await db.Database.SqlQuery<int>($"""
            insert into acceptance_booked_slots (service_point, "group", day, start, taken) values ({point.Code}, {business.Code}, {day}, {start}, 1)
            on conflict (service_point, "group", day, start) do update set taken = acceptance_booked_slots.taken + 1 where acceptance_booked_slots.taken < {business.SlotCapacity}
            returning taken
            """).ToListAsync(stop);
        if (taken.Count == 0 || taken[0] > business.SlotCapacity) return new Refusal(RefusalKind.Conflict, "slot-full", "这个时段刚刚约满，请换一个时段。");
        var appointment = new Appointment
        {
            Id = Guid.NewGuid(), Code = await NewCode(point.Code, day, stop), ServicePoint = point.Code, ServicePointName = point.Name, Group = business.Code, GroupName = business.Name, Day = day, Start = start,
            Holder = actor.Actor.JournalName, ApplicantName = actor.Actor.DisplayName, BookedAt = clock.GetUtcNow(),
        };
        db.Add(appointment);
        journal.Append(Stream(appointment), new AppointmentBooked(point.Code, business.Code, day, start));
        await db.SaveChangesAsync(stop);
        await transaction.Commit(stop);
        return appointment;
    }

    internal async Task<Outcome> Cancel(Guid id, CancellationToken stop)
    {
        if (await db.Set<Appointment>().FindAsync([id], stop) is not { } found || found.Holder != actor.Actor.JournalName) return Refusal.NotFound("这个预约");
        var outcome = found.Cancel(clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        await using var transaction = await db.BeginWrite(stop);
        await db.Set<BookedSlot>().Where(s => s.ServicePoint == found.ServicePoint && s.Group == found.Group && s.Day == found.Day && s.Start == found.Start).ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Taken - 1), stop);
        journal.Append(Stream(found), new AppointmentEnded("cancelled"));
        var saved = await db.TrySave(stop);
        if (saved.IsDone) await transaction.Commit(stop);
        return saved;
    }

    /// <summary>签到: gives the ticket, ordered by the slot's begin or, for who comes before it, by the begin all the same.</summary>
    internal async Task<Outcome<QueueTicket>> CheckIn(string point, string? code, CancellationToken stop)
    {
        var (today, typed) = (WorkCalendar.TodayInNingbo(clock), code?.Trim() ?? "");
        if (await db.Set<Appointment>().FirstOrDefaultAsync(a => a.ServicePoint == point && a.Day == today && a.Code == typed, stop) is not { } found)
            return Refusal.Invalid([new("code", "今天没有这个预约码，请核对；预约了其他服务点的请到那里签到")]);
        await using var transaction = await db.BeginWrite(stop);
        var now = clock.GetUtcNow();
        var ticket = await queue.Add(point, found.Group, today, now < found.Begins ? now : found.Begins, takenBy: found.Holder, byAppointment: true, stop);
        var outcome = found.CheckIn(ticket.Id, now);
        if (!outcome.IsDone) return Refusal.Invalid([new("code", outcome.Refusal.Reason)]);
        journal.Append(Stream(found), new AppointmentEnded("checked-in"));
        var saved = await db.TrySave(stop);
        if (!saved.IsDone) return saved.Refusal;
        await transaction.Commit(stop);
        return ticket;
    }

    /// <summary>Marks those as no-shows whose time for checking in is over; how many.</summary>
    internal async Task<int> EndNoShows(CancellationToken stop)
    {
        var (now, today) = (clock.GetUtcNow(), WorkCalendar.TodayInNingbo(clock));
        var open = await db.Set<Appointment>().Where(a => a.State == AppointmentState.Booked && a.Day <= today).OrderBy(a => a.Day).Take(200).ToListAsync(stop);
        var missed = open.Where(a => a.Miss(now).IsDone).ToList();
        foreach (var one in missed) journal.Append(Stream(one), new AppointmentEnded("no-show"));
        return (await db.TrySave(stop)).IsDone ? missed.Count : 0;
    }

    /// <summary>Why the person may not book just now; null when nothing stands against it.</summary>
    private async Task<Refusal?> NotNow(ServicePoint point, DateOnly day, CancellationToken stop)
    {
        var (me, today) = (actor.Actor.JournalName, WorkCalendar.TodayInNingbo(clock));
        var since = today.AddDays(-NoShowDays);
        var mine = await db.Set<Appointment>().AsNoTracking().Where(a => a.Holder == me && a.Day >= since).ToListAsync(stop);
        var missed = mine.Where(a => a.State is AppointmentState.NoShow).OrderByDescending(a => a.Day).ToList();
        if (missed.Count >= NoShowsMax && missed[0].Day.AddDays(PauseDays) is var until && until > today)
            return new Refusal(RefusalKind.Conflict, "no-shows", $"{NoShowDays} 天内有 {missed.Count} 次预约没有到，{until:yyyy-MM-dd} 以后才能再预约；可以当天到现场取号。");
        var open = mine.Where(a => a.State is AppointmentState.Booked).ToList();
        if (open.Count >= OpenMax) return new Refusal(RefusalKind.Conflict, "too-many-appointments", $"最多同时有 {OpenMax} 个预约，请先取消一个。");
        return open.Exists(a => a.ServicePoint == point.Code && a.Day == day) ? new Refusal(RefusalKind.Conflict, "same-day", "同一天在同一个服务点只能预约一次。") : null;
    }

    /// <summary>A code that nobody else has at that point on that day.</summary>
    private async Task<string> NewCode(string point, DateOnly day, CancellationToken stop)
    {
        var used = await db.Set<Appointment>().AsNoTracking().Where(a => a.ServicePoint == point && a.Day == day).Select(a => a.Code).ToListAsync(stop);
        while (true)
        {
            var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
            if (!used.Contains(code)) return code;
        }
    }

    private static string Stream(Appointment appointment) => $"appointment/{appointment.Id}";
}
