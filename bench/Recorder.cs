using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yiwang.Bench;

/// <summary>A statement as it was sent, with its values.</summary>
internal sealed record Statement(string Sql, (string Name, object? Value)[] Parameters);

/// <summary>Records the statements of each transaction while it is on; a statement outside of one is a transaction of its own.</summary>
internal sealed class Recorder : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<DbTransaction, ConcurrentQueue<Statement>> _open = new();

    internal bool On { get; set; }

    internal ConcurrentQueue<Statement[]> Transactions { get; } = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Take(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Take(command);
        return ValueTask.FromResult(result);
    }

    internal void Committed(DbTransaction transaction)
    {
        if (_open.TryRemove(transaction, out var statements) && On) Transactions.Enqueue([.. statements]);
    }

    private void Take(DbCommand command)
    {
        if (!On) return;
        var statement = new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]);
        if (command.Transaction is { } transaction) _open.GetOrAdd(transaction, _ => new()).Enqueue(statement);
        else Transactions.Enqueue([statement]);
    }
}

/// <summary>Tells the recorder of commits.</summary>
internal sealed class CommitRecorder(Recorder recorder) : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        recorder.Committed(transaction);
        return await base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
    }
}
