using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue.Synonyms;

/// <summary>
/// Imports synonyms.csv. It adds what is not there; groups that share a first word with one of the platform's own are left alone, for
/// officials may have changed them.
/// </summary>
internal sealed class ImportSynonyms(YiwangDb db, Journal journal, SynonymShelf shelf, TimeProvider clock) : IImporter
{
    private const string File = "synonyms.csv";

    public int Floor => 2;

    public void Kept() => shelf.Forget();

    public async Task Import(string folder, ImportReport report, CancellationToken stop)
    {
        // A city may go without the file.
        if (!System.IO.File.Exists(Path.Combine(folder, File))) return;
        var known = (await db.Set<SynonymGroup>().AsNoTracking().ToListAsync(stop)).Select(g => (g.Kind, g.List[0])).ToHashSet();
        var seen = new HashSet<(string, string)>();
        var added = 0;
        foreach (var row in CsvRows.Read(folder, File, report, "kind", "words"))
        {
            var problem = SynonymGroup.Read(row["kind"], row["words"], out var words);
            if (problem is not null)
            {
                report.Bad(row.File, row.Line, problem);
                continue;
            }
            var key = (row["kind"], words.Split('=')[0]);
            if (!seen.Add(key)) report.Bad(row.File, row.Line, $"“{key.Item2}”重复");
            else if (!known.Contains(key))
            {
                db.Add(new SynonymGroup { Id = Guid.CreateVersion7(), Kind = row["kind"], Words = words, ChangedAt = clock.GetUtcNow() });
                added++;
            }
        }
        if (added > 0) journal.Append(KeepSynonyms.Stream, new SynonymsImported(added));
        await db.SaveChangesAsync(stop);
        report.Count("同义词与忽略词", seen.Count);
    }
}
