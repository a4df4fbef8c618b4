using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Queue;

/// <summary>A number that was called, as the screen shows it.</summary>
internal sealed record CalledNumber(string Number, string Counter, DateTimeOffset At);

/// <summary>A group with how many wait and about how long.</summary>
/// <param name="Group">The group.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Minutes">About how many minutes the next to take a ticket would wait.</param>
/// <param name="Measured">Whether that is reckoned from today's; otherwise from a usual time.</param>
internal sealed record GroupLine(QueueGroup Group, int Waiting, int Minutes, bool Measured);

/// <summary>What there is to see of a service point's queue: for the screen, the machine and the windows.</summary>
internal sealed class QueueBoard(YiwangDb db, TimeProvider clock)
{
    /// <summary>Minutes that one visit usually takes, until today has shown it.</summary>
    internal const int UsualMinutes = 8;

    private const int Sample = 20, CalledShown = 8;
    private static readonly TimeSpan CounterIsOpen = TimeSpan.FromMinutes(45);

    /// <summary>The groups of a service point with their queues.</summary>
    internal async Task<IReadOnlyList<GroupLine>> Groups(string point, CancellationToken stop)
    {
        var groups = await db.Set<QueueGroup>().AsNoTracking().OrderBy(g => g.Code).ToListAsync(stop);
        var waiting = await Today(point).Where(t => t.State == TicketState.Waiting).GroupBy(t => t.Group).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, stop);
        var (each, counters, measured) = await Pace(point, stop);
        return [.. groups.Select(g => new GroupLine(g, waiting.GetValueOrDefault(g.Code), Minutes(waiting.Values.Sum(), each, counters), measured))];
    }

    /// <summary>How many are before a ticket, and about how many minutes it still waits.</summary>
    internal async Task<(int Before, int Minutes, bool Measured)> Ahead(QueueTicket ticket, CancellationToken stop)
    {
        var before = await Today(ticket.ServicePoint).CountAsync(t => t.State == TicketState.Waiting && t.Id != ticket.Id && t.OrderedBy < ticket.OrderedBy, stop);
        var (each, counters, measured) = await Pace(ticket.ServicePoint, stop);
        return (before, Minutes(before + 1, each, counters), measured);
    }

    /// <summary>The numbers that were called last, the latest first.</summary>
    internal async Task<IReadOnlyList<CalledNumber>> Called(string point, CancellationToken stop) =>
        [.. (await Today(point).Where(t => t.State == TicketState.Called).OrderByDescending(t => t.CalledAt).Take(CalledShown).ToListAsync(stop)).Select(t => new CalledNumber(t.Number, t.Counter!, t.CalledAt!.Value))];

    /// <summary>The tickets of today in some states, in the order in which they are served.</summary>
    internal Task<List<QueueTicket>> Tickets(string point, IReadOnlyCollection<TicketState> states, int most, CancellationToken stop) =>
        Today(point).Where(t => states.Contains(t.State)).OrderBy(t => t.OrderedBy).Take(most).ToListAsync(stop);

    /// <summary>Minutes for one visit, and the counters that are open: those that called somebody not long ago.</summary>
    private async Task<(double Each, int Counters, bool Measured)> Pace(string point, CancellationToken stop)
    {
        var served = await Today(point).Where(t => t.State == TicketState.Served).OrderByDescending(t => t.EndedAt).Take(Sample).Select(t => new { t.CalledAt, t.EndedAt }).ToListAsync(stop);
        var since = clock.GetUtcNow() - CounterIsOpen;
        var counters = await Today(point).Where(t => t.CalledAt > since && t.Counter != null).Select(t => t.Counter).Distinct().CountAsync(stop);
        var times = served.Select(s => (s.EndedAt!.Value - s.CalledAt!.Value).TotalMinutes).Where(m => m is > 0 and < 120).ToList();
        return times.Count >= 5 ? (times.Average(), Math.Max(1, counters), true) : (UsualMinutes, Math.Max(1, counters), false);
    }

    private static int Minutes(int people, double each, int counters) => (int)Math.Ceiling(people * each / counters);

    private IQueryable<QueueTicket> Today(string point)
    {
        var today = WorkCalendar.TodayInNingbo(clock);
        return db.Set<QueueTicket>().AsNoTracking().Where(t => t.ServicePoint == point && t.Day == today);
    }
}
