using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Kernel.Journals;

/// <summary>Each hour, computes the root of every past day that has none yet. Several nodes may try; the day is the key, so one wins.</summary>
internal sealed class PublishRoots(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PublishRoots> log) : Chore(TimeSpan.FromHours(1), clock, log)
{
    protected override async Task Once(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        // An entry is dated just before it commits: the hour lets the last ones of a day arrive.
        var today = WorkCalendar.DayInNingbo(Clock.GetUtcNow().AddHours(-1));
        await Publish(scope.ServiceProvider.GetRequiredService<YiwangDb>(), today, stop);
    }

    /// <summary>Publishes the roots of the days before <paramref name="today"/> that lack one.</summary>
    internal static async Task Publish(YiwangDb db, DateOnly today, CancellationToken stop)
    {
        var latest = await db.Set<JournalRoot>().OrderByDescending(r => r.Day).Take(2).ToListAsync(stop);
        var last = latest.FirstOrDefault();
        // The journal is read from where the day before the last began: no entry of a later day lies before that, and the rest would be read for nothing.
        var after = latest.Count == 2 ? latest[1].LastPosition : 0;
        var from = WorkCalendar.StartInNingbo(last?.Day.AddDays(1) ?? DateOnly.MinValue.AddDays(1));
        var until = WorkCalendar.StartInNingbo(today);
        var days = new SortedDictionary<DateOnly, (List<string> Hashes, long Last)>();
        var rows = db.Set<JournalEntry>().AsNoTracking().Where(e => e.Position > after && e.At >= from && e.At < until).OrderBy(e => e.Position)
            .Select(e => new { e.Position, e.At, e.Hash });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            var day = WorkCalendar.DayInNingbo(row.At);
            var hashes = days.TryGetValue(day, out var known) ? known.Hashes : [];
            hashes.Add(row.Hash);
            days[day] = (hashes, row.Position);
        }
        foreach (var (day, (hashes, lastPosition)) in days)
            db.Add(new JournalRoot { Day = day, Entries = hashes.Count, LastPosition = lastPosition, Root = JournalRoots.Merkle(hashes) });
        await db.TrySave(stop);
    }
}
