using Microsoft.EntityFrameworkCore;

namespace Yiwang.Kernel.Database;

internal sealed class SqliteDialect : Dialect
{
    internal static SqliteDialect One { get; } = new();

    internal override void AddTo(ModelBuilder model)
    {
    }

    // One writer at a time: positions become visible in their order.
    internal override ValueTask<long> SettledUpTo(YiwangDb db, CancellationToken stop) => ValueTask.FromResult(long.MaxValue);
}
