using Yiwang.Directory;

namespace Yiwang.Portal.Points;

/// <summary>A service point as lists show it.</summary>
/// <param name="Point">The point.</param>
/// <param name="Place">Where it lies, from the city down.</param>
/// <param name="SamplePlace">Whether that place itself is of low confidence and shown as 示例.</param>
/// <param name="Kilometres">How far away it is as the crow flies (直线距离), in kilometres; null where nobody asked.</param>
public sealed record PointRow(ServicePoint Point, string Place = "", bool SamplePlace = false, double? Kilometres = null);
