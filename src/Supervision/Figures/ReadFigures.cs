using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Rules;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Figures;

/// <summary>What a line of the figures is about.</summary>
/// <param name="Code">The code of the region, department, item or service point.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sum">What was counted.</param>
public sealed record FigureLine(string Code, string Name, Sum Sum);

/// <summary>Reads the figures of a month, as far as somebody sees.</summary>
internal sealed class ReadFigures(YiwangDb db, IDirectory directory)
{
    /// <summary>Region by region.</summary>
    internal async Task<List<FigureLine>> Regions(Sight sight, DateOnly month, CancellationToken stop)
    {
        var cards = await Cards(month, Findings(), f => f.Region, stop);
        var lines = new List<FigureLine>();
        foreach (var (code, counts) in await Counted(Days(sight, month, null), t => t.Region, stop))
        {
            var region = RegionCode.Parse(code, null);
            lines.Add(new(code, FigureWords.Region(region, await directory.Region(region, stop)), With(counts, cards.GetValueOrDefault(region))));
        }
        return lines;
    }

    /// <summary>Department by department, in one region or in all.</summary>
    internal async Task<List<FigureLine>> Departments(Sight sight, DateOnly month, RegionCode? region, CancellationToken stop)
    {
        var cards = await Cards(month, Findings(), f => f.Department, stop);
        var lines = new List<FigureLine>();
        foreach (var (code, counts) in await Counted(Days(sight, month, region), t => t.Department, stop))
            lines.Add(new(code, (await directory.Department(code, stop))?.Name ?? code, With(counts, cards.GetValueOrDefault(code))));
        return lines;
    }

    /// <summary>Item by item, in one department, one region or all.</summary>
    internal async Task<List<FigureLine>> Items(Sight sight, DateOnly month, RegionCode? region, string? department, CancellationToken stop)
    {
        var (period, findings) = (Periods.Month(month), Findings());
        var rows = Seen(sight, db.Set<Tally>().AsNoTracking().Where(t => t.Grain == Grain.Item && t.Period == period), region);
        if (department is not null) (rows, findings) = (rows.Where(t => t.Department == department), findings.Where(f => f.Department == department));
        if (region is { } where) findings = findings.Where(f => f.Region == where);
        var cards = await Cards(month, findings, f => f.Item, stop);
        var counted = await Counted(rows, t => t.Item, stop);
        var codes = counted.Select(c => ItemCode.Parse(c.Code, null)).ToList();
        var names = await db.Set<WatchedItem>().AsNoTracking().Where(i => codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code, i => i.Name, stop);
        return [.. counted.Select(c => ItemCode.Parse(c.Code, null) is var code ? new FigureLine(c.Code, names.GetValueOrDefault(code, c.Code), With(c.Counts, cards.GetValueOrDefault(code))) : null!)];
    }

    /// <summary>Window by window (服务点), in one region or in all: what was handed in there, whichever department decides. Cards are the departments'.</summary>
    internal async Task<List<FigureLine>> Points(Sight sight, DateOnly month, RegionCode? region, CancellationToken stop)
    {
        var period = Periods.Month(month);
        var lines = new List<FigureLine>();
        foreach (var (code, counts) in await Counted(db.Set<Tally>().AsNoTracking().Where(t => t.Grain == Grain.Point && t.Period == period), t => t.Point, stop))
        {
            var point = await directory.ServicePoint(code, stop);
            if ((region ?? sight.Region) is { } where && point?.Region.County != where) continue;
            lines.Add(new(code, point?.Name ?? code, new(counts)));
        }
        return lines;
    }

    private IQueryable<Tally> Days(Sight sight, DateOnly month, RegionCode? region)
    {
        var (from, to) = (Periods.Day(month), Periods.Day(month.AddMonths(1)));
        return Seen(sight, db.Set<Tally>().AsNoTracking().Where(t => t.Grain == Grain.Department && t.Period.CompareTo(from) >= 0 && t.Period.CompareTo(to) < 0), region);
    }

    private static IQueryable<Tally> Seen(Sight sight, IQueryable<Tally> rows, RegionCode? region)
    {
        if ((sight.Region ?? region)?.Value is { } where) rows = rows.Where(t => t.Region == where);
        if (sight.Department is { } department) rows = rows.Where(t => t.Department == department);
        return rows;
    }

    private IQueryable<Finding> Findings() => db.Set<Finding>().AsNoTracking().Where(f => f.Level >= Signal.YellowCard && f.State != FindingState.Lifted);

    private static async Task<Dictionary<TKey, (int Yellow, int Red)>> Cards<TKey>(DateOnly month, IQueryable<Finding> findings, Expression<Func<Finding, TKey>> about, CancellationToken stop) where TKey : notnull
    {
        var (from, to) = Periods.Of(month);
        var inMonth = findings.Where(f => f.FoundAt >= from && f.FoundAt < to);
        var counted = await inMonth.GroupBy(about).Select(g => new { g.Key, Yellow = g.Count(f => f.Level == Signal.YellowCard), Red = g.Count(f => f.Level == Signal.RedCard) }).ToListAsync(stop);
        return counted.ToDictionary(c => c.Key, c => (c.Yellow, c.Red));
    }

    private static Sum With(IReadOnlyList<long> counts, (int Yellow, int Red) cards) => new(counts, cards.Yellow, cards.Red);

    /// <summary>Adds up in the database, in the order of <see cref="Measure"/>.</summary>
    private static async Task<List<(string Code, IReadOnlyList<long> Counts)>> Counted(IQueryable<Tally> rows, Expression<Func<Tally, string>> by, CancellationToken stop)
    {
        var sums = await rows.GroupBy(by).Select(g => new
        {
            g.Key, Submitted = g.Sum(t => (long)t.Submitted), Online = g.Sum(t => (long)t.Online), Accepted = g.Sum(t => (long)t.Accepted), Corrections = g.Sum(t => (long)t.Corrections),
            Granted = g.Sum(t => (long)t.Granted), Refused = g.Sum(t => (long)t.Refused), Declined = g.Sum(t => (long)t.Declined), Stopped = g.Sum(t => (long)t.Stopped),
            Early = g.Sum(t => (long)t.Early), OnTime = g.Sum(t => (long)t.OnTime), Late = g.Sum(t => (long)t.Late), OneVisit = g.Sum(t => (long)t.OneVisit),
            Days = g.Sum(t => (long)t.Days), PromisedDays = g.Sum(t => (long)t.PromisedDays), Rated = g.Sum(t => (long)t.Rated), BadlyRated = g.Sum(t => (long)t.BadlyRated),
        }).ToListAsync(stop);
        return [.. sums.Select(s => (s.Key, Counts: (IReadOnlyList<long>)[s.Submitted, s.Online, s.Accepted, s.Corrections, s.Granted, s.Refused, s.Declined, s.Stopped, s.Early, s.OnTime, s.Late, s.OneVisit, s.Days, s.PromisedDays, s.Rated, s.BadlyRated])).Where(s => s.Counts.Any(n => n != 0))];
    }
}
