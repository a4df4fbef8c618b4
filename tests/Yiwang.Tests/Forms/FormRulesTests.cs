using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Forms;

public sealed class FormRulesOnSqlite(SqliteSite site) : FormRulesTests(site), IClassFixture<SqliteSite>;

/// <summary>What the server says of forms with tables, calculated values and rules across fields, whichever channel they come from.</summary>
public abstract class FormRulesTests(Site site) : IAsyncLifetime
{
    private Channel _channel = null!;

    public async ValueTask InitializeAsync() => _channel = await Channel.For(site);

    [Fact]
    public async Task Each_cell_of_a_table_is_checked_and_named_where_it_is_wrong()
    {
        var errors = await Errors("XK-SCJG-001", new JsonObject
        {
            ["shareholders"] = new JsonArray(
                new JsonObject { ["name"] = "王静", ["idType"] = "居民身份证", ["number"] = "1", ["amount"] = "十万", ["way"] = "货币", ["date"] = "2026-13-01", ["share"] = 100 },
                new JsonObject { ["name"] = "陈伟", ["idType"] = "军官证", ["amount"] = 5, ["way"] = "货币", ["date"] = "2026-12-01", ["share"] = 0, ["color"] = "红" }),
        });

        Assert.Equal(
        [
            "form.shareholders[0].amount 股东（发起人）出资情况第 1 行的认缴出资额（万元）应为数字",
            "form.shareholders[0].date 股东（发起人）出资情况第 1 行的出资时间：日期应写作 2026-11-23",
            "form.shareholders[1].idType 股东（发起人）出资情况第 2 行的证件类型没有“军官证”这个选项，可选：居民身份证、统一社会信用代码、护照、其他",
            "form.shareholders[1].number 请填写股东（发起人）出资情况第 2 行的证件号码",
            "form.shareholders[1].color 股东（发起人）出资情况没有“color”这一列",
        ], errors.Where(e => e.StartsWith("form.shareholders", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("有限责任公司", 100, "60 40", "60 40", null)]
    [InlineData("有限责任公司", 100, "60 30", "60 40", "各行认缴出资额（万元）合计 90，应等于注册资本(万元) 100")]
    [InlineData("有限责任公司", 100, "60 40", "60 30", "各行持股比例（%）合计 90，应等于 100")]
    [InlineData("一人有限责任公司(自然人独资)", 100, "60 40", "60 40", "应为 1 行")]
    [InlineData("一人有限责任公司(自然人独资)", 100, "100", "100", null)]
    public async Task What_shareholders_pay_in_adds_up_to_the_capital_and_their_shares_to_all_of_it(string type, int capital, string amounts, string shares, string? problem)
    {
        var errors = await Errors("XK-SCJG-001", new JsonObject
        {
            ["type"] = type, ["capital"] = capital,
            ["shareholders"] = new JsonArray([.. amounts.Split(' ').Zip(shares.Split(' ')).Select((row, i) => new JsonObject
            {
                ["name"] = $"股东{i + 1}", ["idType"] = "其他", ["number"] = $"{i + 1}", ["amount"] = Number(row.First), ["way"] = "货币", ["date"] = "2026-12-01", ["share"] = Number(row.Second),
            })]),
        });

        Assert.Equal(problem is null ? [] : [$"form.shareholders 股东（发起人）出资情况：{problem}"], errors.Where(e => e.StartsWith("form.shareholders", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("XK-SCJG-008", "bizForm=单位食堂;bizItems=生食类食品制售", "form.bizItems", "经营项目：不能选“生食类食品制售”")]
    [InlineData("XK-SCJG-008", "bizForm=餐饮服务经营者;bizItems=生食类食品制售", "form.bizItems", null)]
    [InlineData("XK-SCJG-008", "staff=3;healthCert=4", "form.healthCert", "应体检人数：不能超过职工人数（3）")]
    [InlineData("XK-ZJW-058", "start=2026-05-01;end=2026-05-01", "form.end", "合同竣工日期：应晚于合同开工日期")]
    [InlineData("XK-ZJW-058", "start=2026-05-01;end=2027-05-01", "form.end", null)]
    [InlineData("GG-RSJ-008", "agentName=陈伟", "form.agentIdNo", "请填写代办人公民身份号码")]
    [InlineData("XK-CGJ-064", "testDate=2020-01-01", "form.testDate", "检测日期：应在最近 12 个月之内")]
    [InlineData("XK-CGJ-064", "testDate=2099-01-01", "form.testDate", "检测日期：不能晚于今天")]
    [InlineData("XK-CGJ-064", "waterUse=10;discharge=11", "form.discharge", "日排水量(m³/日)：不能超过日用水量(m³/日)（10）")]
    public async Task Rules_hold_across_fields(string item, string answers, string field, string? problem)
    {
        var form = new JsonObject();
        foreach (var answer in answers.Split(';').Select(a => a.Split('='))) form[answer[0]] = answer[0] == "bizItems" ? new JsonArray(answer[1]) : answer[1];

        var errors = await Errors(item, form);

        Assert.Equal(problem is null ? [] : [$"{field} {problem}"], errors.Where(e => e.StartsWith($"{field} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Calculated_values_are_worked_out_by_the_server_whatever_a_channel_sends()
    {
        using var resident = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        var draft = await resident.BeginDraft("XK-ZJW-058", "330203000000");
        var page = await resident.Open($"apply/draft/{draft}/form/1");

        var (status, body) = await resident.Post($"apply/draft/{draft}/form/1/autosave", page.Token, new() { ["form.start"] = "2026-05-01", ["form.end"] = "2026-05-10", ["form.duration"] = "999" });

        Assert.Equal((HttpStatusCode.OK, "10"), (status, (string?)JsonNode.Parse(body)!["calculated"]!["duration"]));
        Assert.Contains(">10</output>", (await resident.Read($"apply/draft/{draft}/form/1")).Text, StringComparison.Ordinal);
    }

    private async Task<List<string>> Errors(string item, JsonObject form)
    {
        var application = await _channel.Application(item);
        application["form"] = form;
        var answer = await _channel.Submit(application);
        return answer.Body["errors"]?.AsArray().Select(e => $"{e!["field"]} {e["message"]}").ToList() ?? throw new InvalidOperationException(answer.Body.ToJsonString());
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync()
    {
        _channel.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
