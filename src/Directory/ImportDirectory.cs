using Yiwang.Directory.SeedOrgans;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Directory;

/// <summary>Imports regions and departments, and lays out the service points.</summary>
internal sealed class ImportDirectory(YiwangDb db, Journal journal, DirectoryBook book, Generations generations) : IImporter
{
    private const string RegionsFile = "regions.csv";
    private const string DepartmentsFile = "departments.csv";
    private const string CountyFile = "departments_county.csv";

    public int Floor => 1;

    public void Kept()
    {
        book.Forget();
        generations.Raise(Generations.Directory);
    }

    public async Task Import(string folder, ImportReport report, CancellationToken stop)
    {
        var regions = Regions(folder, report);
        var departments = Departments(folder, report, regions);
        var points = new ReadPoints(report, regions, departments).Read(folder);
        // A seeded city keeps its sample organs and places when the reference data comes again.
        if (await SampleOrgans.AreThere(db, stop))
        {
            foreach (var organ in SampleOrgans.Of(regions.Values)) departments.TryAdd(organ.Code, organ);
            points = SamplePlaces.Read(folder, regions).Place(points);
        }

        var changed = await db.ReplaceAll(regions.Values, stop) | await db.ReplaceAll(departments.Values, stop) | await db.ReplaceAll(points, stop);
        if (changed) journal.Append("directory", new DirectoryImported(regions.Count, departments.Count, points.Count));
        await db.SaveChangesAsync(stop);
        report.Count("区划", regions.Count);
        report.Count("部门", departments.Count);
        report.Count("服务点", points.Count);
    }

    private static Dictionary<RegionCode, Region> Regions(string folder, ImportReport report)
    {
        var regions = new Dictionary<RegionCode, Region>();
        var rows = CsvRows.Read(folder, RegionsFile, report, "code", "level", "name", "parent", "full_name", "kind", "in_2023", "has_station", "confidence");
        foreach (var row in rows)
        {
            if (!RegionCode.TryRead(row["code"], out var code, out var reason))
            {
                report.Bad(row.File, row.Line, $"区划代码 {row["code"]}：{reason}");
                continue;
            }
            RegionCode parent = default;
            if (row["parent"].Length > 0 && !RegionCode.TryRead(row["parent"], out parent, out reason))
            {
                report.Bad(row.File, row.Line, $"上级区划 {row["parent"]}：{reason}");
                continue;
            }
            if (row["name"].Length is 0 or > Region.NameMaxLength || row["full_name"].Length > Region.FullNameMaxLength || row["kind"].Length > Region.NameMaxLength)
            {
                report.Bad(row.File, row.Line, "名称缺失，或名称、全称、类别过长");
                continue;
            }
            var hasPoint = row.Flag("has_station") || code.Level is RegionLevel.City or RegionLevel.County or RegionLevel.Zone;
            var region = new Region(code, row["name"], row["full_name"], row["kind"], parent, row.Flag("in_2023"), hasPoint, row["confidence"] == "low");
            if (!regions.TryAdd(code, region)) report.Bad(row.File, row.Line, $"区划代码 {code.ShortForm} 重复");
        }
        foreach (var row in rows)
        {
            if (RegionCode.TryRead(row["parent"], out var parent, out _) && !regions.ContainsKey(parent))
                report.Bad(row.File, row.Line, $"上级区划 {row["parent"]} 不在表中");
        }
        return regions;
    }

    private static Dictionary<string, Department> Departments(string folder, ImportReport report, Dictionary<RegionCode, Region> regions)
    {
        var departments = new Dictionary<string, Department>(StringComparer.Ordinal);
        var competent = new Dictionary<(string, RegionCode), string>();
        foreach (var row in CsvRows.Read(folder, DepartmentsFile, report, "dept_id", "name", "short_name", "in_now", "successor_ids", "confidence"))
        {
            Add(row, new(row["dept_id"], row["dept_id"], RegionCode.Ningbo, row["name"], row["short_name"], row.Flag("in_now"), row["confidence"] == "low", row.Flag("in_now") ? null : row["successor_ids"].Split([';', '|', '、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()));
        }
        foreach (var row in CsvRows.Read(folder, CountyFile, report, "dept_id", "municipal_dept_id", "region", "name", "in_now", "confidence"))
        {
            if (!RegionCode.TryRead(row["region"], out var region, out var reason)) report.Bad(row.File, row.Line, reason);
            else if (!regions.ContainsKey(region)) report.Bad(row.File, row.Line, $"区划 {row["region"]} 不在 {RegionsFile} 中");
            else if (!departments.ContainsKey(row["municipal_dept_id"])) report.Bad(row.File, row.Line, $"市级部门 {row["municipal_dept_id"]} 不在 {DepartmentsFile} 中");
            else Add(row, new(row["dept_id"], row["municipal_dept_id"], region, row["name"], row["name"], row.Flag("in_now"), row["confidence"] == "low"));
        }
        // A county's department is continued by the county's department of the kind that continues the city's.
        foreach (var gone in departments.Values.Where(d => !d.Current && d.Region != RegionCode.Ningbo).ToList())
        {
            var kind = departments[gone.MunicipalCode] is { Current: false, Successor: { } successor } ? successor : gone.MunicipalCode;
            if (departments.Values.FirstOrDefault(d => d.Current && d.Region == gone.Region && d.MunicipalCode == kind) is { } next) departments[gone.Code] = gone with { Successor = next.Code };
        }
        return departments;

        void Add(CsvRow row, Department department)
        {
            if (department.Code.Length is 0 or > Department.CodeMaxLength) report.Bad(row.File, row.Line, "部门编号缺失或过长");
            else if (department.Name.Length is 0 or > Department.NameMaxLength) report.Bad(row.File, row.Line, "部门名称缺失或过长");
            else if (department.ShortName.Length > Department.NameMaxLength) report.Bad(row.File, row.Line, "部门简称过长");
            else if (!departments.TryAdd(department.Code, department)) report.Bad(row.File, row.Line, $"部门编号 {department.Code} 重复");
            else if (department.Current && !competent.TryAdd((department.MunicipalCode, department.Region), department.Code))
                report.Bad(row.File, row.Line, $"{row["region"]} 已有同类的现行部门 {competent[(department.MunicipalCode, department.Region)]}");
        }
    }
}
