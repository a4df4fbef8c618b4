using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>Holds a reader back while what it keeps is looked at as a whole.</summary>
public static class HoldReader
{
    /// <summary>Until the transaction that is open ends, the reader takes nothing, on whichever node it runs.</summary>
    public static Task Hold<TReader>(this YiwangDb db, CancellationToken stop) where TReader : class, IJournalReader
    {
        var name = TReader.Name;
        return db.Set<JournalCheckpoint>().Where(c => c.Reader == name).ExecuteUpdateAsync(c => c.SetProperty(x => x.Position, x => x.Position), stop);
    }
}
