using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Journals;

namespace Yiwang.Kernel.Database;

/// <summary>Chooses the database from the configuration: <c>Database:Postgres</c> (a connection string), or SQLite in the data folder.</summary>
public static class DatabaseSetup
{
    /// <summary>Registers <see cref="YiwangDb"/>.</summary>
    public static void AddYiwangDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContextPool<YiwangDb>((provider, options) =>
        {
            if (configuration["Database:Postgres"] is { Length: > 0 } postgres)
            {
                options.UseNpgsql(postgres, npgsql => npgsql.MigrationsAssembly("Yiwang.Migrations.Postgres"));
            }
            else
            {
                options.UseSqlite(SqliteConnection(configuration), sqlite => sqlite.MigrationsAssembly("Yiwang.Migrations.Sqlite"));
                options.AddInterceptors(new SqlitePragmas());
            }
            options.UseSnakeCaseNamingConvention();
            options.AddInterceptors(new SignalAfterCommit(provider.GetRequiredService<JournalSignal>()));
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        });
    }

    /// <summary>The SQLite file: <c>Database:Sqlite</c>, or yiwang.db in the data folder.</summary>
    private static string SqliteConnection(IConfiguration configuration) => new SqliteConnectionStringBuilder
    {
        DataSource = configuration["Database:Sqlite"] ?? Path.Combine(configuration["DataFolder"] ?? ".data", "yiwang.db"),
        Pooling = true,
        ForeignKeys = true,
        DefaultTimeout = configuration.GetValue("Database:SqliteTimeoutSeconds", 30),
    }.ConnectionString;

    /// <summary>
    /// Durable at every commit (synchronous=FULL), readers beside the writer (WAL). Waiting for the one writer is left to SQLite,
    /// which looks again after milliseconds; the client library would sleep 150 ms each time.
    /// </summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Sql = "pragma busy_timeout=1000; pragma journal_mode=wal; pragma synchronous=full; pragma cache_size=-65536; pragma temp_store=memory; pragma mmap_size=268435456;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Wakes the journal's readers once a transaction of our own has committed.</summary>
    private sealed class SignalAfterCommit(JournalSignal signal) : DbTransactionInterceptor
    {
        public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => signal.Pulse();

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            signal.Pulse();
            return Task.CompletedTask;
        }
    }
}
