using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;

namespace Yiwang.Forms.Import;

/// <summary>A version of an item's form came into force (表单发布).</summary>
[Fact("forms.form-published")]
public sealed record FormPublished(ItemCode Item, int Version, string Title);

/// <summary>
/// Imports the forms of forms.json, and for every other item a form made of the fields that the item names. A form that changed
/// becomes a new version.
/// </summary>
internal sealed class ImportForms(YiwangDb db, Journal journal, FormCabinet cabinet, TimeProvider clock) : IImporter
{
    private const string FormsFile = "forms.json";
    private const string ItemsFile = "items.json";

    // 处罚、强制、征收: nobody applies for them.
    private static readonly string[] ExOfficio = ["CF", "QZ", "ZS"];

    public int Floor => 2;

    public void Kept() => cabinet.Forget();

    public async Task Import(string folder, ImportReport report, CancellationToken stop)
    {
        var forms = new Dictionary<ItemCode, FormDefinition>();
        foreach (var row in JsonRows.Read<FormSource>(folder, FormsFile, report, "forms"))
        {
            if (!ItemCode.TryRead(row.Value.ItemId, out var item, out var reason)) report.Bad(row.File, row.Line, reason);
            else if (Form(row, item, report) is { } form && !forms.TryAdd(item, form)) report.Bad(row.File, row.Line, $"事项 {item.Value} 已有一张表单");
        }
        report.Count("电子表单", forms.Count);
        foreach (var row in JsonRows.Read<ItemFieldsSource>(folder, ItemsFile, new ImportReport()))
        {
            if (ItemCode.TryRead(row.Value.Id, out var item, out _) && !forms.ContainsKey(item) && row.Value.FormFields is { Count: > 0 } fields)
            {
                var form = new FormDefinition(item, 0, $"{row.Value.Name}{(ExOfficio.Contains(item.Category) ? "登记表" : "申请表")}", [new("申请内容", FieldReading.Of(row.File, row.Line, fields, report))], [], Sample: true);
                foreach (var problem in DefinitionCheck.Problems(form)) report.Bad(row.File, row.Line, $"{row.Value.Id}：{problem.Message}");
                forms[item] = form;
            }
        }
        await Publish(forms.Values, stop);
    }

    /// <summary>Publishes what differs from what was imported last; what officials have published since stays until the file changes.</summary>
    private async Task Publish(IEnumerable<FormDefinition> forms, CancellationToken stop)
    {
        var stored = (await db.Set<StoredForm>().AsNoTracking().Where(f => f.Imported || !db.Set<StoredForm>().Any(later => later.Item == f.Item && later.Version > f.Version)).ToListAsync(stop)).ToLookup(f => f.Item);
        foreach (var form in forms)
        {
            var imported = stored[form.Item].Where(f => f.Imported).MaxBy(f => f.Version);
            if (imported is not null && imported.Definition == StoredForm.Write(form with { Version = imported.Version })) continue;
            var next = form with { Version = (stored[form.Item].MaxBy(f => f.Version)?.Version ?? 0) + 1 };
            db.Add(StoredForm.Of(next, imported: true, clock.GetUtcNow()));
            journal.Append($"form/{next.Item.Value}", new FormPublished(next.Item, next.Version, next.Title));
        }
        await db.SaveChangesAsync(stop);
    }

    private static FormDefinition? Form(JsonRow<FormSource> row, ItemCode item, ImportReport report)
    {
        var before = report.Problems.Count;
        if (row.Value.Sections is not { Count: > 0 }) report.Bad(row.File, row.Line, $"{row.Value.FormId}：没有任何部分");
        var sections = (row.Value.Sections ?? []).Select(s => new FormSection(s.Title ?? "", FieldReading.Of(row.File, row.Line, s.Fields ?? [], report))).ToList();
        var form = new FormDefinition(item, 0, row.Value.Name ?? "申请表", sections, row.Value.CrossFieldRules ?? [], row.Value.Confidence == "low");
        foreach (var problem in DefinitionCheck.Problems(form)) report.Bad(row.File, row.Line, $"{row.Value.FormId}：{problem.Message}");
        return report.Problems.Count > before ? null : form;
    }
}
