using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Yiwang.Kernel.Database;

namespace Yiwang.Bench;

/// <summary>A database of either kind, with a copy of it as it was at one moment.</summary>
internal sealed class Store(string? server)
{
    private readonly string _name = $"yiwang_bench_{Guid.NewGuid():N}";

    internal string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("yiwang-bench-").FullName;

    internal string Kind => server is null ? "SQLite" : "PostgreSQL";

    internal string? Postgres => server is null ? null : Connection(_name);

    internal async Task Create()
    {
        if (server is not null) await Execute($"create database {_name}");
    }

    /// <summary>Copies the database; nobody may be connected.</summary>
    internal async Task Copy()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (server is not null) await Execute($"create database {_name}_copy template {_name}");
        else
        {
            using var source = new SqliteConnection($"Data Source={Path.Combine(Folder, "yiwang.db")};Pooling=False");
            using var target = new SqliteConnection($"Data Source={Path.Combine(Folder, "copy.db")};Pooling=False");
            await source.OpenAsync();
            await target.OpenAsync();
            source.BackupDatabase(target);
        }
    }

    /// <summary>A bare connection to the copy, set up as the platform sets up its own.</summary>
    internal async Task<DbConnection> OpenCopy()
    {
        DbConnection connection = server is null
            ? new SqliteConnection($"Data Source={Path.Combine(Folder, "copy.db")};Pooling=False;Default Timeout=60")
            : new NpgsqlConnection(DatabaseSetup.PostgresConnection(Connection($"{_name}_copy")));
        await connection.OpenAsync();
        if (server is not null) return connection;
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma busy_timeout=1000; pragma journal_mode=wal; pragma synchronous=full; pragma cache_size=-65536; pragma temp_store=memory; pragma mmap_size=268435456;";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>A bare connection to the database itself; the platform does not run.</summary>
    internal async Task<DbConnection> Open()
    {
        DbConnection connection = server is null ? new SqliteConnection($"Data Source={Path.Combine(Folder, "yiwang.db")};Pooling=False;Default Timeout=60") : new NpgsqlConnection(Connection(_name));
        await connection.OpenAsync();
        return connection;
    }

    private string Connection(string database) => new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 60 }.ConnectionString;

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
