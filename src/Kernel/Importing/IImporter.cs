namespace Yiwang.Kernel.Importing;

/// <summary>Imports a room's part of the reference data. All importers run in one transaction, in order of the floors.</summary>
public interface IImporter
{
    /// <summary>The floor of the room: lower ones first, so that references can be checked.</summary>
    int Floor { get; }

    /// <summary>Reads its files from <paramref name="folder"/>, reports every bad row and saves the good ones. The caller rolls back when any row was bad.</summary>
    Task Import(string folder, ImportReport report, CancellationToken stop);

    /// <summary>The import was committed: what is kept in memory of the old data is to be forgotten.</summary>
    void Kept();
}
