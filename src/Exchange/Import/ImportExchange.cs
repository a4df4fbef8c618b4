using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;

namespace Yiwang.Exchange.Import;

/// <summary>A mapping as exchange/mappings.json writes it.</summary>
internal sealed record MappingSource(string? System, string? Item, JsonObject? Fields, JsonObject? Values);

/// <summary>Imports the register of departments' own systems and the mappings of their forms. How a system is connected is left alone.</summary>
internal sealed class ImportExchange(YiwangDb db, ExchangeRegister register) : IImporter
{
    private const string SystemsFile = "self_built_systems.csv";
    private static readonly string MappingsFile = Path.Combine("exchange", "mappings.json");

    public int Floor => 3;

    public void Kept() => register.Forget();

    public async Task Import(string folder, ImportReport report, CancellationToken stop)
    {
        var known = await db.Set<ConnectedSystem>().ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, stop);
        if (!known.ContainsKey(ExchangeNames.HandlingSystem))
        {
            var handling = new ConnectedSystem { Code = ExchangeNames.HandlingSystem, Name = "权力运行系统（平台自有）", Department = "" };
            handling.ConnectLocally();
            db.Add(known[handling.Code] = handling);
        }
        var rows = CsvRows.Read(folder, SystemsFile, report, "system_id", "name", "department_2017", "items_integrated", "integration_mode", "confidence");
        foreach (var row in rows)
        {
            if (row["system_id"].Length is 0 or > ConnectedSystem.CodeMaxLength || row["name"].Length is 0 or > ConnectedSystem.NameMaxLength
                || row["department_2017"].Length > ConnectedSystem.DepartmentMaxLength || row["integration_mode"].Length > ConnectedSystem.PlannedMaxLength)
            {
                report.Bad(row.File, row.Line, "系统编号或名称缺失，或编号、名称、部门、对接方式过长");
                continue;
            }
            if (!known.TryGetValue(row["system_id"], out var system))
            {
                system = new ConnectedSystem { Code = row["system_id"], Name = row["name"], Department = row["department_2017"] };
                db.Add(known[system.Code] = system);
            }
            system.Name = row["name"];
            system.Department = row["department_2017"];
            system.Sample = row["confidence"] == "low";
            system.PlannedConnector = row["integration_mode"];
            system.PlannedItems = row.Number("items_integrated", report) ?? 0;
        }
        report.Count("部门自建系统", rows.Count);
        await ImportMappings(folder, report, known, stop);
        await db.SaveChangesAsync(stop);
    }

    private async Task ImportMappings(string folder, ImportReport report, Dictionary<string, ConnectedSystem> systems, CancellationToken stop)
    {
        if (!File.Exists(Path.Combine(folder, MappingsFile))) return;
        var mappings = new Dictionary<(string, string), FormMapping>();
        foreach (var row in JsonRows.Read<MappingSource>(folder, MappingsFile, report))
        {
            if (row.Value.System is null || !systems.ContainsKey(row.Value.System)) report.Bad(row.File, row.Line, $"系统 {row.Value.System} 未登记");
            else if (!ItemCode.TryRead(row.Value.Item, out var item, out var reason)) report.Bad(row.File, row.Line, reason);
            else if (row.Value.Fields is null) report.Bad(row.File, row.Line, "缺少 fields");
            else mappings[(row.Value.System, item.Value)] = new(row.Value.System, item.Value, JsonSerializer.Serialize(new { row.Value.Fields, row.Value.Values }, Journal.Json));
        }
        await db.Set<FormMapping>().ExecuteDeleteAsync(stop);
        db.AddRange(mappings.Values);
        report.Count("表单映射", mappings.Count);
    }
}
