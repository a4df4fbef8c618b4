using System.Security.Cryptography;
using Yiwang.Catalogue.Changes;
using Yiwang.Kernel.Sheets;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Bulk;

/// <summary>What somebody imports, and why.</summary>
/// <param name="Region">The region whose implementing items the file has; none for base items.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Content">The file.</param>
/// <param name="Plan">Why, by what, and when.</param>
internal sealed record ImportAsk(RegionCode Region, string FileName, byte[] Content, ChangePlan Plan)
{
    internal bool OfBase => Region.Value.Length == 0;
}

/// <summary>What became of a file.</summary>
/// <param name="Batch">The batch that it made; null when nothing was imported.</param>
/// <param name="Problems">Everything that is wrong with it; with one problem nothing is imported.</param>
/// <param name="Same">How many items are as they are in force.</param>
internal sealed record ImportAnswer(string? Batch, IReadOnlyList<SheetProblem> Problems, int Same);

/// <summary>
/// Imports a file of items as changes that are reviewed together: all of them, in one transaction, or none, with all that is wrong at once.
/// Nothing takes effect by it.
/// </summary>
internal sealed class ImportItems(YiwangDb db, Journal journal, ChangeRights rights, ReadEntries entries, TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    internal const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The most items in one file.</summary>
    internal const int MostItems = 10_000;

    /// <summary>Imports it; refused when the form itself is incomplete or out of reach.</summary>
    internal async Task<Outcome<ImportAnswer>> Import(ImportAsk ask, CancellationToken stop)
    {
        if (!rights.IsEditor || !rights.Covers(ask.Region)) return new Refusal(RefusalKind.Forbidden, "not-your-region", "只能导入本地区和下级地区的事项。");
        var now = clock.GetUtcNow();
        if (FormProblems(ask, now) is { Count: > 0 } wrong) return Refusal.Invalid(wrong);
        var file = ReadBulk.Read(ask.OfBase ? BulkLayout.Base : BulkLayout.Own, ask.Content);
        if (file.Entries.Count > MostItems) file.Bad("", "", $"一次最多导入 {MostItems} 项，文件中有 {file.Entries.Count} 项，请分成几个文件");
        if (file.Entries.Count == 0 && file.Problems.Count == 0) file.Bad("", "", "文件中没有事项");
        // A file of the wrong form would only repeat itself item by item.
        if (file.Problems.Count > 0 && (file.Entries.Count is 0 or > MostItems)) return new ImportAnswer(null, file.Problems, 0);

        var id = Guid.CreateVersion7(now).ToString("N");
        var (changes, same) = await entries.Read(ask, file, id, now, stop);
        if (file.Problems.Count > 0) return new ImportAnswer(null, file.Problems, same);
        if (changes.Count == 0) return new ImportAnswer(null, [new("", "", $"文件中的 {same} 项与现行版本都一样，没有什么可变更")], same);
        db.Add(new ChangeBatch
        {
            Id = id, Region = ask.Region, FileName = ask.FileName.Length > ChangeBatch.FileNameMaxLength ? ask.FileName[..ChangeBatch.FileNameMaxLength] : ask.FileName,
            Reason = ask.Plan.Reason, Basis = ask.Plan.Basis, EffectiveAt = ask.Plan.EffectiveAt, Items = changes.Count, Same = same, CreatedBy = rights.Who.JournalName, CreatedAt = now,
        });
        db.AddRange(changes);
        journal.Append($"item-batch/{id}", new BatchImported(id, ask.OfBase ? null : ask.Region, changes.Count, Convert.ToHexStringLower(SHA256.HashData(ask.Content))));
        foreach (var change in changes) journal.Tell(change);
        var saved = await db.TrySave(stop);
        return saved.IsDone ? new ImportAnswer(id, [], same) : saved.Refusal;
    }

    private static List<FieldProblem> FormProblems(ImportAsk ask, DateTimeOffset now)
    {
        var problems = new List<FieldProblem>();
        if (ask.Content.Length == 0) problems.Add(new("file", "请选择要导入的文件"));
        if (ask.Content.Length > MostBytes) problems.Add(new("file", $"文件不超过 {MostBytes / 1024 / 1024} MB"));
        problems.AddRange(ask.Plan.Problems(now, complete: true));
        return problems;
    }
}
