using Yiwang.Directory;

namespace Yiwang.Portal.Points;

/// <summary>A service point as lists show it.</summary>
/// <param name="Point">The point.</param>
/// <param name="Place">Where it lies, from the city down.</param>
/// <param name="Kilometres">How far away it is as the crow flies (直线距离), in kilometres; null where nobody asked.</param>
public sealed record PointRow(ServicePoint Point, string Place, double? Kilometres = null);
