using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Catalogue;
using Yiwang.Catalogue.Changes;
using Yiwang.Identity.Accounts;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Items;

public sealed class TakingOverOnSqlite(SqliteSite site) : TakingOverTests(site), IClassFixture<SqliteSite>;

public sealed class TakingOverOnPostgres(PostgresSite site) : TakingOverTests(site), IClassFixture<PostgresSite>;

/// <summary>What regions do with the items of the city: take them over, stay behind, follow.</summary>
public abstract class TakingOverTests(Site site) : ItemStories(site)
{
    [Fact]
    public async Task A_county_may_promise_less_time_but_not_more_and_stays_behind_a_base_item_that_it_would_worsen()
    {
        using var county = await Keeper.SignIn(Here, "editor-haishu");
        using var city = await Keeper.SignIn(Here, "editor-ningbo");
        const string item = "XK-SCJG-008";
        var days = (await Offer(item, Haishu)).Item.Limits.PromisedDays;
        var own = await county.Begin(item, "adopt", "330203");
        var worse = await county.Send($"desk/item-changes/{own}/edit/own", "elements", ("e.promisedDays", Text(days + 1)));
        await county.Edit(own, "own", ("e.promisedDays", Text(days - 1)), ("e.consultVia", "0574-87180000"));
        await county.Plan(own);
        await Approve(county, own);
        var shorter = await Offer(item, Haishu);
        using var visitor = new PageClient(Here.Address);
        var (_, guide) = await visitor.Read($"sites/330203/items/{item}");
        var (_, elsewhere) = await visitor.Read($"sites/330205/items/{item}");
        var change = await city.Begin(item, "change");
        await city.Edit(change, "limits", ("e.promisedDays", Text(days - 2)));
        await city.Plan(change);
        await Approve(city, change);
        var left = await Offer(item, Haishu);
        var others = await Offer(item, RegionCode.Parse("330205", null));
        var (_, behind) = await county.Read("desk/items?show=behind");
        var follow = await county.Begin(item, "adopt", "330203");
        await county.Edit(follow, "own", ("e.promisedDays", ""));
        await county.Plan(follow);
        await Approve(county, follow);
        var followed = await Offer(item, Haishu);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, worse.Status);
        Assert.Contains("只能缩短期限", Keeper.Errors(worse.Text), StringComparison.Ordinal);
        Assert.Equal((days - 1, "0574-87180000", 2, 1), (shorter.Item.Limits.PromisedDays, shorter.Item.ConsultVia, shorter.Item.Version, shorter.BaseVersion));
        Assert.Contains($"{days - 1} 个工作日", guide, StringComparison.Ordinal);
        Assert.Contains("0574-87180000", guide, StringComparison.Ordinal);
        Assert.Contains($"{days} 个工作日", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain("0574-87180000", elsewhere, StringComparison.Ordinal);
        Assert.Equal((days - 1, true, 1), (left.Item.Limits.PromisedDays, left.Behind, left.BaseVersion));
        Assert.Equal((days - 2, false, 2), (others.Item.Limits.PromisedDays, others.Behind, others.BaseVersion));
        Assert.Contains(item, behind, StringComparison.Ordinal);
        Assert.Equal((days - 2, false, 3, "0574-87180000"), (followed.Item.Limits.PromisedDays, followed.Behind, followed.Item.Version, followed.Item.ConsultVia));
        Assert.DoesNotContain(item, (await county.Read("desk/items?show=behind")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_city_gives_down_ends_there_when_a_county_takes_it_over_and_the_desk_warns_of_those_that_have_not()
    {
        using var city = await Keeper.SignIn(Here, "editor-ningbo");
        using var county = await Keeper.SignIn(Here, "editor-haishu");
        var item = await CityOnly();
        var at = WorkCalendar.InNingbo(Here.Clock.GetUtcNow().AddHours(30)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var given = await city.Begin(item, "delegate");
        await city.Plan(given, at, "330203000000", "330205000000");
        await Approve(city, given);
        var (_, warned) = await city.Read($"desk/item-changes/{given}");
        var (_, offered) = await county.Read($"desk/items/{item}");
        var taken = Keeper.ChangeIn(offered);
        await Approve(county, taken);
        Here.Clock.Forward(TimeSpan.FromHours(31));
        await Due();
        await Due();
        Here.Clock.Back();

        Assert.Contains("海曙区还没有批准承接", warned, StringComparison.Ordinal);
        Assert.Contains("江北区还没有批准承接", warned, StringComparison.Ordinal);
        var places = await Catalogue.Places(ItemCode.Parse(item, null), default);
        Assert.Equal([Haishu], places.Select(p => p.Region.Code));
        Assert.Equal("上级下放", places[0].Item.PowerSource);
        var (_, later) = await city.Read($"desk/item-changes/{given}");
        Assert.DoesNotContain("海曙区还没有批准承接", later, StringComparison.Ordinal);
        Assert.Contains("江北区还没有批准承接", later, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("330203001000", "南门街道")]
    [InlineData("330203001001", "澄浪社区")]
    public async Task A_town_and_a_village_take_over_what_they_may_carry_out_with_a_place_of_their_own_and_nothing_else(string region, string name)
    {
        using var county = await Keeper.SignIn(Here, "editor-haishu");
        const string item = "QR-GAJ-007";
        var code = RegionCode.Parse(region, null);
        var days = (await Offer(item, Haishu)).Item.Limits.PromisedDays;
        var own = await county.Begin(item, "adopt", region);
        await county.Edit(own, "own", ("e.promisedDays", Text(days - 1)), ("e.places.0.0", $"{name}便民服务点"), ("e.places.0.1", "示例路 1 号"));
        await county.Plan(own);
        await Approve(county, own);
        var offer = await Offer(item, code);
        using var visitor = new PageClient(Here.Address);
        var (_, guide) = await visitor.Read($"sites/{region}/items/{item}");
        var (_, around) = await visitor.Read($"sites/330203/items/{item}");
        var beyond = await county.Begin(await CityOnly(), "adopt", region);
        await county.Plan(beyond);
        var refused = await county.Step(beyond, "submit");

        Assert.Equal((code, days - 1), (offer.Region.Code, offer.Item.Limits.PromisedDays));
        Assert.Contains($"{name}便民服务点", guide, StringComparison.Ordinal);
        Assert.DoesNotContain($"{name}便民服务点", around, StringComparison.Ordinal);
        Assert.Contains("本地区不能承接", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_item_is_the_citys_first_and_counties_find_it_among_those_to_take_over()
    {
        using var city = await Keeper.SignIn(Here, "editor-ningbo");
        using var county = await Keeper.SignIn(Here, "editor-haishu");
        var (_, address, _) = await city.Send("desk/item-changes/new", "new-item", ("Form.Name", "月湖龙舟训练场地许可"), ("Form.Category", "行政许可"), ("Form.Department", "SCJG"));
        var change = address.Split('/', '?')[3];
        await city.Plan(change);
        var early = await city.Step(change, "submit");
        await city.Edit(change, "basics", ("e.levels", "市级"), ("e.levels", "县级"));
        await city.Edit(change, "basis", ("e.legalBasis.0.0", "全民健身条例"), ("e.legalBasis.0.1", "第三十二条"));
        await city.Edit(change, "conditions", ("e.applicants", "企业法人"), ("e.conditions", "有固定场所\n有专职人员"));
        await city.Edit(change, "materials", ("e.materials.0.0", "场地使用申请表"), ("e.materials.0.1", "是"), ("e.materials.1.0", "其他材料"));
        var catchAll = await city.Step(change, "submit");
        await city.Edit(change, "materials", ("e.materials.1.remove", "是"));
        await Approve(city, change);
        var code = ItemCode.Parse(await Latest("月湖龙舟训练场地许可"), null);
        var (_, untaken) = await county.Read("desk/items?show=untaken");
        var first = await Catalogue.Offer(code, Haishu, default);
        var adopt = await county.Begin(code.Value, "adopt", "330203");
        await county.Plan(adopt);
        await Approve(county, adopt);

        Assert.Contains("行政权力事项应有设定依据", early.Errors, StringComparison.Ordinal);
        Assert.Contains("兜底条款", catchAll.Errors, StringComparison.Ordinal);
        Assert.Contains("月湖龙舟训练场地许可", untaken, StringComparison.Ordinal);
        Assert.Equal("item-not-offered", first.Refusal?.Code);
        Assert.True((await Catalogue.Offer(code, RegionCode.Ningbo, default)).IsDone);
        var offer = await Offer(code.Value, Haishu);
        Assert.Equal("SCJG@330203", offer.Department.Code);
        Assert.Equal(["有固定场所", "有专职人员"], offer.Item.Conditions);
        Assert.Equal(["场地使用申请表"], offer.Item.Materials.Select(m => m.Name));
    }

    [Fact]
    public async Task An_editor_of_a_county_reaches_neither_the_citys_items_nor_those_of_another_county()
    {
        using var city = await Keeper.SignIn(Here, "editor-ningbo");
        using var county = await Keeper.SignIn(Here, "editor-haishu");
        using var window = await Keeper.SignIn(Here, "window-haishu");
        var change = await city.Begin("XK-GAJ-022", "suspend");
        var (_, page) = await county.Read("desk/items/XK-GAJ-022?region=330205");

        Assert.Equal(HttpStatusCode.NotFound, (await county.Read($"desk/item-changes/{change}")).Status);
        Assert.DoesNotContain("基本目录，影响全市", page, StringComparison.Ordinal);
        Assert.Contains("海曙区的实施清单", page, StringComparison.Ordinal);
        Assert.Contains("您的账户不能使用这一页", (await window.Read("desk/items")).Text, StringComparison.Ordinal);
        Assert.Contains("您的账户不能使用这一页", (await window.Read($"desk/item-changes/{change}")).Text, StringComparison.Ordinal);
    }

    private Task<string> Latest(string name) => Here.In(async s => (await s.GetRequiredService<YiwangDb>().Set<ItemVersion>().SingleAsync(v => v.Name == name)).Code.Value);

    /// <summary>An item that the city alone carries out, of a department that Haishu and Jiangbei have too.</summary>
    private async Task<string> CityOnly()
    {
        var directory = Here.Services.GetRequiredService<Directory.IDirectory>();
        var versions = await Here.In(s => s.GetRequiredService<YiwangDb>().Set<ItemVersion>().Where(v => v.EndedAt == null && v.Levels == "市级").OrderBy(v => v.Code).ToListAsync());
        foreach (var version in versions)
        {
            if (await directory.Competent(version.Department, Haishu, default) is not null && await directory.Competent(version.Department, RegionCode.Parse("330205", null), default) is not null && version.Read().OnApplication) return version.Code.Value;
        }
        throw new InvalidOperationException("No such item.");
    }
}
