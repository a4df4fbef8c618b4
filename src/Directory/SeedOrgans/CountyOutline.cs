using System.Text.Json;

namespace Yiwang.Directory.SeedOrgans;

/// <summary>The outline of a county on the map, from <c>ningbo.geojson</c>: one polygon for the mainland and each island.</summary>
internal sealed class CountyOutline
{
    private readonly List<Position[]> _rings;

    private CountyOutline(List<Position[]> rings) => _rings = rings;

    /// <summary>The largest part, in which places are looked for: an island would be an unlikely place for a town.</summary>
    internal (double South, double North, double West, double East) Bounds
    {
        get
        {
            var ring = _rings.MaxBy(r => r.Length)!;
            return (ring.Min(p => p.Latitude), ring.Max(p => p.Latitude), ring.Min(p => p.Longitude), ring.Max(p => p.Longitude));
        }
    }

    /// <summary>Whether a position lies inside: a ray to the east crosses the outline an odd number of times.</summary>
    internal bool Contains(Position at)
    {
        var inside = false;
        foreach (var ring in _rings)
        {
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                var (a, b) = (ring[i], ring[j]);
                if (a.Latitude > at.Latitude != b.Latitude > at.Latitude && at.Longitude < ((b.Longitude - a.Longitude) * (at.Latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude) inside = !inside;
            }
        }
        return inside;
    }

    /// <summary>All counties by their names.</summary>
    internal static Dictionary<string, CountyOutline> Read(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ningbo.geojson")));
        return json.RootElement.GetProperty("features").EnumerateArray().ToDictionary(f => f.GetProperty("properties").GetProperty("name").GetString()!, f =>
        {
            var geometry = f.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            var polygons = geometry.GetProperty("type").GetString() is "MultiPolygon" ? [.. coordinates.EnumerateArray()] : new List<JsonElement> { coordinates };
            // Holes are rings too: crossing them turns inside into outside.
            return new CountyOutline([.. polygons.SelectMany(p => p.EnumerateArray()).Select(ring => ring.EnumerateArray().Select(p => new Position(p[1].GetDouble(), p[0].GetDouble())).ToArray())]);
        }, StringComparer.Ordinal);
    }
}
