using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Catalogue;
using Yiwang.Catalogue.SeedCity;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Seeding;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Seed;

public sealed class SeedOnSqlite(SeedSiteOnSqlite site) : SeedTests(site), IClassFixture<SeedSiteOnSqlite>;

public sealed class SeedOnPostgres(SeedSiteOnPostgres site) : SeedTests(site), IClassFixture<SeedSiteOnPostgres>;

/// <summary>A site whose running platform is seeded with a small city.</summary>
public abstract class SeedSite : Site
{
    internal Dictionary<(ItemGroup Group, RegionCode Region), int> Before { get; private set; } = [];

    internal async Task Seed()
    {
        if (Before.Count > 0) return;
        Before = await Exercised();
        Assert.True((await Run("small")).IsDone);
    }

    internal Task<Outcome> Run(string scale) => In(services => services.GetRequiredService<SeedRun>().Run(new(scale, RepositoryFiles.Data), new Silent(), default));

    /// <summary>What the organs exercise now, of all items in force.</summary>
    internal Task<Dictionary<(ItemGroup, RegionCode), int>> Exercised() => In(async services =>
    {
        var db = services.GetRequiredService<YiwangDb>();
        var items = (await db.Set<ItemVersion>().AsNoTracking().Where(v => v.EndedAt == null).ToListAsync()).ConvertAll(v => v.Read());
        return await SeedItems.Exercised(db, items, await db.Set<Department>().AsNoTracking().Where(d => d.Current).ToListAsync(), default);
    });

    private sealed class Silent : IProgress<SeedStep>
    {
        public void Report(SeedStep value) { }
    }
}

public sealed class SeedSiteOnSqlite : SeedSite
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class SeedSiteOnPostgres : SeedSite
{
    protected override Task<string?> Postgres() => PostgresSite.NewDatabase();
}

/// <summary>A seeded city has what its plan says, and nobody takes it for a real one.</summary>
public abstract class SeedTests(SeedSite site) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await site.Seed();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_regions_organs_exercise_exactly_as_many_items_of_each_kind_as_the_plan_says()
    {
        var plan = CityPlan.Read(RepositoryFiles.Data, await site.In(s => Competences.Read(s.GetRequiredService<YiwangDb>(), default)));
        var additions = plan.Additions(site.Before, 11)!;

        var now = await site.Exercised();

        Assert.All(additions, a => Assert.Equal(site.Before.GetValueOrDefault(a.Key) + a.Value, now.GetValueOrDefault(a.Key)));
        Assert.Contains(now, n => n.Key.Item2.Level is RegionLevel.Zone);
        Assert.Contains(now, n => n.Key.Item2.Level is RegionLevel.Town);
        Assert.InRange((await Rows<ItemVersion>(v => v.EndedAt == null)).Count, 950, 1100);
    }

    [Fact]
    public async Task Every_implementing_item_has_an_organ_of_today_and_nothing_that_is_worse_than_its_base_item()
    {
        var organs = (await Rows<Department>(d => d.Current)).Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        var versions = (await Rows<ItemVersion>(_ => true)).ToDictionary(v => (v.Code, v.Version));
        var rows = await Rows<ImplementingItem>(i => i.EndedAt == null);

        Assert.All(rows, r => Assert.Contains(r.Organ, organs));
        Assert.All(rows.Where(r => r.Local is not null), r => Assert.Empty(LocalElements.Read(r.Local).Problems(versions[(r.Code, r.BaseVersion)].Read())));
        Assert.Contains(rows, r => r.Local is not null);
        Assert.Contains(rows, r => !versions[(r.Code, r.BaseVersion)].InForce);
    }

    [Fact]
    public async Task Sub_items_are_marked_as_samples_and_no_two_have_the_same_name()
    {
        var items = (await Rows<ItemVersion>(v => v.EndedAt == null)).ConvertAll(v => v.Read());
        var subs = items.Where(i => i.Code.IsSub).ToList();

        Assert.NotEmpty(subs);
        Assert.Equal(items.Count, items.Select(i => i.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(subs, s => Assert.True(s.Main == s.Code.Main && s.IsSample("promised_limit") && s.IsSample("legal_basis") && s.Note.StartsWith("示例数据", StringComparison.Ordinal)));
        Assert.All(subs.Where(s => s.Limits is { LegalInWorkingDays: true, LegalDays: not null }), s => Assert.True(s.Limits.PromisedDays <= s.Limits.LegalDays));
    }

    [Fact]
    public async Task Every_service_point_has_a_place_in_the_city_that_says_it_is_a_sample()
    {
        var points = await Rows<ServicePoint>(_ => true);

        Assert.All(points, p => Assert.True(p.Position is { InTheCity: true }, p.Code));
        Assert.All(points.Where(p => p.Kind is ServicePointKind.VillageStation), p => Assert.True(p.SamplePlace));
    }

    [Fact]
    public async Task Seeding_again_and_importing_again_change_nothing_and_the_journal_is_whole()
    {
        var before = await State();

        var again = await site.Run("small");
        var larger = await site.Run("ningbo");
        await using (var scope = site.Services.CreateAsyncScope()) Assert.Empty((await scope.ServiceProvider.GetRequiredService<ImportRun>().Run(RepositoryFiles.Data, default)).Problems);

        Assert.Equal("seeded-already", again.Refusal?.Code);
        Assert.Equal("seeded-already", larger.Refusal?.Code);
        Assert.Equal(before, await State());
        var report = await site.In(services => services.GetRequiredService<JournalVerification>().Run(default));
        Assert.Null(report.Fault);
    }

    [Fact]
    public async Task A_running_platform_shows_what_was_seeded()
    {
        var sub = (await Rows<ItemVersion>(v => v.EndedAt == null)).Where(v => v.Code.IsSub).OrderByDescending(v => v.Popularity).First();
        using var visitor = new PageClient(site.Address);

        for (var i = 0; i < 600 && !(await visitor.Read($"items?q={Uri.EscapeDataString(sub.Code.Value)}")).Text.Contains(sub.Name, StringComparison.Ordinal); i++) await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Contains(sub.Name, (await visitor.Read($"items?q={Uri.EscapeDataString(sub.Code.Value)}")).Text, StringComparison.Ordinal);
        Assert.Contains("示例", (await visitor.Read($"items/{sub.Code}")).Text, StringComparison.Ordinal);
    }

    private Task<List<T>> Rows<T>(System.Linq.Expressions.Expression<Func<T, bool>> where) where T : class =>
        site.In(services => services.GetRequiredService<YiwangDb>().Set<T>().AsNoTracking().Where(where).ToListAsync());

    private async Task<(int, int, int, int)> State() =>
        ((await Rows<ItemVersion>(_ => true)).Count, (await Rows<ImplementingItem>(_ => true)).Count, (await Rows<Department>(_ => true)).Count,
            (await Rows<JournalEntry>(e => e.Kind.StartsWith("catalogue.") || e.Kind.StartsWith("directory."))).Count);
}
