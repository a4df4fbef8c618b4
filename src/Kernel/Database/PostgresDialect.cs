using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Journals;

namespace Yiwang.Kernel.Database;

/// <summary>
/// PostgreSQL. Positions come from a sequence and can commit out of order. So each transaction, before it takes its first position,
/// holds a shared advisory lock whose key says above which position it began; a reader stops at the lowest of these floors.
/// Transaction numbers would not do: one with an older number can take a later position. The functions are made by the first
/// migration.
/// </summary>
internal sealed class PostgresDialect : Dialect
{
    internal static PostgresDialect One { get; } = new();

    internal override void AddTo(ModelBuilder model)
    {
        model.HasSequence<long>("journal_positions");
        model.Entity<JournalEntry>().Property(e => e.Position).HasDefaultValueSql("journal_next_position()");
    }

    internal override async ValueTask<long> SettledUpTo(YiwangDb db, CancellationToken stop) =>
        (await db.Database.SqlQuery<long>($"select journal_settled()").ToListAsync(stop))[0];
}
