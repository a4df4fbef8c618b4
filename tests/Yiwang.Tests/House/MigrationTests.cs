using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Host;
using Yiwang.Kernel.Database;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.House;

public sealed class MigrationsOnSqlite(SqliteSite site) : MigrationTests(site), IClassFixture<SqliteSite>;

public sealed class MigrationsOnPostgres(PostgresSite site) : MigrationTests(site), IClassFixture<PostgresSite>;

public abstract class MigrationTests(Site site)
{
    [Fact]
    public async Task The_migrations_make_the_schema_that_the_model_asks_for()
    {
        var pending = await site.In(services => Task.FromResult(services.GetRequiredService<YiwangDb>().Database.HasPendingModelChanges()));

        Assert.False(pending, "Run scripts/migrate-add NAME");
    }

    [Fact]
    public async Task A_database_whose_migrations_this_program_does_not_know_is_left_alone()
    {
        var settings = site.Settings with
        {
            DataFolder = Path.Combine(site.DataFolder, "another-line"), Postgres = site.Settings.Postgres is null ? null : await PostgresSite.NewDatabase(),
        };
        System.IO.Directory.CreateDirectory(settings.DataFolder);
        await using var app = YiwangApp.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var history = db.GetService<IHistoryRepository>();
        await history.CreateIfNotExistsAsync();
        await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow("20200101000000_Strange", "10.0.0")));

        var refusal = await Prepare.Run(app, settings, TextWriter.Null, default);

        Assert.Contains("不能升级", refusal, StringComparison.Ordinal);
        Assert.Equal(["20200101000000_Strange"], await db.Database.GetAppliedMigrationsAsync());
    }
}
