using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue;
using Yiwang.Catalogue.SeedCity;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Seed;

/// <summary>The whole city on paper: its numbers are those of the report.</summary>
public sealed class CityPlanTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task The_city_has_seventy_thousand_powers_and_seventeen_thousand_services_by_level_and_kind()
    {
        var (plan, _) = await Make();
        int Sum(Func<ItemGroup, bool> group, Func<RegionCode, bool> region) => plan.Targets.Where(t => group(t.Key.Group) && region(t.Key.Region)).Sum(t => t.Value);
        static bool Power(ItemGroup group) => group.Category != "公共服务";

        Assert.Equal([6200, 49500, 5060, 9240], Levels().Select(l => Sum(Power, r => r.Level == l)));
        Assert.Equal([1200, 9500, 1300, 5000], Levels().Select(l => Sum(g => !Power(g), r => r.Level == l)));
        Assert.Equal(44800, Sum(g => g.Category == "行政处罚", _ => true));
        Assert.Equal(12600, Sum(g => g.Category == "行政许可", _ => true));
        Assert.Equal(5396, Sum(Power, r => r.ShortForm == "330282"));
        Assert.Equal(30260, Sum(g => g.OnApplication, _ => true));
        Assert.Equal(12000, Sum(g => g.Online, _ => true));

        static RegionLevel[] Levels() => [RegionLevel.City, RegionLevel.County, RegionLevel.Zone, RegionLevel.Town];
    }

    [Fact]
    public async Task The_same_order_makes_the_same_city_in_which_all_numbers_are_met()
    {
        var (plan, first) = await Make();
        var (_, second) = await Make();

        Assert.InRange(first.Count, 7000, 7900);
        Assert.Equal(first.Select(Line), second.Select(Line));
        var made = first.SelectMany(p => p.Organs.Keys.Select(r => (ItemGroup.Of(p.Item), r))).CountBy(k => k).ToDictionary();
        Assert.All(plan.Targets.Where(t => t.Key.Region.Level is RegionLevel.Town or RegionLevel.Zone), t => Assert.Equal(t.Value, made.GetValueOrDefault(t.Key)));

        static string Line(PlannedItem planned) => ItemVersion.Write(planned.Item) + string.Join(' ', planned.Organs);
    }

    private Task<(CityPlan, List<PlannedItem>)> Make() => site.In(async services =>
    {
        var db = services.GetRequiredService<YiwangDb>();
        var regions = await db.Set<Region>().AsNoTracking().Where(r => r.Current).ToListAsync();
        var departments = await db.Set<Department>().AsNoTracking().Where(d => d.Current).ToListAsync();
        var mains = (await db.Set<ItemVersion>().AsNoTracking().Where(v => v.EndedAt == null).OrderBy(v => v.Code).ToListAsync()).ConvertAll(v => v.Read());
        var competences = await Competences.Read(db, default);
        var plan = CityPlan.Read(RepositoryFiles.Data, competences);
        var additions = plan.Additions(await SeedItems.Exercised(db, mains, departments, default), 1)!;
        return (plan, new CityItems(plan, mains, additions, competences, regions.ToDictionary(r => r.Code, r => $"ZF@{r.Code}"), SubItemNames.Read(RepositoryFiles.Data)).Make());
    });
}
