using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Guides;

public sealed class ReportsOnSqlite(SqliteSite site) : ReportTests(site), IClassFixture<SqliteSite>;

public sealed class ReportsOnPostgres(PostgresSite site) : ReportTests(site), IClassFixture<PostgresSite>;

/// <summary>Errors that readers report, and what residents keep at hand.</summary>
public abstract partial class ReportTests(Site site)
{
    private const string Password = "yiwang-demo-2026";
    private const string Item = "XK-SCJG-004";

    [Xunit.Fact]
    public async Task A_report_becomes_a_task_of_the_regions_editors_and_who_has_its_number_reads_the_answer()
    {
        using var reader = From(2);
        using var editor = await PageClient.SignIn(site.Address, "editor-haishu", Password);
        using var city = await PageClient.SignIn(site.Address, "editor-ningbo", Password);
        var text = $"材料少列了一项{Guid.NewGuid():N}，电话 13800000000";
        Assert.Equal(HttpStatusCode.OK, await Report(reader, "330203", text));
        var task = await Task(editor, text);

        var before = (await editor.Read($"desk/item-reports/{task}")).Text;
        Assert.Contains("13800000001", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Answer(editor, task, ""));
        Assert.Equal(HttpStatusCode.OK, await Answer(editor, task, "已补上，谢谢"));

        Assert.Equal(HttpStatusCode.Conflict, await Answer(city, task, "又一次", (await city.Open("desk/notices/new")).Token));
        Assert.DoesNotContain("13800000001", (await editor.Read($"desk/item-reports/{task}")).Text, StringComparison.Ordinal);
        var number = await site.In(s => s.GetRequiredService<YiwangDb>().Database.SqlQuery<string>($"SELECT number AS \"Value\" FROM catalogue_corrections WHERE id = {task}").SingleAsync());
        Assert.Contains("已补上，谢谢", (await reader.Read($"reports/{number}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Read("reports/JC222222222222222222")).Status);
        var facts = await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().Where(e => e.Stream == $"guide-report/{task}").OrderBy(e => e.Position).ToListAsync());
        Assert.Equal(["catalogue.guide-reported", "catalogue.guide-report-answered"], facts.Select(f => f.Kind));
        Assert.All(facts, f => Assert.DoesNotContain("13800000000", f.Data, StringComparison.Ordinal));
    }

    [Xunit.Fact]
    public async Task Editors_neither_see_nor_answer_what_was_reported_elsewhere()
    {
        using var reader = From(3);
        using var haishu = await PageClient.SignIn(site.Address, "editor-haishu", Password);
        using var city = await PageClient.SignIn(site.Address, "editor-ningbo", Password);
        var text = $"电话错了{Guid.NewGuid():N}";
        await Report(reader, "330205", text);
        var task = await Task(city, text);

        Assert.DoesNotContain(task, (await haishu.Read("desk/item-reports")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await haishu.Read($"desk/item-reports/{task}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, await Answer(haishu, task, "不归我管", (await haishu.Open("desk/notices/new")).Token));
        Assert.Contains("待处理", (await city.Read($"desk/item-reports/{task}")).Text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public async Task An_address_reports_no_more_than_five_an_hour_and_machines_that_fill_in_everything_none()
    {
        using var reader = From(4);
        using var other = From(5);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Report(reader, "330200", "广告", "http://spam.test"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Report(reader, "330200", ""));
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, await Report(reader, "330200", $"第 {i} 处"));

        Assert.Equal(HttpStatusCode.TooManyRequests, await Report(reader, "330200", "第 6 处"));
        Assert.Equal(HttpStatusCode.OK, await Report(other, "330200", "别处"));
    }

    [Xunit.Fact]
    public async Task Favourites_are_ones_own_and_gone_when_removed()
    {
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        using var editor = await PageClient.SignIn(site.Address, "editor-haishu", Password);
        using var stranger = new PageClient(site.Address);
        var page = $"sites/330203/items/{Item}";

        Assert.Equal(HttpStatusCode.OK, await Keep(resident, page, "true"));
        Assert.Equal(HttpStatusCode.OK, await Keep(resident, page, "true"));
        var kept = (await resident.Read("my/favourites")).Text;

        Assert.Equal(1, Regex.Count(kept, $"/sites/330203/items/{Item}\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain("我的收藏</h1>", (await stranger.Read("my/favourites")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("我的收藏</h1>", (await editor.Read("my/favourites")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Keep(resident, page, "false"));
        Assert.Contains("还没有收藏", (await resident.Read("my/favourites")).Text, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Keep(PageClient resident, string page, string keep) => await resident.Send(page, (await resident.Open(page)).Token, "favourite", new() { ["Keep"] = keep });

    private static async Task<HttpStatusCode> Report(PageClient reader, string region, string text, string website = "")
    {
        var page = region == "330200" ? $"items/{Item}/report" : $"sites/{region}/items/{Item}/report";
        return await reader.Send(page, (await reader.Open(page)).Token, "report", new() { ["Form.Kind"] = "申请材料", ["Form.Text"] = text, ["Form.Phone"] = "13800000001", ["Form.Website"] = website });
    }

    private static async Task<HttpStatusCode> Answer(PageClient editor, string task, string answer, string? token = null) =>
        await editor.Send($"desk/item-reports/{task}", token ?? (await editor.Open($"desk/item-reports/{task}")).Token, "answer", new() { ["Form.Answer"] = answer, ["Form.Accepted"] = "true" });

    /// <summary>The id of the open task whose text this is.</summary>
    private static async Task<string> Task(PageClient editor, string text)
    {
        foreach (Match match in Number().Matches((await editor.Read("desk/item-reports")).Text))
        {
            if ((await editor.Read($"desk/item-reports/{match.Groups["id"].Value}")).Text.Contains(text, StringComparison.Ordinal)) return match.Groups["id"].Value;
        }
        throw new InvalidOperationException("There is no such task.");
    }

    /// <summary>A reader with an address of its own, so that no test uses up another's reports.</summary>
    private PageClient From(int address)
    {
        var handler = new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse($"127.0.0.{address}"), 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new(site.Address, handler);
    }

    [GeneratedRegex("/desk/item-reports/(?<id>[0-9a-f]{32})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
