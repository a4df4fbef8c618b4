using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Importing;

/// <summary>Runs all importers in one transaction: everything is kept, or nothing.</summary>
public sealed class ImportRun(YiwangDb db, IEnumerable<IImporter> importers)
{
    /// <summary>Imports a folder.</summary>
    public async Task<ImportReport> Run(string folder, CancellationToken stop)
    {
        var report = new ImportReport();
        if (!Directory.Exists(folder))
        {
            report.Bad(folder, 0, "没有这个文件夹");
            return report;
        }
        await using var transaction = await db.BeginWrite(stop);
        foreach (var importer in importers.OrderBy(i => i.Floor))
        {
            await importer.Import(folder, report, stop);
            db.ChangeTracker.Clear();
        }
        if (report.Problems.Count > 0) return report;
        await transaction.Commit(stop);
        foreach (var importer in importers) importer.Kept();
        return report;
    }
}
