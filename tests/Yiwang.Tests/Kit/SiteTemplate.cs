using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Yiwang.Bench;
using Yiwang.Host;
using Yiwang.Kernel.Database;

namespace Yiwang.Tests.Kit;

/// <summary>
/// What demo sites start from: a data folder and a database that were prepared once, as a first start prepares them. Each site gets a copy
/// of its own, so that not each of them imports the reference data again.
/// </summary>
internal static class SiteTemplate
{
    private static readonly ConcurrentDictionary<bool, Lazy<Task<Prepared>>> Made = new();
    private static readonly SemaphoreSlim Copying = new(1);

    /// <summary>Lays a copy into the folder and the empty database that the settings name.</summary>
    internal static async Task Lay(HostSettings settings)
    {
        var prepared = await Made.GetOrAdd(settings.Postgres is not null, _ => new(() => Make(settings))).Value;
        foreach (var file in System.IO.Directory.GetFiles(prepared.Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(settings.DataFolder, Path.GetRelativePath(prepared.Folder, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(target, File.GetUnixFileMode(file));
        }
        if (prepared.Database is null) return;
        var name = new NpgsqlConnectionStringBuilder(settings.Postgres).Database;
        await Copying.WaitAsync();
        try
        {
            await PostgresSite.Tell($"drop database {name}");
            await PostgresSite.Tell($"create database {name} template {prepared.Database}");
        }
        finally
        {
            Copying.Release();
        }
    }

    private static async Task<Prepared> Make(HostSettings like)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("yiwang-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(folder, recursive: true);
        var settings = like with { DataFolder = folder, Postgres = like.Postgres is null ? null : await PostgresSite.NewDatabase() };
        await using (var app = YiwangApp.Build(settings, builder => builder.Configuration["Personal:KeyFile"] = SharedKey.Path))
        {
            Assert.Null(await Prepare.Run(app, settings, TextWriter.Null, CancellationToken.None));
        }
        if (settings.Postgres is null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return new(folder, null);
        }
        // A database that somebody is connected to can't be copied.
        await using var connection = new NpgsqlConnection(DatabaseSetup.PostgresConnection(settings.Postgres));
        NpgsqlConnection.ClearPool(connection);
        return new(folder, new NpgsqlConnectionStringBuilder(settings.Postgres).Database);
    }

    private sealed record Prepared(string Folder, string? Database);
}
