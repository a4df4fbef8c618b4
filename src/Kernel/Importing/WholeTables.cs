using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Importing;

/// <summary>Tables that an import brings as a whole.</summary>
public static class WholeTables
{
    /// <summary>Puts these rows in place of all that are there; whether anything differed. Rows are records, compared by all they hold.</summary>
    public static async Task<bool> ReplaceAll<T>(this YiwangDb db, IReadOnlyCollection<T> rows, CancellationToken stop) where T : class
    {
        var known = await db.Set<T>().AsNoTracking().ToListAsync(stop);
        if (known.Count == rows.Count && known.ToHashSet().SetEquals(rows)) return false;
        await db.Set<T>().ExecuteDeleteAsync(stop);
        db.AddRange(rows);
        await db.SaveChangesAsync(stop);
        return true;
    }
}
