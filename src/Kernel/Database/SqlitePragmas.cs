using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yiwang.Kernel.Database;

/// <summary>
/// Durable at every commit (synchronous=FULL), readers beside the writer (WAL). Set once for each connection of the pool, not each
/// time that it is taken from there. Waiting for a writer of another process is left to SQLite, which looks again after
/// milliseconds; the client library would sleep 150 ms each time.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "pragma busy_timeout=1000; pragma journal_mode=wal; pragma synchronous=full; pragma cache_size=-65536; pragma temp_store=memory; pragma mmap_size=268435456;";
    private static readonly ConditionalWeakTable<object, object> Done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsNew(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsNew(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static bool IsNew(DbConnection connection) => Done.TryAdd(((SqliteConnection)connection).Handle!, Done);
}
