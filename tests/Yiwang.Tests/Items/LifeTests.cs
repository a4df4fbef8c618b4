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

public sealed class LifeOnSqlite(SqliteSite site) : LifeTests(site), IClassFixture<SqliteSite>;

public sealed class LifeOnPostgres(PostgresSite site) : LifeTests(site), IClassFixture<PostgresSite>;

/// <summary>The life of an item, from its draft to its end, at the desk. Each test has an item of its own.</summary>
public abstract class LifeTests(Site site)
{
    private static readonly RegionCode Haishu = RegionCode.Parse("330203", null);

    [Fact]
    public async Task A_change_takes_effect_after_two_reviews_as_a_new_version_and_open_cases_keep_theirs()
    {
        using var channel = await Channel.For(site);
        using var editor = await Keeper.SignIn(site, "editor-ningbo");
        using var visitor = new PageClient(site.Address);
        var number = await channel.Submitted();
        var change = await editor.Begin(Channel.Item, "change");
        await editor.Edit(change, "basics", ("e.name", "个体工商户设立登记（变更后）"));
        await editor.Edit(change, "limits", ("e.legalDays", "30"), ("e.promisedDays", "7"));
        var early = await editor.Step(change, "submit");
        await editor.Plan(change);
        var draft = await Offer(Channel.Item, Haishu);
        await Approve(editor, change);

        var offer = await Offer(Channel.Item, Haishu);
        var (_, guide) = await visitor.Read($"items/{Channel.Item}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("请填写调整原因", early.Errors, StringComparison.Ordinal);
        Assert.NotEqual(7, draft.Item.Limits.PromisedDays);
        Assert.Equal(("个体工商户设立登记（变更后）", 7, 2, 2), (offer.Item.Name, offer.Item.Limits.PromisedDays, offer.Item.Version, offer.BaseVersion));
        Assert.False(offer.Item.IsSample("promised_limit"));
        Assert.Contains("个体工商户设立登记（变更后）", guide, StringComparison.Ordinal);
        // The case goes on under the version of its day; what is submitted now goes under the new one.
        Assert.Equal(1, await Version(number));
        Assert.Equal("个体工商户注册登记", (await Catalogue.Version(ItemCode.Parse(Channel.Item, null), Haishu, 1, default))!.Name);
        Assert.Equal(2, await Version(await channel.Submitted()));
        Assert.Contains("第 2 版", (await editor.Read($"desk/items/{Channel.Item}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reviews_the_own_draft_nor_twice_and_who_has_another_post_can_not_review()
    {
        const string password = "Keeper-of-items-2026";
        await Account("keeper-one", password, "editor", "item-reviewer", "legal-reviewer");
        await Account("keeper-two", password, "item-reviewer", "legal-reviewer");
        using var one = await Keeper.SignIn(site, "keeper-one", password);
        using var two = await Keeper.SignIn(site, "keeper-two", password);
        using var editor = await Keeper.SignIn(site, "editor-ningbo");
        var change = await one.Begin("XK-SCJG-005", "suspend");
        await one.Plan(change);
        Assert.Equal(HttpStatusCode.OK, (await one.Step(change, "submit")).Status);

        var own = await one.Step(change, "approve");
        var (_, editors) = await editor.Read($"desk/item-changes/{change}");
        var first = await two.Step(change, "approve");
        var second = await two.Step(change, "approve");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden), (own.Status, first.Status, second.Status));
        Assert.DoesNotContain("审核通过</button>", editors, StringComparison.Ordinal);
        Assert.Null((await Offer("XK-SCJG-005", Haishu)).Item.Suspension);
    }

    [Fact]
    public async Task Of_two_editors_with_one_draft_the_later_is_told_and_nothing_is_lost()
    {
        using var first = await Keeper.SignIn(site, "editor-ningbo");
        using var second = await Keeper.SignIn(site, "editor-ningbo");
        var change = await first.Begin("XK-SCJG-006", "change");
        var page = $"desk/item-changes/{change}/edit/conditions";
        var opened = await second.Form(page, "elements");
        await first.Edit(change, "conditions", ("e.quota", "每年十家"));

        var (status, text) = await second.SendOpened(page, "elements", opened, ("e.quota", "每年二十家"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("刚刚已被更改", Keeper.Errors(text), StringComparison.Ordinal);
        Assert.Contains("每年二十家", text, StringComparison.Ordinal);
        Assert.Contains("每年十家", (await first.Read(page)).Text, StringComparison.Ordinal);
        Assert.Contains("有一项未完成的变更", (await second.Read("desk/items/XK-SCJG-006")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_county_may_promise_less_time_but_not_more_and_stays_behind_a_base_item_that_it_would_worsen()
    {
        using var county = await Keeper.SignIn(site, "editor-haishu");
        using var city = await Keeper.SignIn(site, "editor-ningbo");
        const string item = "XK-SCJG-008";
        var days = (await Offer(item, Haishu)).Item.Limits.PromisedDays;
        var own = await county.Begin(item, "adopt", "330203");
        var worse = await county.Send($"desk/item-changes/{own}/edit/own", "elements", ("e.promisedDays", Text(days + 1)));
        await county.Edit(own, "own", ("e.promisedDays", Text(days - 1)), ("e.consultVia", "0574-87180000"));
        await county.Plan(own);
        await Approve(county, own);
        var shorter = await Offer(item, Haishu);
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
        Assert.Equal((days - 1, true, 1), (left.Item.Limits.PromisedDays, left.Behind, left.BaseVersion));
        Assert.Equal((days - 2, false, 2), (others.Item.Limits.PromisedDays, others.Behind, others.BaseVersion));
        Assert.Contains(item, behind, StringComparison.Ordinal);
        Assert.Equal((days - 2, false, 3, "0574-87180000"), (followed.Item.Limits.PromisedDays, followed.Behind, followed.Item.Version, followed.Item.ConsultVia));
        Assert.DoesNotContain(item, (await county.Read("desk/items?show=behind")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_item_can_not_be_applied_for_until_it_is_resumed_and_a_cancelled_one_never_again()
    {
        using var editor = await Keeper.SignIn(site, "editor-ningbo");
        using var channel = await Channel.For(site);
        const string item = "XK-WJW-036";
        var code = ItemCode.Parse(item, null);
        var places = await Catalogue.Places(code, default);
        var region = places[0].Region.Code;
        await Do(editor, item, "suspend");
        var suspended = await Catalogue.Offer(code, region, default);
        var refused = await channel.Submit(await channel.Application(item, region.ShortForm));
        await Do(editor, item, "resume");
        var resumed = await Catalogue.Offer(code, region, default);
        await Do(editor, item, "cancel");

        Assert.Equal("item-suspended", suspended.Refusal?.Code);
        Assert.Equal("item-suspended", refused.Code);
        Assert.True(resumed.IsDone);
        Assert.Equal("unknown-item", (await Catalogue.Offer(code, region, default)).Refusal?.Code);
        Assert.Contains("已取消", (await editor.Read($"desk/items/{item}")).Text, StringComparison.Ordinal);
        Assert.Equal(places[0].Item.Name, (await Catalogue.Version(code, region, 1, default))!.Name);
    }

    [Fact]
    public async Task A_change_with_a_time_takes_effect_then_and_one_whose_ground_has_gone_comes_back_to_its_editor()
    {
        using var editor = await Keeper.SignIn(site, "editor-ningbo");
        const string item = "XK-SCJG-009";
        var at = WorkCalendar.InNingbo(site.Clock.GetUtcNow().AddHours(30)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var change = await editor.Begin(item, "change");
        await editor.Edit(change, "conditions", ("e.quota", "定时生效的数量限制"));
        await editor.Plan(change, at);
        await Approve(editor, change);
        var (_, waiting) = await editor.Read($"desk/item-changes/{change}");
        await Due();
        var before = (await Offer(item, Haishu)).Item.Quota;
        site.Clock.Forward(TimeSpan.FromHours(31));
        await Due();
        site.Clock.Back();
        var after = (await Offer(item, Haishu)).Item.Quota;
        // A second one starts from a version that an import replaces before its time.
        var late = await editor.Begin(item, "change");
        await editor.Edit(late, "conditions", ("e.quota", "来不及的数量限制"));
        await editor.Plan(late, at);
        await Approve(editor, late);
        using var data = new ReferenceFolder();
        data.Change("items.json", text => text.Replace("食品经营许可（变更、延续、补办、注销）", "食品经营许可（变更及延续等）", StringComparison.Ordinal));
        data.Change("forms.json", text => text + " ");
        Assert.Empty((await data.ImportInto(site)).Problems);
        site.Clock.Forward(TimeSpan.FromHours(31));
        await Due();
        site.Clock.Back();

        Assert.Contains("待发布", waiting, StringComparison.Ordinal);
        Assert.Equal(("", "定时生效的数量限制"), (before, after));
        var (_, back) = await editor.Read($"desk/item-changes/{late}");
        Assert.Contains("已退回", back, StringComparison.Ordinal);
        Assert.Contains("请核对后重新起草", back, StringComparison.Ordinal);
        Assert.Equal("", (await Offer(item, Haishu)).Item.Quota);
    }

    [Fact]
    public async Task What_the_city_gives_down_ends_there_when_a_county_takes_it_over_and_the_desk_warns_of_those_that_have_not()
    {
        using var city = await Keeper.SignIn(site, "editor-ningbo");
        using var county = await Keeper.SignIn(site, "editor-haishu");
        var item = await CityOnly();
        var at = WorkCalendar.InNingbo(site.Clock.GetUtcNow().AddHours(30)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var given = await city.Begin(item, "delegate");
        await city.Plan(given, at, "330203000000", "330205000000");
        await Approve(city, given);
        var (_, warned) = await city.Read($"desk/item-changes/{given}");
        var (_, offered) = await county.Read($"desk/items/{item}");
        var taken = Keeper.ChangeIn(offered);
        await Approve(county, taken);
        site.Clock.Forward(TimeSpan.FromHours(31));
        await Due();
        await Due();
        site.Clock.Back();

        Assert.Contains("海曙区还没有批准承接", warned, StringComparison.Ordinal);
        Assert.Contains("江北区还没有批准承接", warned, StringComparison.Ordinal);
        var places = await Catalogue.Places(ItemCode.Parse(item, null), default);
        Assert.Equal([Haishu], places.Select(p => p.Region.Code));
        Assert.Equal("上级下放", places[0].Item.PowerSource);
        var (_, later) = await city.Read($"desk/item-changes/{given}");
        Assert.DoesNotContain("海曙区还没有批准承接", later, StringComparison.Ordinal);
        Assert.Contains("江北区还没有批准承接", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_item_is_the_citys_first_and_counties_find_it_among_those_to_take_over()
    {
        using var city = await Keeper.SignIn(site, "editor-ningbo");
        using var county = await Keeper.SignIn(site, "editor-haishu");
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
    public async Task A_department_that_was_dissolved_a_main_item_in_a_circle_and_words_that_nobody_knows_are_refused()
    {
        using var editor = await Keeper.SignIn(site, "editor-ningbo");
        var change = await editor.Begin("XK-SCJG-011", "change");
        await editor.Plan(change);
        await editor.Edit(change, "basics", ("e.main", "XK-SCJG-012"));
        var main = await editor.Begin("XK-SCJG-012", "change");
        await editor.Plan(main);
        await editor.Edit(main, "basics", ("e.main", "XK-SCJG-011"));
        await Approve(editor, main);
        var circle = await editor.Step(change, "submit");
        var code = await editor.Send($"desk/item-changes/{change}/edit/basics", "elements", ("e.catalogCode", "12345"), ("e.department", "GONE"));
        await site.In(async s =>
        {
            var db = s.GetRequiredService<YiwangDb>();
            var draft = await db.Set<ItemChange>().SingleAsync(c => c.Id == change);
            draft.Propose(draft.Item with { Department = "LYJ", Main = null });
            return await db.SaveChangesAsync();
        });
        var dissolved = await editor.Step(change, "submit");

        Assert.Contains("主项循环：XK-SCJG-011 → XK-SCJG-012 → XK-SCJG-011", circle.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, code.Status);
        Assert.Contains("事项基本编码应为 12 位数字", Keeper.Errors(code.Text), StringComparison.Ordinal);
        Assert.Contains("主管部门“GONE”不在可选的范围内", Keeper.Errors(code.Text), StringComparison.Ordinal);
        Assert.Contains("已撤销", dissolved.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_of_a_county_reaches_neither_the_citys_items_nor_those_of_another_county()
    {
        using var city = await Keeper.SignIn(site, "editor-ningbo");
        using var county = await Keeper.SignIn(site, "editor-haishu");
        using var window = await Keeper.SignIn(site, "window-haishu");
        var change = await city.Begin("XK-GAJ-022", "suspend");
        var (_, page) = await county.Read("desk/items/XK-GAJ-022?region=330205");

        Assert.Equal(HttpStatusCode.NotFound, (await county.Read($"desk/item-changes/{change}")).Status);
        Assert.DoesNotContain("基本目录，影响全市", page, StringComparison.Ordinal);
        Assert.Contains("海曙区的实施清单", page, StringComparison.Ordinal);
        Assert.Contains("您的账户不能使用这一页", (await window.Read("desk/items")).Text, StringComparison.Ordinal);
        Assert.Contains("您的账户不能使用这一页", (await window.Read($"desk/item-changes/{change}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_the_reference_data_again_leaves_what_editors_changed_since()
    {
        using var editor = await Keeper.SignIn(site, "editor-ningbo");
        const string item = "XK-WJW-040";
        var change = await editor.Begin(item, "change");
        await editor.Edit(change, "conditions", ("e.quota", "编辑写的数量限制"));
        await editor.Plan(change);
        await Approve(editor, change);
        using var same = new ReferenceFolder();
        Assert.Empty((await same.ImportInto(site)).Problems);

        var offer = await Offer(item, Haishu);

        Assert.Equal(("编辑写的数量限制", 2), (offer.Item.Quota, offer.Item.Version));
    }

    private ICatalogue Catalogue => site.Services.GetRequiredService<ICatalogue>();

    private async Task<ItemOffer> Offer(string item, RegionCode region) => (await Catalogue.Offer(ItemCode.Parse(item, null), region, default)).Value;

    private Task<int> Due() => site.Services.GetRequiredService<PublishDue>().Publish(default);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<int> Version(string number) => site.In(s => s.GetRequiredService<YiwangDb>().Set<Acceptance.Cases.Case>().Where(c => c.Number == CaseNumber.Parse(number, null)).Select(c => c.ItemVersion).SingleAsync());

    private Task<string> Latest(string name) => site.In(async s => (await s.GetRequiredService<YiwangDb>().Set<ItemVersion>().SingleAsync(v => v.Name == name)).Code.Value);

    /// <summary>An item that the city alone carries out, of a department that Haishu and Jiangbei have too.</summary>
    private async Task<string> CityOnly()
    {
        var directory = site.Services.GetRequiredService<Directory.IDirectory>();
        var versions = await site.In(s => s.GetRequiredService<YiwangDb>().Set<ItemVersion>().Where(v => v.EndedAt == null && v.Levels == "市级").OrderBy(v => v.Code).ToListAsync());
        foreach (var version in versions)
        {
            if (await directory.Competent(version.Department, Haishu, default) is not null && await directory.Competent(version.Department, RegionCode.Parse("330205", null), default) is not null && version.Read().OnApplication) return version.Code.Value;
        }
        throw new InvalidOperationException("No such item.");
    }

    private async Task Approve(Keeper editor, string change)
    {
        using var reviewer = await Keeper.SignIn(site, "reviewer-ningbo");
        using var lawyer = await Keeper.SignIn(site, "legal-ningbo");
        foreach (var (who, step) in new[] { (editor, "submit"), (reviewer, "approve"), (lawyer, "approve") })
        {
            var (status, errors) = await who.Step(change, step);
            Assert.True(status is HttpStatusCode.OK, $"{step}: {status} {errors}");
        }
    }

    private async Task Do(Keeper editor, string item, string act)
    {
        var change = await editor.Begin(item, act);
        await editor.Plan(change);
        await Approve(editor, change);
    }

    private async Task Account(string name, string password, params string[] posts) =>
        Assert.True((await site.In(s => s.GetRequiredService<IAccounts>().Add(new("official", name, "测试员", Region: "330200", Posts: posts), password, default))).IsDone);
}
