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

/// <summary>The life of an item, from its draft to its end, at the desk.</summary>
public abstract class LifeTests(Site site) : ItemStories(site)
{
    [Fact]
    public async Task A_change_takes_effect_after_two_reviews_as_a_new_version_and_open_cases_keep_theirs()
    {
        using var channel = await Channel.For(Here);
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        using var visitor = new PageClient(Here.Address);
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
        using var one = await Keeper.SignIn(Here, "keeper-one", password);
        using var two = await Keeper.SignIn(Here, "keeper-two", password);
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
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
        using var first = await Keeper.SignIn(Here, "editor-ningbo");
        using var second = await Keeper.SignIn(Here, "editor-ningbo");
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
    public async Task A_suspended_item_can_not_be_applied_for_until_it_is_resumed_and_a_cancelled_one_never_again()
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        using var channel = await Channel.For(Here);
        const string item = "XK-WJW-036";
        var code = ItemCode.Parse(item, null);
        var places = await Catalogue.Places(code, default);
        var region = places[0].Region.Code;
        await Do(editor, item, "suspend");
        var suspended = await Catalogue.Offer(code, region, default);
        using var visitor = new PageClient(Here.Address);
        var (_, guide) = await visitor.Read($"items/{item}");
        var refused = await channel.Submit(await channel.Application(item, region.ShortForm));
        await Do(editor, item, "resume");
        var resumed = await Catalogue.Offer(code, region, default);
        await Do(editor, item, "cancel");

        Assert.Equal("item-suspended", suspended.Refusal?.Code);
        Assert.Equal("item-suspended", refused.Code);
        Assert.Contains("暂停办理", guide, StringComparison.Ordinal);
        Assert.DoesNotContain("在线办理</a>", guide, StringComparison.Ordinal);
        Assert.True(resumed.IsDone);
        Assert.Equal("unknown-item", (await Catalogue.Offer(code, region, default)).Refusal?.Code);
        Assert.Contains("已取消", (await editor.Read($"desk/items/{item}")).Text, StringComparison.Ordinal);
        Assert.Equal(places[0].Item.Name, (await Catalogue.Version(code, region, 1, default))!.Name);
    }

    [Fact]
    public async Task A_change_with_a_time_takes_effect_then_and_one_whose_ground_has_gone_comes_back_to_its_editor()
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        const string item = "XK-SCJG-009";
        var at = WorkCalendar.InNingbo(Here.Clock.GetUtcNow().AddHours(30)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var change = await editor.Begin(item, "change");
        await editor.Edit(change, "conditions", ("e.quota", "定时生效的数量限制"));
        await editor.Plan(change, at);
        await Approve(editor, change);
        var (_, waiting) = await editor.Read($"desk/item-changes/{change}");
        await Due();
        var before = (await Offer(item, Haishu)).Item.Quota;
        Here.Clock.Forward(TimeSpan.FromHours(31));
        await Due();
        Here.Clock.Back();
        var after = (await Offer(item, Haishu)).Item.Quota;
        // A second one starts from a version that an import replaces before its time.
        var late = await editor.Begin(item, "change");
        await editor.Edit(late, "conditions", ("e.quota", "来不及的数量限制"));
        await editor.Plan(late, at);
        await Approve(editor, late);
        using var data = new ReferenceFolder();
        data.Change("items.json", text => text.Replace("食品经营许可（变更、延续、补办、注销）", "食品经营许可（变更及延续等）", StringComparison.Ordinal));
        data.Change("forms.json", text => text + " ");
        Assert.Empty((await data.ImportInto(Here)).Problems);
        Here.Clock.Forward(TimeSpan.FromHours(31));
        await Due();
        Here.Clock.Back();

        Assert.Contains("待发布", waiting, StringComparison.Ordinal);
        Assert.Equal(("", "定时生效的数量限制"), (before, after));
        var (_, back) = await editor.Read($"desk/item-changes/{late}");
        Assert.Contains("已退回", back, StringComparison.Ordinal);
        Assert.Contains("请核对后重新起草", back, StringComparison.Ordinal);
        Assert.Equal("", (await Offer(item, Haishu)).Item.Quota);
    }

    [Fact]
    public async Task A_department_that_was_dissolved_a_main_item_in_a_circle_and_words_that_nobody_knows_are_refused()
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        var change = await editor.Begin("XK-SCJG-011", "change");
        await editor.Plan(change);
        await editor.Edit(change, "basics", ("e.main", "XK-SCJG-012"));
        var main = await editor.Begin("XK-SCJG-012", "change");
        await editor.Plan(main);
        await editor.Edit(main, "basics", ("e.main", "XK-SCJG-011"));
        await Approve(editor, main);
        var circle = await editor.Step(change, "submit");
        var code = await editor.Send($"desk/item-changes/{change}/edit/basics", "elements", ("e.catalogCode", "12345"), ("e.department", "GONE"));
        await Here.In(async s =>
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
    public async Task Importing_the_reference_data_again_leaves_what_editors_changed_since()
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        const string item = "XK-WJW-040";
        var change = await editor.Begin(item, "change");
        await editor.Edit(change, "conditions", ("e.quota", "编辑写的数量限制"));
        await editor.Plan(change);
        await Approve(editor, change);
        using var same = new ReferenceFolder();
        Assert.Empty((await same.ImportInto(Here)).Problems);

        var offer = await Offer(item, Haishu);

        Assert.Equal(("编辑写的数量限制", 2), (offer.Item.Quota, offer.Item.Version));
    }

    private Task<int> Version(string number) => Here.In(s => s.GetRequiredService<YiwangDb>().Set<Acceptance.Cases.Case>().Where(c => c.Number == CaseNumber.Parse(number, null)).Select(c => c.ItemVersion).SingleAsync());

    private async Task Do(Keeper editor, string item, string act)
    {
        var change = await editor.Begin(item, act);
        await editor.Plan(change);
        await Approve(editor, change);
    }

    private async Task Account(string name, string password, params string[] posts) =>
        Assert.True((await Here.In(s => s.GetRequiredService<IAccounts>().Add(new("official", name, "测试员", Region: "330200", Posts: posts), password, default))).IsDone);
}
