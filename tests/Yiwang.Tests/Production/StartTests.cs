using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Host;
using Yiwang.Identity;
using Yiwang.Kernel.Database;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Production;

/// <summary>What production refuses to start with, and that a refusal leaves nothing behind.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("yiwang-production-").FullName;

    [Fact]
    public Task Production_and_demo_together_leave_a_clean_sqlite_database_clean() => Together(null);

    [Fact]
    public async Task Production_and_demo_together_leave_a_clean_postgres_database_clean() => await Together(await PostgresSite.NewDatabase());

    [Fact]
    public Task A_sqlite_database_with_demo_accounts_is_refused_in_production() => DemoFirst(null);

    [Fact]
    public async Task A_postgres_database_with_demo_accounts_is_refused_in_production() => await DemoFirst(await PostgresSite.NewDatabase());

    private async Task Together(string? postgres)
    {
        Assert.Contains("不能同时使用", await Prepared(Settings(postgres) with { Demo = true, Production = true }), StringComparison.Ordinal);
        Assert.Empty(await Migrations(postgres));

        Assert.Null(await Prepared(Settings(postgres) with { Production = true }));
        Assert.Equal(0, await People(postgres));
    }

    private async Task DemoFirst(string? postgres)
    {
        Assert.Null(await Prepared(Settings(postgres) with { Demo = true }));
        var people = await People(postgres);

        Assert.Contains("示例账户", await Prepared(Settings(postgres) with { Production = true }), StringComparison.Ordinal);
        Assert.Equal(people, await People(postgres));
    }

    private HostSettings Settings(string? postgres) => new() { DataFolder = _folder, ReferenceData = RepositoryFiles.Data, Postgres = postgres, LogLevel = Microsoft.Extensions.Logging.LogLevel.Critical };

    private static async Task<string?> Prepared(HostSettings settings)
    {
        await using var app = Build(settings);
        return await Prepare.Run(app, settings, TextWriter.Null, TestContext.Current.CancellationToken);
    }

    private Task<List<string>> Migrations(string? postgres) => Ask(postgres, async db => (await db.Database.GetAppliedMigrationsAsync()).ToList());

    private Task<int> People(string? postgres) => Ask(postgres, db => db.Set<Person>().CountAsync());

    private async Task<T> Ask<T>(string? postgres, Func<YiwangDb, Task<T>> question)
    {
        await using var app = Build(Settings(postgres));
        await using var scope = app.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<YiwangDb>());
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Build(HostSettings settings) =>
        YiwangApp.Build(settings, builder => builder.Configuration["Personal:KeyFile"] = SharedKey.Path);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(_folder, recursive: true);
    }
}
