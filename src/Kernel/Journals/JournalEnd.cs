using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>Where the journal ends now.</summary>
public static class JournalEnd
{
    /// <summary>
    /// The position up to which every entry that will ever be there is visible. What is read from the database afterwards is at least as new;
    /// 0 when the journal is empty.
    /// </summary>
    public static async Task<long> Settled(YiwangDb db, CancellationToken stop)
    {
        // Asked first: an entry that is numbered after this can only be above it.
        var settled = await Dialect.Of(db).SettledUpTo(db, stop);
        var last = await db.Set<JournalEntry>().MaxAsync(e => (long?)e.Position, stop) ?? 0;
        return Math.Min(settled, last);
    }
}
