using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Directory.SeedOrgans;

/// <summary>
/// Gives service points whose position is unknown one inside their county, marked as a sample: towns apart from one another, villages
/// around their town, windows where their hall is. The same point always gets the same one.
/// </summary>
internal sealed class SamplePlaces(IReadOnlyDictionary<RegionCode, CountyOutline> outlines)
{
    private const int Seed = 20170925, Tries = 400, Candidates = 8;

    // About 2.5 km to each side.
    private const double Around = 0.023;

    /// <summary>The municipal hall stands in 鄞州区.</summary>
    private const string CityHallCounty = "330212";

    internal static SamplePlaces Read(string folder, IReadOnlyDictionary<RegionCode, Region> regions)
    {
        var byName = CountyOutline.Read(folder);
        var counties = regions.Values.Where(r => r.Code.Level is RegionLevel.County && byName.ContainsKey(r.Name)).ToDictionary(r => r.Code, r => byName[r.Name]);
        var outlines = new Dictionary<RegionCode, CountyOutline>(counties);
        // A zone lies in a county, which its row names.
        foreach (var row in CsvRows.Read(folder, "regions.csv", new ImportReport(), "code", "level", "gbt2260").Where(r => r["level"] == "zone"))
        {
            if (RegionCode.TryRead(row["code"], out var zone, out _) && RegionCode.TryRead(row["gbt2260"], out var county, out _) && counties.TryGetValue(county, out var outline)) outlines[zone] = outline;
        }
        if (counties.TryGetValue(RegionCode.Parse(CityHallCounty, null), out var city)) outlines[RegionCode.Ningbo] = city;
        return new(outlines);
    }

    internal List<ServicePoint> Place(IEnumerable<ServicePoint> points)
    {
        var placed = new List<ServicePoint>();
        var first = new Dictionary<RegionCode, Position>();
        var ofCounty = new Dictionary<RegionCode, List<Position>>();
        // From above, so that towns are there before their villages and halls before their windows.
        foreach (var point in points.OrderBy(p => p.Region.Level).ThenBy(p => p.Kind).ThenBy(p => p.Code, StringComparer.Ordinal))
        {
            var result = point;
            if (point.Position is null && outlines.TryGetValue(point.Region.County, out var outline))
            {
                if (!ofCounty.TryGetValue(point.Region.County, out var others)) ofCounty[point.Region.County] = others = [];
                var at = first.TryGetValue(point.Region, out var hall) ? hall
                    : point.Region is { Level: RegionLevel.Village, Parent: { } town } && first.TryGetValue(town, out var centre) ? Near(point.Code, centre, outline)
                    : Apart(point.Code, others, outline);
                if (point.Region.Level is not RegionLevel.Village) others.Add(at);
                result = point with { Latitude = at.Latitude, Longitude = at.Longitude, SamplePlace = true };
            }
            if (result.Position is { } position) first.TryAdd(result.Region, position);
            placed.Add(result);
        }
        return placed;
    }

    // Of some places in the county, the one that is farthest from those that are taken.
    private static Position Apart(string code, List<Position> others, CountyOutline outline)
    {
        var dice = new Dice(Seed, code);
        var (south, north, west, east) = outline.Bounds;
        var candidates = new List<Position>();
        for (var i = 0; i < Tries && candidates.Count < Candidates; i++)
        {
            var at = new Position(Between(ref dice, south, north), Between(ref dice, west, east));
            if (outline.Contains(at)) candidates.Add(at);
        }
        return candidates.MaxBy(c => others.Count == 0 ? 0 : others.Min(o => o.KilometresTo(c)));
    }

    private static Position Near(string code, Position centre, CountyOutline outline)
    {
        var dice = new Dice(Seed, code);
        for (var i = 0; i < Tries; i++)
        {
            var at = new Position(Between(ref dice, centre.Latitude - Around, centre.Latitude + Around), Between(ref dice, centre.Longitude - Around, centre.Longitude + Around));
            if (outline.Contains(at)) return at;
        }
        return centre;
    }

    // To about ten metres.
    private static double Between(ref Dice dice, double from, double to) => Math.Round(from + ((to - from) * dice.Below(1_000_000) / 1_000_000d), 4);
}
