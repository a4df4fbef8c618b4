using Yiwang.Kernel.Identifiers;

namespace Yiwang.Directory;

/// <summary>Which service points somebody looks for.</summary>
/// <param name="Text">Words that all stand in the name, the address or the region's full name; empty for all.</param>
/// <param name="Region">Only those of this region and below it; none for all.</param>
/// <param name="Kind">Only those of this kind; null for all.</param>
public sealed record PointSearch(string? Text = null, RegionCode Region = default, ServicePointKind? Kind = null);

/// <summary>A page of service points, by kind, then by code.</summary>
/// <param name="Points">The points.</param>
/// <param name="Next">The cursor for the next page; null on the last.</param>
/// <param name="Total">How many the search finds.</param>
public sealed record PointPage(IReadOnlyList<ServicePoint> Points, string? Next, int Total);

/// <summary>A service point and how far away it is.</summary>
/// <param name="Point">The point.</param>
/// <param name="Kilometres">The distance as the crow flies (直线距离), in kilometres.</param>
public sealed record PointDistance(ServicePoint Point, double Kilometres);
