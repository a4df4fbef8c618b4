using System.Net;
using System.Text;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Items;

public sealed class RegionListsOnSqlite(SqliteSite site) : RegionListTests(site), IClassFixture<SqliteSite>;

public sealed class RegionListsOnPostgres(PostgresSite site) : RegionListTests(site), IClassFixture<PostgresSite>;

/// <summary>The lists that each region publishes itself.</summary>
public abstract class RegionListTests(Site site)
{
    private const string Header = "编号,名称,责任类别,责任部门,责任内容,相关部门,法律依据\n";

    [Fact]
    public async Task A_county_publishes_its_duties_as_a_whole_and_everybody_sees_them_on_its_site()
    {
        using var visitor = new PageClient(site.Address);
        var before = await visitor.Read("sites/330203/open/duties");
        var first = await Publish("330203", Header + "HS-1,市场主体登记,主要职责,SCJG,登记本区市场主体,,公司法\nHS-2,食品安全,主要职责,SCJG,监管食品安全,,\n");
        var after = await visitor.Read("sites/330203/open/duties");
        var second = await Publish("330203", Header + "HS-1,市场主体登记注册,主要职责,SCJG,登记本区市场主体,,公司法\nHS-3,药品安全,事中事后监管,SCJG,监管药品,,\n");
        var latest = await visitor.Read("sites/330203/open/duties");

        Assert.Contains("这里还没有公布这份清单", before.Text, StringComparison.Ordinal);
        Assert.Contains("新增 2 项，修改 0 项，删除 0 项", first.Text, StringComparison.Ordinal);
        Assert.Contains("食品安全", after.Text, StringComparison.Ordinal);
        Assert.Contains("海曙区市场监", after.Text, StringComparison.Ordinal);
        Assert.Contains("新增 1 项，修改 1 项，删除 1 项", second.Text, StringComparison.Ordinal);
        Assert.Contains("药品安全", latest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("HS-2", latest.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Read("sites/330203/open/duties/HS-3")).Status);
        Assert.DoesNotContain("HS-3", (await visitor.Read("open/duties")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("duties", "csv", "编号,名称,责任类别,责任部门,责任内容,相关部门,法律依据\nZ-1,登记,主要职责,SCJG,登记市场主体,GAJ、SCJG,公司法\n")]
    [InlineData("investments", "xlsx", "编号,名称,行业,项目范围,管理方式,核准机关,来源文件,浙江适用说明\nZ-1,水库,农业水利,跨区水库,核准,省级政府,国发〔2016〕72号,适用\n")]
    [InlineData("funds", "csv", "编号,名称,主管部门,支持范围,分配方式,支持对象,申报时间,支持方式,财政部门,管理办法,公开内容\nZ-1,扶持资金,SCJG,小微企业,项目法,企业,每年3月,补助,CZJ,管理办法,结果\n")]
    public async Task A_list_that_is_given_out_can_be_published_again(string list, string format, string csv)
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-ningbo", "yiwang-demo-2026");
        var first = await Publish(editor, list, "330206", "csv", Encoding.UTF8.GetBytes(csv));
        var (_, given) = await editor.Fetch($"sites/330206/open/{list}.{format}");
        var again = await Publish(editor, list, "330206", format, given);

        Assert.Contains("新增 1 项，修改 0 项，删除 0 项", first, StringComparison.Ordinal);
        Assert.Contains("新增 0 项，修改 0 项，删除 0 项", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Departments_that_were_dissolved_have_no_duties_any_more()
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-ningbo", "yiwang-demo-2026");
        var (_, old) = await editor.Fetch("open/duties.csv");
        var (_, token) = await editor.Open("desk/lists");

        var refused = await editor.SendFileAll("desk/lists", token, "publish-list", "file", "清单.csv", old, new() { ["region"] = "330212", ["list"] = "duties", ["confirmed"] = "yes" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("“市交通委”不是现有部门", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_with_anything_wrong_is_not_published_and_no_region_publishes_for_another()
    {
        using var visitor = new PageClient(site.Address);
        var bad = await Publish("330203", Header + "HS-1,,别的职责,不是部门,,,\nHS-1,重复,主要职责,SCJG,内容,,\n");
        var columns = await Publish("330203", "编号,名字\n1,x\n");
        var elsewhere = await Publish("330205", Header + "JB-1,登记,主要职责,SCJG,登记,,\n");
        var unconfirmed = await Publish("330203", Header + "HS-1,登记,主要职责,SCJG,登记,,\n", confirmed: false);

        foreach (var said in new[] { "名称缺失", "应是主要职责、职责边界", "“不是部门”不是现有部门", "没有填“责任内容”", "与第 2 行的编号相同" }) Assert.Contains(said, bad.Text, StringComparison.Ordinal);
        Assert.Contains("不认识的列“名字”", columns.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.Status);
        Assert.Contains("请确认文件是整份清单", unconfirmed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Read("sites/330205/open/duties/JB-1")).Status);
    }

    private async Task<(HttpStatusCode Status, string Address, string Text)> Publish(string region, string csv, bool confirmed = true)
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-haishu", "yiwang-demo-2026");
        var (_, token) = await editor.Open("desk/lists");
        return await editor.SendFileAll("desk/lists", token, "publish-list", "file", "清单.csv", Encoding.UTF8.GetBytes(csv), new() { ["region"] = region, ["list"] = "duties", ["confirmed"] = confirmed ? "yes" : "" });
    }

    private static async Task<string> Publish(PageClient editor, string list, string region, string format, byte[] file)
    {
        var (_, token) = await editor.Open("desk/lists");
        var (_, _, text) = await editor.SendFileAll("desk/lists", token, "publish-list", "file", $"清单.{format}", file, new() { ["region"] = region, ["list"] = list, ["confirmed"] = "yes" });
        Assert.True(text.Contains("已公布，门户上立即可以看到", StringComparison.Ordinal), Keeper.Errors(text) + Keeper.Problems(text));
        return text;
    }
}
