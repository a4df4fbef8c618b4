using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Yiwang.Bench;
using Yiwang.Host;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;

namespace Yiwang.Tests.Kit;

/// <summary>The real platform on a port of its own, with a database and a data folder of its own.</summary>
public abstract class Site : IAsyncLifetime
{
    private WebApplication? _app;

    public FakeClock Clock { get; } = new();

    public string DataFolder { get; } = System.IO.Directory.CreateTempSubdirectory("yiwang-test-").FullName;

    public Uri Address { get; private set; } = null!;

    /// <summary>What it was started with.</summary>
    public HostSettings Settings { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    /// <summary>Lets it be the middle of a morning on which the halls are open, whenever the test runs.</summary>
    public void Morning()
    {
        var day = Services.GetRequiredService<WorkCalendar>().AddProvisionally(WorkCalendar.TodayInNingbo(Clock), 1).Day;
        Clock.Forward(WorkCalendar.StartInNingbo(day).AddHours(9.5) - Clock.GetUtcNow());
    }

    protected abstract Task<string?> Postgres();

    protected virtual bool Demo => true;

    protected virtual bool Production => false;

    protected virtual string Urls => "http://127.0.0.1:0";

    protected virtual string ReferenceData => RepositoryFiles.Data;

    public async ValueTask InitializeAsync()
    {
        Settings = new HostSettings
        {
            Urls = Urls, DataFolder = DataFolder, Demo = Demo, Production = Production, ReferenceData = ReferenceData,
            Postgres = await Postgres(), PublicUrl = "http://platform.test", LogLevel = LogLevel.Critical,
        };
        if (Demo && !Production && ReferenceData == RepositoryFiles.Data) await SiteTemplate.Lay(Settings);
        _app = YiwangApp.Build(Settings, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            builder.Configuration["Personal:KeyFile"] = SharedKey.Path;
            Configure(builder);
        });
        var refusal = await Prepare.Run(_app, Settings, TextWriter.Null, TestContext.Current.CancellationToken);
        Assert.Null(refusal);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    protected virtual void Configure(WebApplicationBuilder builder) { }

    /// <summary>Works in a scope of the platform, as a request would.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<int> Save(params object[] rows) => In(async services =>
    {
        var db = services.GetRequiredService<YiwangDb>();
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Settings.Postgres is { } postgres) await PostgresSite.Drop(postgres);
        await Remove(DataFolder);
        GC.SuppressFinalize(this);
    }

    // SQLite's side files come and go until the last pooled connection of any site has closed.
    private static async Task Remove(string folder)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                System.IO.Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 20)
            {
                await Task.Delay(100);
            }
        }
    }
}

/// <summary>On the embedded database.</summary>
public sealed class SqliteSite : Site
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

/// <summary>On PostgreSQL, in a database of its own. <c>YIWANG_TEST_POSTGRES</c> names the server; without it there is nothing to test on.</summary>
public sealed class PostgresSite : Site
{
    /// <summary>The server's connection string.</summary>
    internal static string Server => Environment.GetEnvironmentVariable("YIWANG_TEST_POSTGRES")
        ?? throw new InvalidOperationException("YIWANG_TEST_POSTGRES is not set; ./test starts a server and sets it.");

    protected override Task<string?> Postgres() => NewDatabase();

    internal static async Task<string?> NewDatabase()
    {
        var name = $"yiwang_{Guid.NewGuid():N}";
        await Tell($"create database {name}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 40 }.ConnectionString;
    }

    /// <summary>
    /// Gives an ended site's database and its connections back. A pool keeps idle connections for minutes;
    /// those of many ended sites would use up all that the server allows.
    /// </summary>
    internal static async Task Drop(string database)
    {
        await using (var connection = new NpgsqlConnection(DatabaseSetup.PostgresConnection(database)))
        {
            NpgsqlConnection.ClearPool(connection);
        }
        await Tell($"drop database {new NpgsqlConnectionStringBuilder(database).Database} with (force)");
    }

    /// <summary>Tells the server to do something outside of any database.</summary>
    internal static async Task Tell(string statement)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The real clock, which a test may push forward.</summary>
public sealed class FakeClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Forward(TimeSpan by) => _ahead += by;

    public void Back() => _ahead = TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
