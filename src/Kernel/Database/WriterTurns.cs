namespace Yiwang.Kernel.Database;

/// <summary>
/// Lets the writers of this process take turns on a database that has one writer at a time. Waiting here costs nothing; waiting
/// inside SQLite holds a thread and starves whoever has waited longest. A database with many writers needs no turns.
/// </summary>
public sealed class WriterTurns(bool oneWriter, TimeSpan patience)
{
    private readonly SemaphoreSlim? _turn = oneWriter ? new(1, 1) : null;

    /// <summary>How many writers make sense at once.</summary>
    public int AtOnce { get; } = oneWriter ? 1 : Environment.ProcessorCount;

    /// <summary>Waits for the turn; dispose it when the transaction has ended.</summary>
    /// <exception cref="DatabaseBusyException">The turn did not come in time.</exception>
    internal async ValueTask<Turn> Take(CancellationToken stop)
    {
        if (_turn is null) return default;
        if (!await _turn.WaitAsync(patience, stop)) throw new DatabaseBusyException();
        return new(_turn);
    }

    /// <summary>A turn to write.</summary>
    internal readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}

/// <summary>The database was busy for longer than we wait; trying again later can help.</summary>
public sealed class DatabaseBusyException : Exception
{
    public DatabaseBusyException() : base("The database was busy for too long.")
    {
    }

    public DatabaseBusyException(string message) : base(message)
    {
    }

    public DatabaseBusyException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
