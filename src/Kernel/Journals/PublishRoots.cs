using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>Each hour, computes the root of every past day that has none yet. Several nodes may try; the day is the key, so one wins.</summary>
internal sealed class PublishRoots(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PublishRoots> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                // An entry is dated just before it commits: the hour lets the last ones of a day arrive.
                var today = WorkCalendar.DayInNingbo(clock.GetUtcNow().AddHours(-1));
                await Publish(scope.ServiceProvider.GetRequiredService<YiwangDb>(), today, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Daily journal roots were not published and will be tried again");
            }
            await Task.Delay(TimeSpan.FromHours(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Publishes the roots of the days before <paramref name="today"/> that lack one.</summary>
    internal static async Task Publish(YiwangDb db, DateOnly today, CancellationToken stop)
    {
        var last = await db.Set<JournalRoot>().OrderByDescending(r => r.Day).FirstOrDefaultAsync(stop);
        var from = WorkCalendar.StartInNingbo(last?.Day.AddDays(1) ?? DateOnly.MinValue.AddDays(1));
        var until = WorkCalendar.StartInNingbo(today);
        var days = new SortedDictionary<DateOnly, (List<string> Hashes, long Last)>();
        var rows = db.Set<JournalEntry>().AsNoTracking().Where(e => e.At >= from && e.At < until).OrderBy(e => e.Position)
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
