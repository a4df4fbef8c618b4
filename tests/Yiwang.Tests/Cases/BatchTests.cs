using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Cases;
using Yiwang.Bench;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Sheets;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class BatchesOnSqlite(SqliteSite site) : BatchTests(site), IClassFixture<SqliteSite>;

public sealed class BatchesOnPostgres(PostgresSite site) : BatchTests(site), IClassFixture<PostgresSite>;

/// <summary>批量申请: a company hands in a file, every row is a case of its own, and one that is wrong is told with its row and mended alone.</summary>
public abstract class BatchTests(Site site)
{
    private const string Item = "GG-RSJ-010";

    [Fact]
    public async Task Rows_that_are_right_become_cases_and_those_that_are_wrong_are_mended_and_sent_again_without_doubles()
    {
        using var company = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        using var other = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        var batch = await Begin(company);
        var template = ReadWorkbook.Read((await company.Fetch($"{batch}/template.xlsx")).Content)!;
        var header = template.Single(s => s.Name == "申请").Header;

        var first = await Load(company, batch, Csv(header, [Row(1), Row(2, bank: ""), Row(3)]));
        var (_, early) = await Page(company, batch);
        await company.SendAll(batch, (await company.Open(batch)).Token, "submit", []);
        var (_, half) = await Until(company, batch, "已提交 2，");
        await Load(company, batch, Csv(header, [Row(1), Row(2), Row(3)]));
        await company.SendAll(batch, (await company.Open(batch)).Token, "submit", []);
        var (_, done) = await Until(company, batch, "全部提交");

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Contains("统一社会信用代码", header);
        Assert.Contains("可提交 2，有误 1", early, StringComparison.Ordinal);
        Assert.Contains("请填写开户银行", early, StringComparison.Ordinal);
        Assert.Contains("有误 1", half, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(done, "my/cases/3302", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Read(batch)).Status);
        Assert.Equal(3, await site.In(s => s.GetRequiredService<YiwangDb>().Set<Case>().CountAsync(c => c.Item == ItemCode.Parse(Item, null))));
    }

    [Fact]
    public async Task A_file_with_other_columns_too_many_rows_or_nothing_readable_is_refused_as_a_whole()
    {
        using var company = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        var batch = await Begin(company);
        var header = ReadWorkbook.Read((await company.Fetch($"{batch}/template.xlsx")).Content)!.Single(s => s.Name == "申请").Header;

        var columns = await Load(company, batch, Encoding.UTF8.GetBytes("姓名,年龄\n王静,30\n"));
        var many = await Load(company, batch, Csv(header, [.. Enumerable.Range(1, 501).Select(i => Row(i))]));
        var nothing = await Load(company, batch, [.. "PK"u8, 1, 2, 3]);

        Assert.Contains("没有“统一社会信用代码”这一列", columns.Text, StringComparison.Ordinal);
        Assert.Contains("一批最多 500 行", many.Text, StringComparison.Ordinal);
        Assert.Contains("读不懂这个文件", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("共 0 行", (await Page(company, batch)).Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Row(int n, string bank = "宁波银行") => new(StringComparer.Ordinal)
    {
        ["统一社会信用代码"] = "91330291MAFPTUQF57", ["单位类型"] = "企业", ["开户银行"] = bank, ["银行账号"] = $"62000000000000{n:00000}", ["参保险种"] = "养老、医疗",
        ["专管员·姓名"] = "李强", ["专管员·公民身份号码"] = "330290198008080315", ["专管员·手机号码"] = "16000000003",
    };

    private static byte[] Csv(IReadOnlyList<string> header, IReadOnlyList<Dictionary<string, string>> rows) =>
        Encoding.UTF8.GetBytes($"{string.Join(',', header)}\n{string.Join('\n', rows.Select(r => string.Join(',', header.Select(h => r.GetValueOrDefault(h, "")))))}\n");

    private static async Task<string> Begin(PageClient company)
    {
        var begun = await company.SendAll($"apply/{Item}/batch", (await company.Open($"apply/{Item}/batch")).Token, "begin", [new("Form.Region", "330203000000")]);
        return begun.Address.TrimStart('/');
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Load(PageClient company, string batch, byte[] file)
    {
        // The materials that all rows hand in are kept from the first time on.
        foreach (var code in new[] { "M01", "M02" }) await company.SendFileAll(batch, (await company.Open(batch)).Token, "load", $"materials.{code}", "证明.pdf", Channel.Pdf(), []);
        return await company.SendFileAll(batch, (await company.Open(batch)).Token, "load", "file", "批量.csv", file, []);
    }

    private static Task<(HttpStatusCode Status, string Text)> Page(PageClient company, string batch) => company.Read(batch);

    private static async Task<(HttpStatusCode Status, string Text)> Until(PageClient company, string batch, string words)
    {
        for (var i = 0; ; i++)
        {
            var page = await company.Read(batch);
            if (page.Text.Contains(words, StringComparison.Ordinal) && !page.Text.Contains("正在提交", StringComparison.Ordinal)) return page;
            Assert.True(i < 600, page.Text);
            await Task.Delay(50);
        }
    }
}
