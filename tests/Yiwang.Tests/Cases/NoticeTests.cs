using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;
using Yiwang.Acceptance.Notices;
using Yiwang.Bench;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class NoticesOnSqlite(SqliteSite site) : NoticeTests(site), IClassFixture<SqliteSite>;

public sealed class NoticesOnPostgres(PostgresSite site) : NoticeTests(site), IClassFixture<PostgresSite>;

/// <summary>Every notice as a numbered document on official paper, issued once for each act, and only for those whom it concerns.</summary>
public abstract partial class NoticeTests(Site site) : IAsyncLifetime
{
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site, "SCJG JYJ");
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task Each_act_issues_its_notice_with_the_departments_next_number()
    {
        var number = await Dispatched();
        await _system.Say(number, "correction.required", new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "租赁合同", ["why"] = "缺少出租方签名" }) });
        await _channel.Post($"api/v1/cases/{number}/corrections", new { materials = new[] { new { code = "M03", materialId = await _channel.Material() } } });
        await _system.Say(number, "case.accepted");
        await _system.Say(number, "procedure.started", new() { ["kind"] = "testing", ["plannedDays"] = 5, ["reason"] = "送检样品" });
        await _system.Say(number, "procedure.ended");
        await _system.Say(number, "limit.extended", new() { ["days"] = 5, ["reason"] = "需要会商", ["approver"] = "李局长" });
        await _system.Say(number, "case.terminated", new() { ["reason"] = "申请人已注销" });

        var notices = await Issued(number, 5);

        Assert.Equal(["申请材料补正告知书", "受理通知书", "特别程序告知书", "延长办理期限告知书", "终止办理通知书"], notices.Select(n => n.Title));
        var text = await Print(number, notices);
        Assert.Contains("1．租赁合同：缺少出租方签名", text[0], StringComparison.Ordinal);
        Assert.Contains("决定予以受理", text[1], StringComparison.Ordinal);
        Assert.Contains("检测", text[2], StringComparison.Ordinal);
        Assert.Contains("经李局长批准，延长5个工作日", text[3], StringComparison.Ordinal);
        Assert.Contains("申请人已注销", text[4], StringComparison.Ordinal);
        Assert.All(notices.Zip(text), n => Assert.Contains(n.First.Number, n.Second, StringComparison.Ordinal));
        Assert.All(text, t => Assert.Contains(number, t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_of_a_kind_follow_one_another_without_a_gap_however_many_are_accepted_at_once()
    {
        var cases = new List<string>();
        for (var i = 0; i < 6; i++) cases.Add(await Dispatched());
        await Task.WhenAll(cases.Select(c => _system.Say(c, "case.accepted")));

        var numbers = new List<int>();
        foreach (var number in cases) numbers.Add(int.Parse(Serial().Match((await Issued(number, 1))[0].Number).Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture));

        numbers.Sort();
        Assert.Equal(Enumerable.Range(numbers[0], 6), numbers);
    }

    [Fact]
    public async Task A_paper_is_for_the_applicant_and_the_windows_concerned_and_for_nobody_else()
    {
        var answer = await _channel.Submit(await JointTests.SchoolBus(_channel));
        var number = (string)answer.Body["caseNumber"]!;
        await _system.Got(number, "case.dispatched");
        await _system.Say(number, "case.accepted");
        var notice = (await Issued(number, 1))[0];
        using var mine = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        using var other = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        using var near = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        using var far = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");

        var paper = $"cases/{number}/notices/{notice.Id}.pdf";
        var own = await mine.Download($"my/{paper}");
        var receipt = await mine.Download($"my/cases/{number}/receipt.pdf");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (own.Status, receipt.Status));
        Assert.Contains("宁波甲测学校：", Text(own.Content), StringComparison.Ordinal);
        Assert.Contains("9133**********QF57", Text(receipt.Content), StringComparison.Ordinal);
        Assert.Contains("6．承运人责任保险凭证", Text(receipt.Content), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await near.Download($"desk/{paper}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Download($"my/{paper}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.Download($"desk/{paper}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.Download($"my/cases/{number}/notices/{Guid.NewGuid()}.pdf")).Status);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<List<Notice>> Issued(string number, int many)
    {
        var about = CaseNumber.Parse(number, null);
        for (var i = 0; ; i++)
        {
            var notices = await site.In(services => services.GetRequiredService<YiwangDb>().Set<Notice>().AsNoTracking().Where(n => n.Case == about).OrderBy(n => n.IssuedAt).ToListAsync());
            if (notices.Count >= many) return notices;
            Assert.True(i < 600, $"{notices.Count} of {many} notices were issued");
            await Task.Delay(50);
        }
    }

    private async Task<List<string>> Print(string number, List<Notice> notices)
    {
        using var window = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        var texts = new List<string>();
        foreach (var notice in notices) texts.Add(Text((await window.Download($"desk/cases/{number}/notices/{notice.Id}.pdf")).Content));
        return texts;
    }

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var text = new StringBuilder();
        foreach (var page in document.GetPages()) text.AppendJoin("", page.Letters.Select(l => l.Value));
        return text.ToString();
    }

    private async Task<string> Dispatched()
    {
        var number = await _channel.Submitted();
        await _system.Got(number, "case.dispatched");
        return number;
    }

    [GeneratedRegex(@"受〔\d{4}〕(?<n>\d+)号$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Serial();
}
