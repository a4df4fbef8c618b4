using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue;
using Yiwang.Catalogue.Bulk;
using Yiwang.Catalogue.Changes;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Items;

public sealed class BulkOnSqlite(SqliteSite site) : BulkTests(site), IClassFixture<SqliteSite>;

public sealed class BulkOnPostgres(PostgresSite site) : BulkTests(site), IClassFixture<PostgresSite>;

/// <summary>Files of items that are exported, filled in, imported and reviewed together.</summary>
public abstract class BulkTests(Site site) : ItemStories(site)
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task What_is_exported_says_the_same_when_it_is_imported(string format)
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        using var county = await Keeper.SignIn(Here, "editor-haishu");
        foreach (var (who, query, region) in new[] { (editor, "", ""), (county, "?region=330203", "330203") })
        {
            var (status, content) = await who.Export(format, query);
            var (answer, batch, text) = await who.Import($"事项.{format}", content, region);

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.True(answer is HttpStatusCode.UnprocessableEntity && batch.Length == 0, Keeper.Problems(text));
            Assert.True(text.Contains("项与现行版本都一样，没有什么可变更", StringComparison.Ordinal), Keeper.Problems(text));
        }
        var exported = (await editor.Export("json")).Content;
        Assert.Equal(Catalogue.Overview(default).Counts.Items, JsonNode.Parse(exported)!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_file_becomes_one_batch_that_is_reviewed_as_a_whole_and_takes_effect_item_by_item()
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        using var reviewer = await Keeper.SignIn(Here, "reviewer-ningbo");
        using var lawyer = await Keeper.SignIn(Here, "legal-ningbo");
        var blank = await editor.Import("一批.csv", Encoding.UTF8.GetBytes("事项编码,类别,事项名称,主管部门,行使层级,设定依据,服务对象,申请材料\r\nXK-SCJG-004,,,,,,,\r\n"));
        var department = (await Here.Services.GetRequiredService<Directory.IDirectory>().Department("SCJG", default))!.Name;
        var lines = $"""
            事项编码,类别,事项名称,主管部门,行使层级,设定依据,服务对象,申请材料
            新1,行政确认,示范户认定,{department},市级、县级,示范户认定办法 \| 试行 | 第三条 | 是,个体工商户,"申请表 | 是 | 原件1份 | 2 | 申请人自备
            身份证 | 是 | 电子核验 | 1 | 政府核发"
            """;
        var xk = JsonNode.Parse((await editor.Export("json", "?q=XK-SCJG-002")).Content)!["items"]!.AsArray().First(i => i!["事项编码"]!.GetValue<string>() == "XK-SCJG-002")!;
        var changed = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["事项编码"] = "XK-SCJG-002", ["版本"] = xk["版本"]!.DeepClone(), ["咨询方式"] = "0574-12345", ["常见问题"] = new JsonArray(new JsonObject { ["问题"] = "几天？", ["回答"] = "当天。" }) }) };

        var (_, first, firstText) = await editor.Import("新增.csv", Encoding.UTF8.GetBytes(lines));
        var (_, second, secondText) = await editor.Import("变更.json", Encoding.UTF8.GetBytes(changed.ToJsonString()));
        Assert.True(first.Length > 0, firstText);
        Assert.True(second.Length > 0, secondText);
        Assert.Empty(blank.Batch);
        foreach (var batch in new[] { first, second })
        {
            Assert.Equal(HttpStatusCode.OK, (await editor.StepBatch(batch, "Draft", "submit")).Status);
            Assert.Equal(HttpStatusCode.OK, (await reviewer.StepBatch(batch, "Review", "approve")).Status);
            Assert.Contains("变更", (await lawyer.Read("desk/item-changes")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await lawyer.StepBatch(batch, "LegalReview", "approve")).Status);
        }
        await Due();

        var added = (await Changes(first)).Single();
        var item = (await Catalogue.Current(added.Code, default))!;
        var old = (await Catalogue.Current(ItemCode.Parse("XK-SCJG-002", null), default))!;
        Assert.StartsWith("QR-SCJG-", added.Code.Value, StringComparison.Ordinal);
        Assert.Equal(("示范户认定", "SCJG", "示范户认定办法 | 试行"), (item.Name, item.Department, item.LegalBasis[0].Law));
        Assert.Equal([("申请表", 2), ("身份证", 1)], item.Materials.Select(m => (m.Name, m.Copies)));
        Assert.Equal(("0574-12345", "几天？"), (old.ConsultVia, old.Questions.Single().Question));
        Assert.All((await Changes(second)).Concat(await Changes(first)), c => Assert.Equal(ChangeStage.Published, c.Stage));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_with_its_place_and_nothing_is_imported()
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        var taken = await editor.Begin("XK-SCJG-005", "change");
        var before = await Counts();
        const string lines = """
            事项编码,版本,事项名称,承诺期限（工作日）,行使层级,可以网上申报,申请材料,主项,收费,个人办事主题
            XK-SCJG-003,1,设立登记,九,市级,是,申请表 | 是 | 原件1份 | 1 | 申请人自备,,否,
            XK-SCJG-003,,,,,,,,,
            不是编码,,,,,,,,,
            ,,没有编码,,,,,,,
            XK-SCJG-005,,已有人在改,5,市级,是,申请表 | 是 | 原件1份 | 1 | 申请人自备,,否,
            XK-SCJG-006,77,旧版本,1,市级,是,申请表 | 是 | 原件1份 | 1 | 申请人自备,,否,
            XK-SCJG-007,,层级不对,1,省部级,也许,其他材料 | 是 | 原件1份 | 1 | 申请人自备,XK-SCJG-999,否,没有的主题
            新7,,没有部门,1,市级,是,申请表 | 是 | 原件1份 | 1 | 申请人自备,,否,
            """;

        var (status, batch, text) = await editor.Import("坏.csv", Encoding.UTF8.GetBytes(lines));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, ""), (status, batch));
        foreach (var said in new[]
        {
            "第 2 行", "承诺期限应为整数，现为“九”", "与第 2 行是同一个事项", "没有填事项编码", "已有一项未完成的变更", "文件是按第 77 版填的", "“省部级”不在可选的范围内", "应填 是 或 否，现为“也许”",
            "“没有的主题”不在可选的范围内", "新增事项要填“类别”和“主管部门”",
        }) Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Equal(before, await Counts());
        Assert.Equal(HttpStatusCode.OK, (await editor.Step(taken, "abandon")).Status);
        // What only the whole item shows is said when its single values are right.
        var whole = await editor.Import("坏.csv", Encoding.UTF8.GetBytes("事项编码,申请材料,主项,承诺期限（工作日）,法定期限\nXK-SCJG-007,其他材料 | 是 | 原件1份 | 1 | 申请人自备,XK-SCJG-999,9,3\n"));
        foreach (var said in new[] { "兜底条款", "主项 XK-SCJG-999 不存在或已取消", "超过法定期限" }) Assert.Contains(said, whole.Text, StringComparison.Ordinal);
        Assert.Equal(before.Batches, (await Counts()).Batches);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("old")]
    [InlineData("zip")]
    [InlineData("half-json")]
    [InlineData("column")]
    [InlineData("binary")]
    public async Task A_file_that_is_none_is_refused_with_what_to_do(string kind)
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        var (content, said) = kind switch
        {
            "empty" => (Array.Empty<byte>(), "请选择要导入的文件"),
            "old" => ([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], "请另存为 .xlsx"),
            "zip" => (Convert.FromBase64String("UEsDBAoAAAAAAGFhYWEAAAAAAAAAAAAAAAAJAAAAeGwvYWEudHh0"), "这不是 XLSX 工作簿"),
            "half-json" => (Encoding.UTF8.GetBytes("{\"items\": [\n{\"事项编码\": "), "不是完整的 JSON"),
            "column" => (Encoding.UTF8.GetBytes("事项编码,事项名字\nXK-SCJG-003,x"), "不认识的列“事项名字”"),
            _ => ([0x89, 0x50, 0x4E, 0x47, 0, 0, 1, 2, 3], "没有“事项编码”这一列"),
        };

        var (status, batch, text) = await editor.Import("文件", content);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, ""), (status, batch));
        Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_takes_over_many_items_with_one_file_as_older_spreadsheets_write_it()
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        var offer = await Offer(Channel.Item, Haishu);
        var shorter = offer.Item.Limits.PromisedDays - 1;
        var lines = $"事项编码,承诺期限（工作日）,增加的办理地点\r\n{Channel.Item},{Text(shorter)},海曙区窗口 | 机场路1号 | 9:00-17:00 | 0574-1\r\n";
        var longer = await editor.Import("长.csv", Encoding.UTF8.GetBytes($"事项编码,承诺期限（工作日）\n{Channel.Item},300\n"), "330203");
        var (_, batch, text) = await editor.Import("海曙.csv", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(lines), "330203");
        Assert.True(batch.Length > 0, text);
        using var reviewer = await Keeper.SignIn(Here, "reviewer-ningbo");
        Assert.Equal(HttpStatusCode.OK, (await editor.StepBatch(batch, "Draft", "submit")).Status);
        var opened = await reviewer.Form($"desk/item-batches/{batch}?stage=Review", "approve");
        // The editor takes it back and changes it while the reviewer looks at what was.
        Assert.Equal(HttpStatusCode.OK, (await editor.StepBatch(batch, "Review", "recall")).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.StepBatch(batch, "Draft", "submit")).Status);
        var late = await reviewer.SendOpened($"desk/item-batches/{batch}?stage=Review", "approve", opened);
        var mute = await reviewer.StepBatch(batch, "Review", "return");
        var returned = await reviewer.StepBatch(batch, "Review", "return", ("Form.Note", "地点请写全"));

        Assert.Contains("实施清单只能缩短期限", longer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mute.Status);
        Assert.Equal(HttpStatusCode.OK, returned.Status);
        var change = Assert.Single(await Changes(batch));
        Assert.Equal((ChangeStage.Returned, "地点请写全", shorter, "机场路1号"), (change.Stage, change.Note, change.Local.PromisedDays, change.Local.Places.Single().Address));
        Assert.Equal(HttpStatusCode.OK, (await editor.StepBatch(batch, "Returned", "abandon")).Status);
    }

    [Fact]
    public async Task Who_keeps_a_county_neither_imports_base_items_nor_sees_batches_elsewhere()
    {
        using var editor = await Keeper.SignIn(Here, "editor-ningbo");
        using var county = await Keeper.SignIn(Here, "editor-haishu");
        using var reviewer = await Keeper.SignIn(Here, "reviewer-ningbo");
        var (_, batch, text) = await editor.Import("市级.csv", Encoding.UTF8.GetBytes("事项编码,咨询方式\nXK-SCJG-008,0574-12345\n"));
        Assert.True(batch.Length > 0, text);

        var own = await county.Import("区.csv", Encoding.UTF8.GetBytes("事项编码,咨询方式\nXK-SCJG-008,0574-1\n"));

        Assert.Equal((HttpStatusCode.Forbidden, ""), (own.Status, own.Batch));
        Assert.Equal(HttpStatusCode.NotFound, (await county.Read($"desk/item-batches/{batch}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Export("csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Export("csv", "?region=330205")).Status);
        Assert.DoesNotContain("核对并导入", (await reviewer.Read("desk/item-import")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await editor.StepBatch(batch, "Draft", "abandon")).Status);
    }

    private Task<List<ItemChange>> Changes(string batch) => Here.In(services => services.GetRequiredService<YiwangDb>().Set<ItemChange>().AsNoTracking().Where(c => c.Batch == batch).ToListAsync());

    private Task<(int Changes, int Batches)> Counts() => Here.In(async services =>
    {
        var db = services.GetRequiredService<YiwangDb>();
        return (await db.Set<ItemChange>().CountAsync(), await db.Set<ChangeBatch>().CountAsync());
    });
}
