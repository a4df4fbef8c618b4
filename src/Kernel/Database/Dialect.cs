using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Yiwang.Kernel.Journals;

namespace Yiwang.Kernel.Database;

/// <summary>All that differs between the two databases. Nothing outside this folder asks which one it is.</summary>
public abstract class Dialect
{
    /// <summary>The dialect of a context.</summary>
    public static Dialect Of(YiwangDb db) => db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? SqliteDialect.One : PostgresDialect.One;

    /// <summary>Adds to the model what only this database needs.</summary>
    internal abstract void AddTo(ModelBuilder model);

    /// <summary>Whether journal entries become visible in the order of their positions.</summary>
    internal abstract bool CommitsInOrder { get; }

    /// <summary>The journal entries that no transaction still running can come before.</summary>
    internal abstract IQueryable<JournalEntry> SettledEntries(YiwangDb db);

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

internal sealed class SqliteDialect : Dialect
{
    internal static SqliteDialect One { get; } = new();

    internal override void AddTo(ModelBuilder model) =>
        model.Entity<JournalEntry>().Property(e => e.Transaction).HasDefaultValue(0L);

    // One writer at a time.
    internal override bool CommitsInOrder => true;

    internal override IQueryable<JournalEntry> SettledEntries(YiwangDb db) => db.Set<JournalEntry>();
}

internal sealed class PostgresDialect : Dialect
{
    internal static PostgresDialect One { get; } = new();

    internal override void AddTo(ModelBuilder model)
    {
        model.HasSequence<long>("journal_positions");
        var entry = model.Entity<JournalEntry>();
        entry.Property(e => e.Transaction).HasDefaultValueSql("pg_current_xact_id()::text::bigint");
        // The transaction must have its number before it takes a position: a reader relies on that order (see SettledEntries).
        entry.Property(e => e.Position).HasDefaultValueSql("pg_current_xact_id()::text::bigint * 0 + nextval('journal_positions')");
    }

    internal override bool CommitsInOrder => false;

    internal override IQueryable<JournalEntry> SettledEntries(YiwangDb db) => db.Set<JournalEntry>().FromSqlRaw(
        "select * from journal where transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
}
