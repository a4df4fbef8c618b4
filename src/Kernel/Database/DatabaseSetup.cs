using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Yiwang.Kernel.Personal;

namespace Yiwang.Kernel.Database;

/// <summary>Chooses the database from the configuration: <c>Database:Postgres</c> (a connection string), or SQLite in the data folder.</summary>
public static class DatabaseSetup
{
    /// <summary>Registers <see cref="YiwangDb"/>.</summary>
    public static void AddYiwangDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var embedded = configuration["Database:Postgres"] is not { Length: > 0 };
        services.AddSingleton(new WriterTurns(oneWriter: embedded, SqlitePatience(configuration)));
        services.AddSingleton(_ => PersonalKeys.Load(configuration));
        services.AddDbContextPool<YiwangDb>(options =>
        {
            if (configuration["Database:Postgres"] is { Length: > 0 } postgres)
            {
                options.UseNpgsql(PostgresConnection(postgres), npgsql => npgsql.MigrationsAssembly("Yiwang.Migrations.Postgres"));
            }
            else
            {
                // A list of values goes as one JSON parameter, so that each query has one text however long the list is.
                options.UseSqlite(SqliteConnection(configuration), sqlite => sqlite.MigrationsAssembly("Yiwang.Migrations.Sqlite").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
                options.AddInterceptors(new SqlitePragmas());
            }
            options.UseSnakeCaseNamingConvention();
            options.ReplaceService<IModelCacheKeyFactory, ModelByKey>();
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        });
    }

    /// <summary>The server prepares what it sees again and again, unless the connection string says otherwise (as it must behind a pooler of transactions).</summary>
    public static string PostgresConnection(string configured)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = configured };
        if (said.ContainsKey("Max Auto Prepare") || said.ContainsKey("MaxAutoPrepare")) return configured;
        return new NpgsqlConnectionStringBuilder(configured) { MaxAutoPrepare = 200 }.ConnectionString;
    }

    /// <summary>The SQLite file: <c>Database:Sqlite</c>, or yiwang.db in the data folder.</summary>
    private static string SqliteConnection(IConfiguration configuration) => new SqliteConnectionStringBuilder
    {
        DataSource = configuration["Database:Sqlite"] ?? Path.Combine(configuration["DataFolder"] ?? ".data", "yiwang.db"),
        Pooling = true,
        ForeignKeys = true,
        DefaultTimeout = (int)SqlitePatience(configuration).TotalSeconds,
    }.ConnectionString;

    /// <summary>How long a writer waits for others: <c>Database:SqliteTimeoutSeconds</c>.</summary>
    private static TimeSpan SqlitePatience(IConfiguration configuration) => TimeSpan.FromSeconds(configuration.GetValue("Database:SqliteTimeoutSeconds", 30));
}
