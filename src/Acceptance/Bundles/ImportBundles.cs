using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yiwang.Forms;
using Yiwang.Forms.Import;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Bundles;

/// <summary>A bundle as bundles.json writes it (snake case).</summary>
internal sealed record BundleSource(
    string? Code, string? Name, string? About, string? Icon, bool ForPersons, bool ForCompanies, string? Lead, string? Basis, List<SectionSource>? Sections, List<StepSource>? Steps, bool ForBusiness = false);

internal sealed record StepSource(
    string? Key, string? Item, string? Title, string? When, List<string>? After, Dictionary<string, string>? Fields, Dictionary<string, string>? Materials, string? Route);

/// <summary>Imports the bundles of bundles.json; one that changed gets the next version, and one that is gone there is not offered any more.</summary>
internal sealed class ImportBundles(YiwangDb db, BundleShelf shelf) : IImporter
{
    private const string BundlesFile = "bundles.json";

    public int Floor => 4;

    public void Kept() => shelf.Forget();

    public async Task Import(string folder, ImportReport report, CancellationToken stop)
    {
        var stored = await db.Set<StoredBundle>().ToDictionaryAsync(b => b.Code, StringComparer.Ordinal, stop);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in JsonRows.Read<BundleSource>(folder, BundlesFile, report, "bundles"))
        {
            if (Read(row, report) is not { } bundle) continue;
            if (!seen.Add(bundle.Code)) report.Bad(row.File, row.Line, $"{bundle.Code} 重复");
            var definition = JsonSerializer.Serialize(bundle, Journal.Json);
            if (!stored.TryGetValue(bundle.Code, out var known)) db.Add(new StoredBundle { Code = bundle.Code, Version = 1, Definition = definition });
            else if (known.Definition != definition) (known.Definition, known.Version) = (definition, known.Version + 1);
        }
        db.RemoveRange(stored.Values.Where(b => !seen.Contains(b.Code)));
        report.Count("一件事", seen.Count);
        await db.SaveChangesAsync(stop);
    }

    private static Bundle? Read(JsonRow<BundleSource> row, ImportReport report)
    {
        var (source, before) = (row.Value, report.Problems.Count);
        void Bad(string reason) => report.Bad(row.File, row.Line, $"{source.Code}：{reason}");
        if (source.Code is not { Length: > 0 and <= Bundle.CodeMaxLength }) Bad($"编码应为 1 至 {Bundle.CodeMaxLength} 个字符");
        if (string.IsNullOrWhiteSpace(source.Name)) Bad("没有名称");
        var keys = (source.Steps ?? []).Select(s => s.Key ?? "").ToList();
        if (keys.Count < 2) Bad("联办的事项应有两项以上");
        if (keys.Distinct(StringComparer.Ordinal).Count() != keys.Count) Bad("事项的键重复");
        var steps = new List<BundleStep>();
        foreach (var (step, index) in (source.Steps ?? []).Select((s, i) => (s, i)))
        {
            if (!ItemCode.TryRead(step.Item, out var item, out var reason)) Bad(reason);
            // A step waits only for those before it, so no step can wait for itself.
            foreach (var late in (step.After ?? []).Concat(step.Materials?.Values.ToList() ?? []).Where(key => keys.IndexOf(key) is var at && (at < 0 || at >= index))) Bad($"{step.Title}：“{late}”不是它前面的事项");
            steps.Add(new(step.Key ?? "", item, step.Title ?? "", step.When, step.After ?? [], step.Fields ?? [], step.Materials ?? [], step.Route));
        }
        var sections = (source.Sections ?? []).ConvertAll(s => new FormSection(s.Title ?? "", FieldReading.Of(row.File, row.Line, s.Fields ?? [], report)));
        return report.Problems.Count > before ? null
            : new(source.Code!, source.Name!, source.About ?? "", source.Icon ?? "clipboard-list", source.ForPersons, source.ForCompanies, source.Lead ?? "", sections, steps, source.Basis ?? "", source.ForBusiness);
    }
}
