using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Workload;

/// <summary>A line of the report: what a point did for its own region and for others.</summary>
internal sealed record PointLine(string Point, string Region, int Own, int Others, int HandedOver);

/// <summary>What two regions did for each other: cases that the one took in for the departments of the other.</summary>
/// <param name="One">The region with the greater number.</param>
/// <param name="Other">The other region.</param>
/// <param name="ByOne">What the one took in for the other.</param>
/// <param name="ByOther">What the other took in for the one.</param>
internal sealed record RegionPair(string One, string Other, int ByOne, int ByOther)
{
    /// <summary>What is settled between them: the other owes the one for so many cases.</summary>
    internal int Difference => ByOne - ByOther;
}

/// <summary>全城通办工作量和结算: what service points did for one another's regions in a month.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Points">Point by point, the busiest first.</param>
/// <param name="Pairs">Region by region.</param>
internal sealed record WorkloadReport(DateOnly Month, IReadOnlyList<PointLine> Points, IReadOnlyList<RegionPair> Pairs);

/// <summary>Reads the report of a month.</summary>
internal sealed class ReadWorkload(YiwangDb db, IDirectory directory)
{
    internal async Task<WorkloadReport> Of(DateOnly month, CancellationToken stop)
    {
        var rows = await db.Set<PointWorkload>().AsNoTracking().Where(w => w.Month == month).ToListAsync(stop);
        var names = new Dictionary<RegionCode, string>();
        foreach (var code in rows.SelectMany(r => new[] { r.PointRegion, r.Deciding }).Distinct()) names[code] = (await directory.Region(code, stop))?.Name ?? code.Value;
        var points = rows.GroupBy(r => r.Point, StringComparer.Ordinal)
            .Select(g => new PointLine(g.First().PointName, names[g.First().PointRegion], g.Where(r => r.Deciding == r.PointRegion).Sum(r => r.Received), g.Where(r => r.Deciding != r.PointRegion).Sum(r => r.Received), g.Sum(r => r.HandedOver)))
            .OrderByDescending(p => p.Own + p.Others + p.HandedOver).ThenBy(p => p.Point, StringComparer.Ordinal).ToList();
        return new(month, points, Pairs(rows, names));
    }

    private static List<RegionPair> Pairs(IReadOnlyList<PointWorkload> rows, Dictionary<RegionCode, string> names)
    {
        var done = rows.Where(r => r.PointRegion != r.Deciding).GroupBy(r => (r.PointRegion, r.Deciding)).ToDictionary(g => g.Key, g => g.Sum(r => r.Received));
        var pairs = new List<RegionPair>();
        foreach (var ((by, to), many) in done)
        {
            var back = done.GetValueOrDefault((to, by));
            // Each pair once: from the side that did more; of equals from the lower code.
            if (many > back || (many == back && string.CompareOrdinal(by.Value, to.Value) < 0)) pairs.Add(new(names[by], names[to], many, back));
        }
        return [.. pairs.OrderByDescending(p => p.Difference).ThenByDescending(p => p.ByOne)];
    }
}
