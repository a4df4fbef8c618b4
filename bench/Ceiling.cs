using System.Data.Common;
using System.Diagnostics;

namespace Yiwang.Bench;

/// <summary>
/// The ceiling: the same statements replayed bare, on a copy of the same database, with the same commits and as many connections.
/// Writers of SQLite take turns, as they do in the platform: waiting inside SQLite would make the ceiling lower than it is.
/// </summary>
internal sealed class Ceiling(Store store, int connections)
{
    private readonly SemaphoreSlim? _turn = store.Postgres is null ? new(1, 1) : null;
    private int _collisions;

    /// <summary>How many replayed transactions collided and were not done to the end.</summary>
    internal int Collisions => _collisions;

    internal async Task<TimeSpan> Replay(IReadOnlyList<Statement[]> transactions)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => store.OpenCopy()));
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(open.Select(connection => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < transactions.Count;) await Run(connection, transactions[i]);
        })));
        watch.Stop();
        foreach (var connection in open) await connection.DisposeAsync();
        return watch.Elapsed;
    }

    private async Task Run(DbConnection connection, Statement[] statements)
    {
        var writes = statements.Length > 1 || !statements[0].Sql.TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase);
        if (!writes || _turn is null)
        {
            await Replay(connection, statements);
            return;
        }
        await _turn.WaitAsync();
        try
        {
            await Replay(connection, statements);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task Replay(DbConnection connection, Statement[] statements)
    {
        var transaction = statements.Length > 1 ? await connection.BeginTransactionAsync() : null;
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement.Sql;
            foreach (var (name, value) in statement.Parameters)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                command.Parameters.Add(parameter);
            }
            try
            {
                await using var reader = await command.ExecuteReaderAsync();
                do while (await reader.ReadAsync()) { } while (await reader.NextResultAsync());
            }
            catch (DbException) when (transaction is not null)
            {
                // Side by side, replayed writers can collide where the platform's did not; the work until there was done all the same.
                Interlocked.Increment(ref _collisions);
                await transaction.RollbackAsync();
                return;
            }
        }
        if (transaction is not null) await transaction.CommitAsync();
    }
}
