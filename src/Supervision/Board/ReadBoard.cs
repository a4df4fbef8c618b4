using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Supervision.Figures;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Board;

/// <summary>Reads what happens today: from the tallies, and from the index of what is open.</summary>
internal sealed class ReadBoard(YiwangDb db, IDirectory directory, ISystemStandings standings, TimeProvider clock)
{
    private const int Shown = 5;

    // Days since a case was handed in, by the calendar.
    private static readonly (int Days, string Name)[] AgeSteps = [(0, "今天"), (3, "3 天以内"), (10, "4—10 天"), (30, "11—30 天"), (int.MaxValue, "30 天以上")];

    /// <summary>Of a region, or of the whole city where none is named.</summary>
    internal async Task<BoardNow> Of(RegionCode? region, CancellationToken stop)
    {
        var today = WorkCalendar.TodayInNingbo(clock);
        var open = await Open(region, today, stop);
        var days = await Today(region, today, stop);
        var regions = new List<RegionNow>();
        foreach (var one in await directory.CityAndCounties(stop))
        {
            if (region is { } only && one.Code != only) continue;
            var (mine, here) = (open.Find(o => o.Region == one.Code), days.Where(d => d.Region == one.Code.Value).ToList());
            // A zone that decides nothing is no line.
            if (one.Code.Level is RegionLevel.Zone && mine is null && here.Count == 0) continue;
            regions.Add(new(one.Code.Value, FigureWords.Region(one.Code, one), here.Sum(d => d.Submitted), here.Sum(d => d.Decided), mine?.Count ?? 0, mine?.Late ?? 0));
        }
        return new(
            today, days.Sum(d => d.Submitted), days.Sum(d => d.Decided), open.Sum(o => o.Count), open.Sum(o => o.Late), regions, await Hours(region, today, stop),
            [.. days.GroupBy(d => d.Channel, StringComparer.Ordinal).Select(g => new NamedCount(FigureWords.Channel(g.Key), g.Sum(d => d.Submitted))).Where(c => c.Count > 0).OrderByDescending(c => c.Count)],
            Ages(open), await Slowest(region, today, stop), region is null ? await standings.Now(stop) : [], await Latest(region, stop));
    }

    private async Task<List<DayRow>> Today(RegionCode? region, DateOnly today, CancellationToken stop)
    {
        var period = Periods.Day(today);
        return await Within(db.Set<Tally>().AsNoTracking().Where(t => t.Grain == Grain.Department && t.Period == period), region)
            .GroupBy(t => new { t.Region, t.Channel }).Select(g => new DayRow(g.Key.Region, g.Key.Channel, g.Sum(t => (long)t.Submitted), g.Sum(t => (long)t.Granted + t.Refused))).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<HourNow>> Hours(RegionCode? region, DateOnly today, CancellationToken stop)
    {
        var (from, to) = (Periods.Day(today) + "T", Periods.Day(today) + "U");
        var counted = await Within(db.Set<Tally>().AsNoTracking().Where(t => t.Grain == Grain.Hour && t.Period.CompareTo(from) > 0 && t.Period.CompareTo(to) < 0), region)
            .GroupBy(t => t.Period).Select(g => new { g.Key, Submitted = g.Sum(t => (long)t.Submitted), Decided = g.Sum(t => (long)t.Granted + t.Refused) }).ToListAsync(stop);
        var byHour = counted.ToDictionary(c => int.Parse(c.Key.AsSpan(11), CultureInfo.InvariantCulture));
        var first = Math.Min(8, byHour.Count == 0 ? 8 : byHour.Keys.Min());
        var last = Math.Max(first, WorkCalendar.InNingbo(clock.GetUtcNow()).Hour);
        return [.. Enumerable.Range(first, last - first + 1).Select(h => byHour.TryGetValue(h, out var c) ? new HourNow(h, c.Submitted, c.Decided) : new HourNow(h, 0, 0))];
    }

    private Task<List<OpenRow>> Open(RegionCode? region, DateOnly today, CancellationToken stop)
    {
        var since = AgeSteps.SkipLast(1).Select(s => WorkCalendar.StartInNingbo(today.AddDays(-s.Days))).ToArray();
        var (day, three, ten, thirty) = (since[0], since[1], since[2], since[3]);
        var cases = db.Set<WatchedCase>().AsNoTracking().Where(c => c.EndedAt == null);
        if (region is { } only) cases = cases.Where(c => c.Region == only);
        return cases.GroupBy(c => c.Region).Select(g => new OpenRow(g.Key, g.Count(), g.Count(c => c.PromisedDue < today),
            g.Count(c => c.SubmittedAt >= day), g.Count(c => c.SubmittedAt >= three), g.Count(c => c.SubmittedAt >= ten), g.Count(c => c.SubmittedAt >= thirty))).ToListAsync(stop);
    }

    private static List<NamedCount> Ages(List<OpenRow> open)
    {
        int[] upTo = [open.Sum(o => o.Today), open.Sum(o => o.Three), open.Sum(o => o.Ten), open.Sum(o => o.Thirty), open.Sum(o => o.Count)];
        return [.. AgeSteps.Select((step, i) => new NamedCount(step.Name, upTo[i] - (i == 0 ? 0 : upTo[i - 1])))];
    }

    private async Task<IReadOnlyList<SlowItem>> Slowest(RegionCode? region, DateOnly today, CancellationToken stop)
    {
        var period = Periods.Month(today);
        var items = await Within(db.Set<Tally>().AsNoTracking().Where(t => t.Grain == Grain.Item && t.Period == period), region)
            .GroupBy(t => t.Item).Select(g => new { g.Key, Days = g.Sum(t => (long)t.Days), Promised = g.Sum(t => (long)t.PromisedDays), Decided = g.Sum(t => (long)t.Granted + t.Refused) })
            .Where(i => i.Decided > 0).OrderByDescending(i => i.Days * 1.0 / i.Decided).ThenBy(i => i.Key).Take(Shown).ToListAsync(stop);
        var codes = items.Select(i => ItemCode.Parse(i.Key, null)).ToList();
        var names = await db.Set<WatchedItem>().AsNoTracking().Where(i => codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code.Value, i => i.Name, StringComparer.Ordinal, stop);
        return [.. items.Select(i => new SlowItem(names.GetValueOrDefault(i.Key, i.Key), (double)i.Days / i.Decided, (double)i.Promised / i.Decided, i.Decided))];
    }

    private Task<List<Finding>> Latest(RegionCode? region, CancellationToken stop)
    {
        IQueryable<Finding> findings = db.Set<Finding>().AsNoTracking();
        if (region is { } only) findings = findings.Where(f => f.Region == only);
        return findings.OrderByDescending(f => f.FoundAt).Take(Shown).ToListAsync(stop);
    }

    private static IQueryable<Tally> Within(IQueryable<Tally> rows, RegionCode? region) => region?.Value is { } only ? rows.Where(t => t.Region == only) : rows;

    private sealed record DayRow(string Region, string Channel, long Submitted, long Decided);

    private sealed record OpenRow(RegionCode Region, int Count, int Late, int Today, int Three, int Ten, int Thirty);
}
