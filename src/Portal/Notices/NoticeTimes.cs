using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;

namespace Yiwang.Portal.Notices;

/// <summary>When notices come out, so that a page that was kept before a notice's time is not shown after it.</summary>
internal sealed class NoticeTimes(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Ahead = 200;

    private readonly Remembered<Times> _times = new(scopes, clock, TimeSpan.FromMinutes(1), async (db, stop) =>
    {
        var now = clock.GetUtcNow();
        var last = await db.Set<Notice>().Where(n => n.PublishedAt <= now).MaxAsync(n => (DateTimeOffset?)n.PublishedAt, stop);
        return new(last, await db.Set<Notice>().Where(n => n.PublishedAt > now).OrderBy(n => n.PublishedAt).Select(n => n.PublishedAt).Take(Ahead).ToListAsync(stop));
    });

    /// <summary>The time of the latest notice that is out by now; it grows and never falls.</summary>
    internal async ValueTask<string> LastDue(CancellationToken stop)
    {
        var times = await _times.Get(stop);
        var now = clock.GetUtcNow();
        var due = times.Upcoming.FindLastIndex(t => t <= now);
        return ((due < 0 ? times.Last : times.Upcoming[due])?.UtcTicks ?? 0).ToString(CultureInfo.InvariantCulture);
    }

    internal void Forget() => _times.Forget();

    private sealed record Times(DateTimeOffset? Last, List<DateTimeOffset> Upcoming);
}
