using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yiwang.Directory;

/// <summary>A position (位置) on the ground in degrees: latitude north, longitude east.</summary>
public readonly record struct Position(double Latitude, double Longitude)
{
    // Ningbo with its islands, a little wider than the outline in ningbo.geojson.
    private const double South = 28.8, North = 30.6, West = 120.8, East = 122.4;
    private const double EarthRadius = 6371.0088;

    /// <summary>Whether it lies in the rectangle around the city.</summary>
    public bool InTheCity => Latitude is >= South and <= North && Longitude is >= West and <= East;

    /// <summary>The distance as the crow flies (直线距离), in kilometres, on a sphere.</summary>
    public double KilometresTo(Position other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (dLat, dLon) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt((dLat * dLat) + (Math.Cos(a) * Math.Cos(b) * dLon * dLon))));
    }

    /// <summary>Reads a position in the city; else the reason is a sentence for a person.</summary>
    public static bool TryRead(string? latitude, string? longitude, out Position position, [NotNullWhen(false)] out string? reason)
    {
        position = default;
        reason = null;
        if (!Read(latitude, out var lat) || !Read(longitude, out var lon)) reason = "位置读不出来：纬度、经度应为数字，例如 29.8749 和 121.5508";
        else if (Math.Abs(lat) > 90 || Math.Abs(lon) > 180) reason = "位置不存在：纬度应在 -90 到 90 之间，经度应在 -180 到 180 之间";
        else if (!(position = new(lat, lon)).InTheCity) reason = "这个位置不在宁波市内";
        return reason is null;
    }

    private static bool Read(string? text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
