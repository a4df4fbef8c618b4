using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Yiwang.Kernel.Database;

/// <summary>All that differs between the two databases. Nothing outside this folder asks which one it is.</summary>
public abstract class Dialect
{
    /// <summary>The dialect of a context.</summary>
    public static Dialect Of(YiwangDb db) => db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? SqliteDialect.One : PostgresDialect.One;

    /// <summary>Adds to the model what only this database needs.</summary>
    internal abstract void AddTo(ModelBuilder model);

    /// <summary>
    /// The journal position up to which everything is visible that ever will be: no transaction still running holds one that is
    /// lower. Ask before reading entries, in a statement of its own.
    /// </summary>
    internal abstract ValueTask<long> SettledUpTo(YiwangDb db, CancellationToken stop);

    /// <summary>Whether a save failed because a unique key was already there.</summary>
    public static bool IsUniqueViolation(Exception? exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => IsUniqueViolation(inner),
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>Whether the database could not be reached or was locked: trying again later can help.</summary>
    public static bool IsBusy(Exception? exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6,
        NpgsqlException { IsTransient: true } => true,
        DatabaseBusyException => true,
        { InnerException: { } inner } => IsBusy(inner),
        _ => false,
    };
}
