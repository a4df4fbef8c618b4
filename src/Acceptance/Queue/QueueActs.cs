using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Pages;

namespace Yiwang.Acceptance.Queue;

/// <summary>Giving tickets (取号) and calling them (叫号).</summary>
internal sealed class QueueActs(YiwangDb db, Journal journal, IDirectory directory, WorkCalendar calendar, CurrentActor actor, TimeProvider clock)
{
    private const int CounterMaxLength = 8, Tries = 5;

    /// <summary>How long before the doors open numbers are given.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(1);

    /// <summary>Gives a ticket. Online one person has one ticket that waits; at the machine everybody who stands before it.</summary>
    internal async Task<Outcome<QueueTicket>> Take(string point, string? group, CancellationToken stop)
    {
        if (group is null || await db.Set<QueueGroup>().FindAsync([group], stop) is null) return Refusal.Invalid([new("group", "请选择业务类别")]);
        if (await Closed(point, stop) is { } closed) return closed;
        var (me, today) = (actor.Actor, WorkCalendar.TodayInNingbo(clock));
        var online = me.Kind == Actor.ApplicantKind ? me.JournalName : null;
        if (online is not null && await db.Set<QueueTicket>().AsNoTracking().FirstOrDefaultAsync(t => t.ServicePoint == point && t.Day == today && t.TakenBy == online && (t.State == TicketState.Waiting || t.State == TicketState.Called), stop) is { } held)
            return new Refusal(RefusalKind.Conflict, "has-ticket", $"您已经取过号 {held.Number}，办完或取消之后可以再取。");
        await using var transaction = await db.BeginWrite(stop);
        var ticket = await Add(point, group, today, clock.GetUtcNow(), online, byAppointment: false, stop);
        await db.SaveChangesAsync(stop);
        await transaction.Commit(stop);
        return ticket;
    }

    /// <summary>No numbers are given while a point is closed, but for the hour before it opens and the noon between its hours.</summary>
    private async Task<Refusal?> Closed(string code, CancellationToken stop)
    {
        if (await directory.ServicePoint(code, stop) is not { } point) return Refusal.NotFound("这个服务点");
        var now = clock.GetUtcNow();
        if (point.Hours.At(now, calendar) is not { IsOpen: false } state) return null;
        var opens = WorkCalendar.StartInNingbo(state.Day) + state.At.ToTimeSpan();
        var noon = state.Day == WorkCalendar.DayInNingbo(now) && point.Hours.Shown.Contains('、', StringComparison.Ordinal) && opens - now < TimeSpan.FromHours(4);
        return noon || opens - now <= Early ? null
            : new Refusal(RefusalKind.Conflict, "closed", $"{point.Name}现在不办公，{Show.DateWithWeekday(state.Day)}{state.At:HH\\:mm} 开门，开门前一小时起可以取号；也可以预约其他时段。");
    }

    /// <summary>Adds a ticket to the caller's transaction.</summary>
    internal async Task<QueueTicket> Add(string point, string group, DateOnly day, DateTimeOffset orderedBy, string? takenBy, bool byAppointment, CancellationToken stop)
    {
        var given = await db.Database.SqlQuery<int>($"""
            insert into acceptance_queue_sequences (service_point, day, "group", given) values ({point}, {day}, {group}, 1)
            on conflict (service_point, day, "group") do update set given = acceptance_queue_sequences.given + 1
            returning given
            """).ToListAsync(stop);
        var ticket = new QueueTicket
        {
            Id = Guid.NewGuid(), ServicePoint = point, Day = day, Group = group, Number = string.Create(CultureInfo.InvariantCulture, $"{group}{given[0]:000}"), TakenAt = clock.GetUtcNow(), OrderedBy = orderedBy,
            TakenBy = takenBy, ByAppointment = byAppointment,
        };
        db.Add(ticket);
        journal.Append(Stream(ticket), new TicketTaken(point, day, ticket.Number, byAppointment));
        return ticket;
    }

    /// <summary>Calls the next of some groups to a counter; of two counters that call at once, each gets another.</summary>
    internal async Task<Outcome<QueueTicket>> CallNext(string point, IReadOnlyCollection<string> groups, string? counter, CancellationToken stop)
    {
        if (Counter(counter) is { } wrong) return wrong;
        var (today, by) = (WorkCalendar.TodayInNingbo(clock), actor.Actor.JournalName);
        if (await db.Set<QueueTicket>().AsNoTracking().AnyAsync(t => t.ServicePoint == point && t.Day == today && t.CalledBy == by && t.State == TicketState.Called, stop))
            return new Refusal(RefusalKind.Conflict, "still-serving", "您叫的号还没有办完，请先按“办完”或“过号”。");
        for (var i = 0; i < Tries; i++)
        {
            var now = clock.GetUtcNow();
            var next = await db.Set<QueueTicket>().Where(t => t.ServicePoint == point && t.Day == today && t.State == TicketState.Waiting && t.OrderedBy <= now && (groups.Count == 0 || groups.Contains(t.Group))).OrderBy(t => t.OrderedBy).FirstOrDefaultAsync(stop);
            if (next is null) return new Refusal(RefusalKind.Conflict, "nobody-waits", "没有人在等。");
            var called = next.Call(counter!.Trim(), by, now);
            if (!called.IsDone) return called.Refusal;
            journal.Append(Stream(next), new TicketCalled(next.Number, next.Counter!, next.Calls));
            if ((await db.TrySave(stop)).IsDone) return next;
            // Another counter was first: the one after it.
            db.ChangeTracker.Clear();
        }
        return Saving.SomebodyWasFirst;
    }

    /// <summary>What a window does to a ticket of its own point: again, done, missed, restore.</summary>
    internal async Task<Outcome> Act(string point, Guid id, string? act, CancellationToken stop)
    {
        if (await db.Set<QueueTicket>().FindAsync([id], stop) is not { } ticket || ticket.ServicePoint != point) return Refusal.NotFound("这个号");
        var now = clock.GetUtcNow();
        var outcome = act switch
        {
            "again" => ticket.Call(ticket.Counter ?? "", actor.Actor.JournalName, now),
            "done" => ticket.End(came: true, now),
            "missed" => ticket.End(came: false, now),
            "restore" => ticket.Restore(now),
            _ => Refusal.NotFound("这个操作"),
        };
        if (!outcome.IsDone) return outcome;
        journal.Append(Stream(ticket), act == "again" ? new TicketCalled(ticket.Number, ticket.Counter!, ticket.Calls) : (object)new TicketEnded(ticket.Number, act!));
        return await db.TrySave(stop);
    }

    /// <summary>Whoever holds a ticket gives it up.</summary>
    internal async Task<Outcome> Cancel(Guid id, CancellationToken stop)
    {
        if (await db.Set<QueueTicket>().FindAsync([id], stop) is not { } ticket) return Refusal.NotFound("这个号");
        var outcome = ticket.Cancel(clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(Stream(ticket), new TicketEnded(ticket.Number, "cancelled"));
        return await db.TrySave(stop);
    }

    private static Refusal? Counter(string? counter) => counter?.Trim() is { Length: > 0 and <= CounterMaxLength } ? null : Refusal.Invalid([new("counter", $"请填写窗口号，不超过 {CounterMaxLength} 个字符")]);

    private static string Stream(QueueTicket ticket) => $"ticket/{ticket.Id}";
}
