using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Workload;
using Yiwang.Bench;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class TransfersOnSqlite(SqliteSite site) : TransferTests(site), IClassFixture<SqliteSite>;

public sealed class TransfersOnPostgres(PostgresSite site) : TransferTests(site), IClassFixture<PostgresSite>;

/// <summary>全城通办: papers and results travel with signed lists, and what points do for one another is counted.</summary>
public abstract partial class TransferTests(Site site)
{
    private const string Password = "yiwang-demo-2026";
    private const string Yuyao = "330281000000-01";

    [Fact]
    public async Task Papers_travel_from_the_point_to_the_department_with_a_list_that_both_sign()
    {
        using var channel = await Channel.For(site);
        var (one, other) = (await AtTheWindow(channel), await AtTheWindow(channel));
        using var yuyao = await PageClient.SignIn(site.Address, "window-yuyao", Password);
        using var haishu = await PageClient.SignIn(site.Address, "handler-haishu", Password);
        using var ningbo = await PageClient.SignIn(site.Address, "window-ningbo", Password);
        var department = $"desk/transfers/new?kind=Papers&from={Yuyao}&to=SCJG%40330203";
        var offered = await yuyao.Read("desk/transfers");

        var none = await yuyao.SendAll(department, (await yuyao.Open(department)).Token, "pack", []);
        var packed = await yuyao.SendAll(department, (await yuyao.Open(department)).Token, "pack", [.. Line(one, "身份证复印件"), .. Line(other, "租赁合同原件")]);
        var page = packed.Address.TrimStart('/');
        var early = await haishu.SendAll(page, (await haishu.Open(page)).Token, "receive", []);
        var unnamed = await yuyao.SendAll(page, (await yuyao.Open(page)).Token, "send", []);
        var sent = await yuyao.SendAll(page, (await yuyao.Open(page)).Token, "send", [new("carrier", "交换员 赵师傅")]);
        var coming = await haishu.Read("desk/transfers?list=in");
        var unexplained = await haishu.SendAll(page, (await haishu.Open(page)).Token, "receive", [new("missing", other)]);
        var received = await haishu.SendAll(page, (await haishu.Open(page)).Token, "receive", [new("missing", other), new("remark", "信封里没有")]);
        var twice = await haishu.SendAll(page, (await haishu.Open(page)).Token, "receive", []);

        Assert.Contains("海曙区市场监督管理局", offered.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (none.Status, packed.Status));
        Assert.Matches("余姚市行政服务中心流转〔\\d{4}〕\\d+号", packed.Text);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await ningbo.Open(page)).Status, (await ningbo.Open("desk/transfers/00000000-0000-0000-0000-000000000001")).Status));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (early.Status, unnamed.Status, sent.Status));
        Assert.Contains(page, coming.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict), (unexplained.Status, received.Status, twice.Status));
        Assert.Contains("缺 1 件", (await yuyao.Read("desk/transfers?list=sent")).Text, StringComparison.Ordinal);
        Assert.Equal(["纸质材料已送往海曙区市场监督管理局", "纸质材料已送到海曙区市场监督管理局"], await Moves(channel, one));
        Assert.Equal(["纸质材料已送往海曙区市场监督管理局", "纸质材料在途中缺失"], await Moves(channel, other));
        // What did not come is sent again, what came is not.
        var again = await yuyao.Read(department);
        Assert.Contains(other, again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(one, again.Text, StringComparison.Ordinal);
        var second = await yuyao.SendAll(department, (await yuyao.Open(department)).Token, "pack", Line(other, "租赁合同原件"));
        Assert.Contains("物料流转单", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("海曙区市场监督管理局", PackList().Match((await yuyao.Read("desk/transfers")).Text).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_packed_can_be_unpacked_until_somebody_carries_it()
    {
        using var channel = await Channel.For(site);
        var number = await AtTheWindow(channel);
        using var yuyao = await PageClient.SignIn(site.Address, "window-yuyao", Password);
        var department = $"desk/transfers/new?kind=Papers&from={Yuyao}&to=SCJG%40330203";
        var packed = await yuyao.SendAll(department, (await yuyao.Open(department)).Token, "pack", Line(number, "身份证复印件"));
        var page = packed.Address.TrimStart('/');

        var unpacked = await yuyao.SendAll(page, (await yuyao.Open(page)).Token, "unpack", []);
        var again = await yuyao.SendAll(department, (await yuyao.Open(department)).Token, "pack", Line(number, "身份证复印件"));
        var second = again.Address.TrimStart('/');
        await yuyao.SendAll(second, (await yuyao.Open(second)).Token, "send", [new("carrier", "赵师傅")]);
        var late = await yuyao.SendAll(second, (await yuyao.Open(second)).Token, "unpack", []);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict), (unpacked.Status, again.Status, late.Status));
        Assert.NotEqual(page, second);
    }

    [Fact]
    public async Task A_result_travels_back_to_where_it_is_collected_and_the_month_counts_what_points_do_for_others()
    {
        using var channel = await Channel.For(site);
        var number = await AtTheWindow(channel);
        using var yuyao = await PageClient.SignIn(site.Address, "window-yuyao", Password);
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", Password);
        await Race.Run(handler, handler, number, oneAfterTheOther: true);
        await channel.Until(number, v => (string?)v["status"] == "closed");
        var back = $"desk/transfers/new?kind=Results&from=SCJG%40330203&to={Yuyao}";
        var packed = await handler.SendAll(back, (await handler.Open(back)).Token, "pack", Line(number, "营业执照正副本"));
        var page = packed.Address.TrimStart('/');
        await handler.SendAll(page, (await handler.Open(page)).Token, "send", [new("carrier", "赵师傅")]);
        await yuyao.SendAll(page, (await yuyao.Open(page)).Token, "receive", []);
        await yuyao.Send($"desk/cases/{number}", (await yuyao.Open($"desk/cases/{number}")).Token, "hand-over", new() { ["Form.Way"] = "counter", ["Form.Text"] = "王静" });

        var report = await Counted(r => r.Points.Any(p => p.HandedOver > 0));
        var shown = await yuyao.Read("desk/workload");
        var sheet = await yuyao.Fetch("desk/workload.xlsx");
        var empty = await yuyao.Read("desk/workload?month=2020-01");

        Assert.Contains("办理结果已送到余姚市行政服务中心", await Moves(channel, number), StringComparer.Ordinal);
        var line = report.Points.Single(p => p.Point == "余姚市行政服务中心");
        Assert.Equal(0, line.Own);
        Assert.True(line.Others >= 1 && line.HandedOver >= 1);
        var pair = Assert.Single(report.Pairs);
        Assert.Equal(("余姚市", "海曙区", line.Others), (pair.One, pair.Other, pair.Difference));
        Assert.Contains("没有设定每件的结算标准", shown.Text, StringComparison.Ordinal);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(sheet.Content[..2]));
        Assert.Contains("这个月没有窗口收件", empty.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Line(string number, string what) => [new("case", number), new($"what.{number}", what), new($"copies.{number}", "1")];

    /// <summary>A case that was handed in at the window of Yuyao for the department of Haishu.</summary>
    private static async Task<string> AtTheWindow(Channel channel)
    {
        var application = await channel.Application();
        application["channel"] = "window";
        return (string)(await channel.Submit(application)).Body["caseNumber"]!;
    }

    private static async Task<IReadOnlyList<string>> Moves(Channel channel, string number) =>
        [.. (await channel.Case(number))["timeline"]!.AsArray().Where(t => (string?)t!["kind"] == "papers").Select(t => (string)t!["title"]!)];

    private async Task<WorkloadReport> Counted(Func<WorkloadReport, bool> holds)
    {
        for (var i = 0; ; i++)
        {
            var report = await site.In(s => s.GetRequiredService<ReadWorkload>().Of(NamedMonth.Read(null, site.Clock), default));
            if (holds(report)) return report;
            Assert.True(i < 600, "It was not counted");
            await Task.Delay(50);
        }
    }

    [GeneratedRegex("id=\"ready\".*?</section>", RegexOptions.Singleline, 1000)]
    private static partial Regex PackList();
}
