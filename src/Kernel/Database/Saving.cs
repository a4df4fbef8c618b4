using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Kernel.Database;

/// <summary>Saves where a race is expected.</summary>
public static class Saving
{
    /// <summary>Somebody else changed the same thing first.</summary>
    public static Refusal SomebodyWasFirst { get; } = new(RefusalKind.Conflict, "somebody-was-first", "这里的内容刚刚已被更改：可能已由他人办理，也可能在您的另一个页面里改过。请刷新后查看最新状态。");

    /// <summary>Saves all changes, or refuses when another transaction changed the same rows or journal stream first.</summary>
    public static async Task<Outcome> TrySave(this YiwangDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return SomebodyWasFirst;
        }
        catch (DbUpdateException exception) when (Dialect.IsUniqueViolation(exception))
        {
            return SomebodyWasFirst;
        }
    }
}
