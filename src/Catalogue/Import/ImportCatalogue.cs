using System.Text.Json;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Import;

/// <summary>
/// Imports items, themes, licences and lists. What did not change since the last import is left alone.
/// </summary>
internal sealed class ImportCatalogue(YiwangDb db, Journal journal, CatalogueShelf shelf, Generations generations, PublishImport publish) : IImporter
{
    private static readonly (string File, string Id, string Title, string Department)[] Lists =
    [
        ("duty_list", "id", "title", "department_2017"),
        ("negative_list", "id", "item", ""),
        ("special_funds", "id", "fund_name", "department_2017"),
        ("procedure_rules", "id", "rule", ""),
    ];

    // Whether themes or lists differ from what was there.
    private bool _changed;

    public int Floor => 2;

    public void Kept()
    {
        shelf.Forget();
        generations.Raise(Generations.Catalogue);
    }

    public async Task Import(string folder, ImportReport report, CancellationToken stop)
    {
        var themes = await ImportThemes(folder, report, stop);
        var licences = await ImportLists(folder, report, stop);
        // A department that is gone stands for those that took its work.
        var departments = CsvRows.Read(folder, "departments.csv", new ImportReport(), "dept_id").GroupBy(r => r["dept_id"], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First() is var row && row["in_now"] is "0" && row["successor_ids"].Length > 0 ? row["successor_ids"].Split([';', '|', '、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [g.Key], StringComparer.Ordinal);
        var reading = new ItemReading(report, departments, themes, licences);

        var items = new Dictionary<ItemCode, ServiceItem>();
        foreach (var row in JsonRows.Read<ItemSource>(folder, "items.json", report))
        {
            if (reading.Read(row) is { } item && !items.TryAdd(item.Code, item)) report.Bad(row.File, row.Line, $"事项编码 {item.Code.Value} 重复");
        }
        foreach (var item in items.Values.Where(i => i.Main is { } main && !items.ContainsKey(main))) report.Bad("items.json", 0, $"{item.Code.Value}：主项 {item.Main} 不在事项中");
        if (_changed) journal.Append("catalogue", new CatalogueImported(items.Count));
        await publish.Publish(items, stop);
        report.Count("事项", items.Count);
    }

    private async Task<HashSet<string>> ImportThemes(string folder, ImportReport report, CancellationToken stop)
    {
        var themes = new Dictionary<(string, string), ThemeRow>();
        foreach (var row in CsvRows.Read(folder, "themes.csv", report, "kind", "order", "theme"))
        {
            var order = row.Number("order", report) ?? 0;
            if (row["kind"] is not (ThemeRow.Personal or ThemeRow.Corporate)) report.Bad(row.File, row.Line, $"类别“{row["kind"]}”应为个人办事或法人办事");
            else if (row["theme"].Length is 0 or > ThemeRow.MaxLength) report.Bad(row.File, row.Line, "主题名称缺失或过长");
            else if (!themes.TryAdd((row["kind"], row["theme"]), new(row["kind"], order, row["theme"]))) report.Bad(row.File, row.Line, $"主题“{row["theme"]}”重复");
        }
        _changed |= await db.ReplaceAll(themes.Values, stop);
        report.Count("主题", themes.Count);
        return themes.Keys.Select(k => k.Item2).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Imports the lists as they are; the ids of the licence types.</summary>
    private async Task<HashSet<string>> ImportLists(string folder, ImportReport report, CancellationToken stop)
    {
        var rows = new Dictionary<(string, string), ListRow>();
        foreach (var (list, id, title, department) in Lists)
        {
            foreach (var row in CsvRows.Read(folder, $"{list}.csv", report, id, title))
            {
                var sample = row["confidence"] is "low" || row["text_confidence"] is "low";
                Add(row.File, row.Line, new(list, row[id], row[title], department.Length > 0 ? row[department] : "", sample, JsonSerializer.Serialize(row.Fields, Journal.Json)));
            }
        }
        foreach (var row in JsonRows.Read<Dictionary<string, string>>(folder, "licences.json", report))
        {
            var name = row.Value.GetValueOrDefault("name", "");
            Add(row.File, row.Line, new(ListRow.Licences, row.Value.GetValueOrDefault("licence_id", ""), name, row.Value.GetValueOrDefault("issuer_2017", ""), false, JsonSerializer.Serialize(row.Value, Journal.Json)));
        }
        _changed |= await db.ReplaceAll(rows.Values, stop);
        report.Count("清单与证照目录", rows.Count);
        return rows.Values.Where(r => r.List == ListRow.Licences).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

        void Add(string file, int line, ListRow row)
        {
            if (row.Id.Length == 0 || row.Title.Length == 0) report.Bad(file, line, "编号或名称缺失");
            else if (row.Id.Length > ListRow.IdMaxLength || row.Title.Length > ListRow.TitleMaxLength || row.Department.Length > ListRow.DepartmentMaxLength) report.Bad(file, line, "编号、名称或部门过长");
            else if (!rows.TryAdd((row.List, row.Id), row)) report.Bad(file, line, $"编号 {row.Id} 重复");
        }
    }
}
