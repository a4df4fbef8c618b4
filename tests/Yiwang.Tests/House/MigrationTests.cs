using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
}
