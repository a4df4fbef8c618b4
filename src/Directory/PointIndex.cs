using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Directory;

/// <summary>The service points in memory, in the order of lists.</summary>
internal sealed class PointIndex
{
    private readonly Entry[] _ordered;
    private readonly Dictionary<string, ServicePoint> _byCode;
    private readonly ILookup<RegionCode, ServicePoint> _byRegion;
    private readonly Dictionary<RegionCode, int> _within = [];
    private readonly (ServicePoint Point, Position At)[] _placed;

    internal PointIndex(List<ServicePoint> points, Dictionary<RegionCode, Region> regions)
    {
        _ordered = [.. points.OrderBy(p => p.Kind).ThenBy(p => p.Code, StringComparer.Ordinal).Select(p => new Entry(p, $"{p.Name} {p.Address} {regions.GetValueOrDefault(p.Region)?.FullName}"))];
        _byCode = points.ToDictionary(p => p.Code, StringComparer.Ordinal);
        _byRegion = points.OrderBy(p => p.Kind).ThenBy(p => p.Name, StringComparer.Ordinal).ToLookup(p => p.Region);
        _placed = [.. points.Where(p => p.Position is not null).Select(p => (p, p.Position!.Value))];
        foreach (var point in points)
        {
            for (RegionCode? at = point.Region; at is { } here; at = here.Parent) _within[here] = _within.GetValueOrDefault(here) + 1;
        }
    }

    internal ServicePoint? Point(string code) => _byCode.GetValueOrDefault(code);

    internal IReadOnlyList<ServicePoint> Of(RegionCode region) => [.. _byRegion[region]];

    internal int CountWithin(RegionCode region) => _within.GetValueOrDefault(region);

    internal Outcome<PointPage> Find(PointSearch search, string? cursor, int size)
    {
        if (!TryReadCursor(cursor, out var after)) return new Refusal(RefusalKind.Malformed, "bad-cursor", "翻页位置读不出来，请从第一页看起。");
        var words = search.Text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var all = _ordered.Where(e => Fits(e, search, words)).ToList();
        var page = all.Where(e => after is not { } key || IsAfter(e.Point, key)).Take(size + 1).Select(e => e.Point).ToList();
        var next = page.Count > size ? Cursor(page[size - 1]) : null;
        return new PointPage(next is null ? page : page[..size], next, all.Count);
    }

    internal IReadOnlyList<PointDistance> Nearest(Position from, int most) =>
        [.. _placed.Select(p => new PointDistance(p.Point, from.KilometresTo(p.At))).OrderBy(d => d.Kilometres).ThenBy(d => d.Point.Code, StringComparer.Ordinal).Take(most)];

    internal IReadOnlyList<ServicePoint> Nearest(RegionCode place)
    {
        var found = new List<ServicePoint>();
        for (RegionCode? at = place; at is { } here; at = here.Parent) found.AddRange(_byRegion[here].Where(p => p.Kind is not ServicePointKind.DepartmentWindow));
        return found;
    }

    private static bool Fits(Entry entry, PointSearch search, string[] words) =>
        (search.Kind is not { } kind || entry.Point.Kind == kind)
        && (search.Region.Value.Length == 0 || search.Region.Contains(entry.Point.Region))
        && Array.TrueForAll(words, word => entry.Text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Cursor(ServicePoint point) => $"{point.Kind.Word()}.{point.Code}";

    private static bool IsAfter(ServicePoint point, (ServicePointKind Kind, string Code) key) =>
        point.Kind > key.Kind || point.Kind == key.Kind && string.CompareOrdinal(point.Code, key.Code) > 0;

    private static bool TryReadCursor(string? cursor, out (ServicePointKind Kind, string Code)? key)
    {
        key = null;
        if (string.IsNullOrEmpty(cursor)) return true;
        var dot = cursor.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || ServicePointKinds.Read(cursor[..dot]) is not { } kind) return false;
        var code = cursor[(dot + 1)..];
        if (code.Length is 0 or > ServicePoint.CodeMaxLength || !code.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c == '-')) return false;
        key = (kind, code);
        return true;
    }

    private sealed record Entry(ServicePoint Point, string Text);
}
