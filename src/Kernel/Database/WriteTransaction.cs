using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Yiwang.Kernel.Database;

/// <summary>A transaction that writes. Disposing it without <see cref="Commit"/> undoes everything.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly YiwangDb _db;
    private readonly IDbContextTransaction _transaction;
    private readonly WriterTurns.Turn _turn;

    private WriteTransaction(YiwangDb db, IDbContextTransaction transaction, WriterTurns.Turn turn) => (_db, _transaction, _turn) = (db, transaction, turn);

    internal static async Task<WriteTransaction> Begin(YiwangDb db, CancellationToken stop)
    {
        var turn = await db.GetService<WriterTurns>().Take(stop);
        try
        {
            return new(db, await db.Database.BeginTransactionAsync(stop), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Commits, and wakes those who wait for what was journalled.</summary>
    public async Task Commit(CancellationToken stop)
    {
        await _transaction.CommitAsync(stop);
        _db.TellWhatWasJournalled();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
        }
        finally
        {
            _turn.Dispose();
        }
    }
}

/// <summary>Begins transactions that write.</summary>
public static class Writing
{
    /// <summary>Begins a transaction of several saves. A single save needs none.</summary>
    public static Task<WriteTransaction> BeginWrite(this YiwangDb db, CancellationToken stop) => WriteTransaction.Begin(db, stop);
}
