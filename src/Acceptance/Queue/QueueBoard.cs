using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Queue;

/// <summary>A number that was called, as the screen shows it.</summary>
internal sealed record CalledNumber(string Number, string Counter, DateTimeOffset At);

/// <summary>A group of business with how many wait for it.</summary>
/// <param name="Code">The letter before its tickets' numbers.</param>
/// <param name="Name">What it is called.</param>
/// <param name="About">What it is for.</param>
/// <param name="Waiting">How many wait.</param>
public sealed record GroupLine(string Code, string Name, string About, int Waiting);

/// <summary>How many wait before a ticket, in all groups since counters call from all, and about how long it waits.</summary>
/// <param name="Before">How many.</param>
/// <param name="Minutes">About how many minutes.</param>
/// <param name="Measured">Whether that is reckoned from today's; otherwise from a usual time.</param>
public sealed record WaitEstimate(int Before, int Minutes, bool Measured)
{
    /// <summary>The time in words.</summary>
    public string Words => $"约 {Minutes} 分钟{(Measured ? "" : $"（按每人 {QueueBoard.UsualMinutes} 分钟估计）")}";
}

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
        return [.. groups.Select(g => new GroupLine(g.Code, g.Name, g.About, waiting.GetValueOrDefault(g.Code)))];
    }

    /// <summary>What waits for who would take a ticket now.</summary>
    internal async Task<WaitEstimate> Now(string point, CancellationToken stop) => await Estimate(point, await Today(point).CountAsync(t => t.State == TicketState.Waiting, stop), stop);

    /// <summary>The tickets that a person holds today: those that wait or are called.</summary>
    internal Task<List<QueueTicket>> HeldBy(string person, CancellationToken stop)
    {
        var today = WorkCalendar.TodayInNingbo(clock);
        return db.Set<QueueTicket>().AsNoTracking().Where(t => t.TakenBy == person && t.Day == today && (t.State == TicketState.Waiting || t.State == TicketState.Called)).OrderBy(t => t.TakenAt).ToListAsync(stop);
    }

    /// <summary>How many are before a ticket, and about how many minutes it still waits.</summary>
    internal async Task<WaitEstimate> Ahead(QueueTicket ticket, CancellationToken stop)
    {
        var before = await Today(ticket.ServicePoint).CountAsync(t => t.State == TicketState.Waiting && t.Id != ticket.Id && t.OrderedBy < ticket.OrderedBy, stop);
        return await Estimate(ticket.ServicePoint, before, stop);
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

    private async Task<WaitEstimate> Estimate(string point, int before, CancellationToken stop)
    {
        var (each, counters, measured) = await Pace(point, stop);
        return new(before, (int)Math.Ceiling(before * each / counters), measured);
    }

    private IQueryable<QueueTicket> Today(string point)
    {
        var today = WorkCalendar.TodayInNingbo(clock);
        return db.Set<QueueTicket>().AsNoTracking().Where(t => t.ServicePoint == point && t.Day == today);
    }
}
