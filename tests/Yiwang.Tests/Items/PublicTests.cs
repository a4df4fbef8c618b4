using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Catalogue;
using Yiwang.Catalogue.Lists;
using Yiwang.Catalogue.Reductions;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Items;

public sealed class PublicOnSqlite(SqliteSite site) : PublicTests(site), IClassFixture<SqliteSite>;

public sealed class PublicOnPostgres(PostgresSite site) : PublicTests(site), IClassFixture<PostgresSite>;

/// <summary>What the public sees of an item's life: its versions, its parts, what it asks for less, and that it is no more.</summary>
public abstract class PublicTests(Site site) : ItemStories(site)
{
    [Fact]
    public async Task A_cancelled_item_says_so_with_the_reason_and_its_versions_stay()
    {
        const string code = "XK-SCJG-010";
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        using var visitor = new PageClient(Here.Address);
        using var channel = await Channel.For(Here);
        var change = await editor.Begin(code, "cancel");
        await editor.Plan(change);
        var name = (await Catalogue.Current(ItemCode.Parse(code, null), default))!.Name;
        await Approve(editor, change);

        var guide = await visitor.Read($"items/{code}");
        var county = await visitor.Read($"sites/330203/items/{code}");
        var versions = await visitor.Read($"items/{code}/versions");
        var api = await channel.Http.GetAsync($"api/v1/items/{code}");

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.OK, HttpStatusCode.Gone), (guide.Status, county.Status, versions.Status, api.StatusCode));
        Assert.Contains("这个事项已取消", guide.Text, StringComparison.Ordinal);
        Assert.Contains("按改革要求调整", guide.Text, StringComparison.Ordinal);
        Assert.Contains(name, guide.Text, StringComparison.Ordinal);
        Assert.Contains("已取消", versions.Text, StringComparison.Ordinal);
        Assert.Equal("item-cancelled", JsonNode.Parse(await api.Content.ReadAsStringAsync())!["code"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Read("items/XK-SCJG-998")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Read("items/XK-SCJG-998/versions")).Status);
    }

    [Fact]
    public async Task Anybody_may_compare_the_versions_of_an_item_as_a_region_carries_it_out()
    {
        const string code = "XK-SCJG-011";
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        using var visitor = new PageClient(Here.Address);
        await Published(editor, new JsonObject { ["事项编码"] = code, ["办理结果"] = "新的批准文件" });

        var page = await visitor.Read($"sites/330203/items/{code}/versions");
        var same = await visitor.Read($"sites/330203/items/{code}/versions?from=2&to=2");
        var odd = await visitor.Read($"sites/330203/items/{code}/versions?from=99&to=x");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (page.Status, same.Status, odd.Status));
        Assert.Contains("从第 1 版到第 2 版", page.Text, StringComparison.Ordinal);
        Assert.Contains("<ins>新的批准文件</ins>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<ins>", same.Text, StringComparison.Ordinal);
        Assert.Contains("从第 1 版到第 2 版", odd.Text, StringComparison.Ordinal);
        Assert.Contains($"/sites/330203/items/{code}/versions", (await visitor.Read($"sites/330203/items/{code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_main_item_and_its_parts_lead_to_one_another()
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        using var visitor = new PageClient(Here.Address);
        var like = await Json(editor, "XK-SCJG-012");
        (like["事项编码"], like["事项名称"], like["版本"]) = ("XK-SCJG-012-01", "子项示例", null);
        await Published(editor, like);

        await Until(async () => (await visitor.Read("items/XK-SCJG-012")).Text.Contains("子项示例", StringComparison.Ordinal));
        Assert.Contains("/items/XK-SCJG-012\"", (await visitor.Read("items/XK-SCJG-012-01")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("所属主项", (await visitor.Read("items/XK-SCJG-012")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_region_carries_out_is_what_the_API_says_of_the_region()
    {
        using var channel = await Channel.For(Here);
        using var editor = await Keeper.SignIn(Here, "editor-haishu");
        var own = (await Offer("XK-SCJG-006", Haishu)).Item.Limits.PromisedDays - 1;
        await Published(editor, new JsonObject { ["事项编码"] = "XK-SCJG-006", ["承诺期限（工作日）"] = own }, "330203");

        var all = JsonNode.Parse(await channel.Http.GetStringAsync("api/v1/items/XK-SCJG-006"))!["item"]!;
        var here = JsonNode.Parse(await channel.Http.GetStringAsync("api/v1/items/XK-SCJG-006?region=330203"))!["item"]!;

        Assert.Equal((own + 1, own), (all["limits"]!["promisedDays"]!.GetValue<int>(), here["limits"]!["promisedDays"]!.GetValue<int>()));
        Assert.Equal((1, 2), (all["version"]!.GetValue<int>(), here["version"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await channel.Http.GetAsync("api/v1/items/XK-SCJG-006?region=x")).StatusCode);
    }

    [Fact]
    public async Task What_is_asked_for_less_is_published_with_its_day_and_reason_and_taken_off_when_it_is_asked_for_again()
    {
        const string code = "XK-SCJG-009";
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        using var county = await Keeper.SignIn(Here, "editor-haishu");
        using var visitor = new PageClient(Here.Address);
        JsonObject Materials(params string[] rows) => new() { ["事项编码"] = code, ["申请材料"] = new JsonArray([.. rows.Select(r => r.Split('/')).Select(c => new JsonObject
        {
            ["材料名称"] = c[0], ["必要"] = c[1] == "是", ["形式"] = "原件1份", ["份数"] = 1, ["来源"] = "申请人自备", ["可容缺后补"] = c.Length > 2,
        })]) };
        await Published(editor, Materials("申请书/是", "场地证明/是", "承诺书/是", "照片/是"));
        var first = await Holding(code);
        await Published(editor, Materials("申请书（新）/是", "承诺书/否", "照片/是/缓"));
        var second = await Holding(code);
        await Published(county, new JsonObject { ["事项编码"] = code, ["不再要求的材料"] = new JsonArray("照片") }, "330203");
        var own = await visitor.Read($"sites/330203/items/{code}");
        var list = await visitor.Read($"open/reductions?q={code}");
        var narrowed = await visitor.Read($"sites/330203/open/reductions?q={Uri.EscapeDataString("照片")}&group={Uri.EscapeDataString("取消")}");
        var file = Encoding.UTF8.GetString((await visitor.Fetch("sites/330203/open/reductions.csv")).Content);
        await Published(editor, Materials("申请书（新）/是", "场地证明/是", "承诺书/是", "照片/是/缓"));
        var third = await Holding(code);

        Assert.DoesNotContain(first, r => r.Kind is not ReductionKind.Dropped);
        // A material that only got another name is none less.
        Assert.Equal([("场地证明", ReductionKind.Dropped), ("承诺书", ReductionKind.Optional), ("照片", ReductionKind.Deferrable)], Since(first, second));
        Assert.All(second.Except(first), r => Assert.Equal("按改革要求批量调整", r.Reason));
        Assert.Contains("场地证明：取消", own.Text, StringComparison.Ordinal);
        Assert.Contains("照片：取消", own.Text, StringComparison.Ordinal);
        Assert.Contains("改为非必要", list.Text, StringComparison.Ordinal);
        Assert.Contains("海曙区", narrowed.Text, StringComparison.Ordinal);
        Assert.Contains($"{code}@330203.01", file, StringComparison.Ordinal);
        Assert.DoesNotContain(third, r => r.Material is "场地证明" or "承诺书");
        Assert.Contains(third, r => r.Material == "照片");
    }

    private static IEnumerable<(string, ReductionKind)> Since(IReadOnlyList<ReductionEntry> before, IReadOnlyList<ReductionEntry> after) =>
        after.Where(r => before.All(b => b.Id != r.Id)).Select(r => (r.Material, r.Kind)).OrderBy(r => r.Kind);

    private async Task<IReadOnlyList<ReductionEntry>> Holding(string code) => await Here.Services.GetRequiredService<IPublishedLists>().Reductions(ItemCode.Parse(code, null), default, default);

    private static async Task<JsonObject> Json(Keeper editor, string code) =>
        JsonNode.Parse((await editor.Export("json", $"?q={code}")).Content)!["items"]!.AsArray().First(i => i!["事项编码"]!.GetValue<string>() == code)!.DeepClone().AsObject();

    private async Task Published(Keeper editor, JsonObject item, string region = "")
    {
        var (_, batch, text) = await editor.Import("变更.json", Encoding.UTF8.GetBytes(new JsonArray(item).ToJsonString()), region);
        Assert.True(batch.Length > 0, Keeper.Problems(text) + Keeper.Errors(text));
        using var reviewer = await Keeper.SignIn(Here, "reviewer-ningbo");
        using var lawyer = await Keeper.SignIn(Here, "legal-ningbo");
        Assert.Equal(HttpStatusCode.OK, (await editor.StepBatch(batch, "Draft", "submit")).Status);
        Assert.Equal(HttpStatusCode.OK, (await reviewer.StepBatch(batch, "Review", "approve")).Status);
        Assert.Equal(HttpStatusCode.OK, (await lawyer.StepBatch(batch, "LegalReview", "approve")).Status);
        // The platform's own chore may be at it already.
        await Until(async () =>
        {
            await Due();
            return (await lawyer.Read($"desk/item-batches/{batch}?stage=Published")).Text.Contains("已发布 1", StringComparison.Ordinal);
        });
    }
}
