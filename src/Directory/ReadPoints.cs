using System.Globalization;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;

namespace Yiwang.Directory;

/// <summary>
/// Lays out the service points: one for each region that has one, and what service_points.csv knows beyond that. A row corrects the
/// point of its code or adds one; the row <c>*</c> says the hours that hold where no better are known.
/// </summary>
internal sealed class ReadPoints(ImportReport report, Dictionary<RegionCode, Region> regions, Dictionary<string, Department> departments)
{
    private const string File = "service_points.csv";
    private const string Everywhere = "*";
    private const string Low = "low";

    internal List<ServicePoint> Read(string folder)
    {
        var points = regions.Values.Where(r => r.Current && r.HasStation).Select(ServicePoint.Of).ToDictionary(p => p.Code, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (usual, usualSample) = (OpeningHours.Unknown, false);
        foreach (var row in CsvRows.Read(folder, File, report, "code", "kind", "department", "name", "address", "phone", "hours", "windows", "longitude", "latitude", "place_confidence", "confidence"))
        {
            var windows = row.Number("windows", report);
            if (!seen.Add(row["code"])) Bad(row, $"服务点 {row["code"]} 重复");
            else if (!OpeningHours.TryRead(row["hours"], out var hours, out var reason)) Bad(row, reason);
            else if (row["code"] == Everywhere) (usual, usualSample) = (hours, row["confidence"] == Low);
            else if (windows < 0) Bad(row, "窗口数不能小于 0");
            else if (Base(row, points.GetValueOrDefault(row["code"])) is { } known && WithPlace(row, known) is { } placed)
            {
                points[placed.Code] = placed with { Hours = hours, Windows = windows, Address = row["address"], Phone = row["phone"], Sample = placed.Sample || row["confidence"] == Low };
            }
        }
        return [.. points.Values.Select(p => p.Hours.Known ? p : p with { Hours = usual, Sample = p.Sample || usualSample })];
    }

    /// <summary>The point that a row speaks of: known by its region, or new.</summary>
    private ServicePoint? Base(CsvRow row, ServicePoint? known)
    {
        if (ServicePointKinds.Read(row["kind"]) is not { } kind) return Bad(row, $"没有服务点类别 {row["kind"]}");
        if (row["name"].Length > ServicePoint.NameMaxLength || row["address"].Length > ServicePoint.AddressMaxLength || row["phone"].Length > ServicePoint.PhoneMaxLength)
            return Bad(row, "名称、地址或电话过长");
        if (known is not null && known.Kind != kind) return Bad(row, $"服务点 {known.Code} 是{known.Kind.Name()}");
        if (known is not null) return row["name"].Length > 0 ? known with { Name = row["name"] } : known;

        var code = row["code"];
        if (code.Length != 15 || code[12] != '-' || !char.IsAsciiDigit(code[13]) || !char.IsAsciiDigit(code[14]) || !RegionCode.TryRead(code[..12], out var region, out _))
            return Bad(row, $"服务点编号 {code} 应为 12 位区划代码、“-”和两位数字");
        if (!regions.TryGetValue(region, out var place) || !place.Current) return Bad(row, $"区划 {region.ShortForm} 不在现行区划中");
        Department? department = null;
        if (kind is ServicePointKind.DepartmentWindow && (!departments.TryGetValue(row["department"], out department) || !department.Current))
            return Bad(row, $"部门 {row["department"]} 不在现行部门中");
        var name = row["name"].Length > 0 ? row["name"] : department is null ? "" : $"{department.Name}服务窗口";
        return name.Length is 0 or > ServicePoint.NameMaxLength ? Bad(row, "名称缺失或过长") : new ServicePoint(code, name, region, kind) { Department = department?.Code ?? "" };
    }

    private ServicePoint? WithPlace(CsvRow row, ServicePoint point)
    {
        if (row["latitude"].Length == 0 && row["longitude"].Length == 0) return point;
        return Position.TryRead(row["latitude"], row["longitude"], out var at, out var reason)
            ? point with { Latitude = at.Latitude, Longitude = at.Longitude, SamplePlace = row["place_confidence"] == Low }
            : Bad(row, string.Create(CultureInfo.InvariantCulture, $"{row["latitude"]},{row["longitude"]}：{reason}"));
    }

    private ServicePoint? Bad(CsvRow row, string reason)
    {
        report.Bad(row.File, row.Line, reason);
        return null;
    }
}
