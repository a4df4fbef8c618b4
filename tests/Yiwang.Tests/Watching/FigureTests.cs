using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;
using Yiwang.Acceptance.Cases;
using Yiwang.Bench;
using Yiwang.Kernel.Database;
using Yiwang.Supervision.Figures;
using Yiwang.Supervision.Watch;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Watching;

public sealed class FiguresOnSqlite(SqliteSite site) : FigureTests(site), IClassFixture<SqliteSite>;

public sealed class FiguresOnPostgres(PostgresSite site) : FigureTests(site), IClassFixture<PostgresSite>;

/// <summary>办件统计、效能、实时运行: what the journal's reader counts is what the cases say.</summary>
public abstract class FigureTests(Site site) : IAsyncLifetime
{
    private const string Password = "yiwang-demo-2026", Supervisor = "supervisor-ningbo", Department = "SCJG@330203";
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task The_figures_are_what_the_cases_say_and_counting_again_puts_them_right()
    {
        await Lived();
        await Same();
        await site.In(s => s.GetRequiredService<YiwangDb>().Set<Tally>().Where(t => t.Grain == Grain.Department).ExecuteDeleteAsync());
        await site.In(s => s.GetRequiredService<YiwangDb>().Set<Tally>().Where(t => t.Grain == Grain.Day).ExecuteUpdateAsync(t => t.SetProperty(x => x.Submitted, 77)));

        var done = await site.In(s => s.GetRequiredService<Recount>().Run(null, default));

        Assert.Equal(await site.In(s => s.GetRequiredService<YiwangDb>().Set<Case>().LongCountAsync()), done.Cases);
        await Same();
        Assert.Equal(done, await site.In(s => s.GetRequiredService<Recount>().Run(null, default)));
        await Same();
    }

    [Fact]
    public async Task Each_figure_leads_down_to_the_cases_that_it_counts_and_nobody_sees_beyond_what_is_his()
    {
        var numbers = await Lived();
        await Same();
        using var city = await PageClient.SignIn(site.Address, Supervisor, Password);
        using var yuyao = await PageClient.SignIn(site.Address, "supervisor-yuyao", Password);
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", Password);
        using var window = await PageClient.SignIn(site.Address, "window-haishu", Password);

        var regions = (await city.Read("desk/efficiency")).Text;
        var departments = (await city.Read("desk/efficiency?by=department&region=330203000000")).Text;
        var items = (await city.Read($"desk/efficiency?by=item&department={Department}")).Text;
        var cases = (await city.Read($"desk/efficiency/cases?of=decided&department={Department}")).Text;
        var own = (await handler.Read($"desk/efficiency/cases?of=submitted&department={Department}")).Text;

        Assert.Contains("by=department&region=330203000000", regions, StringComparison.Ordinal);
        Assert.Contains($"by=item&department={Uri.EscapeDataString(Department)}", departments, StringComparison.Ordinal);
        Assert.Contains("个体工商户注册登记", items, StringComparison.Ordinal);
        Assert.Contains(numbers.Granted, cases, StringComparison.Ordinal);
        Assert.Contains(numbers.Refused, cases, StringComparison.Ordinal);
        Assert.DoesNotContain(numbers.Open, cases, StringComparison.Ordinal);
        Assert.Contains(numbers.Open, own, StringComparison.Ordinal);
        Assert.DoesNotContain(numbers.Granted, (await yuyao.Read($"desk/efficiency/cases?of=decided&department={Department}")).Text, StringComparison.Ordinal);
        Assert.Contains("没有办件", (await yuyao.Read("desk/efficiency")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("效能指数", (await window.Read("desk/efficiency")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_a_month_comes_as_a_workbook_and_on_official_paper()
    {
        await Lived();
        await Same();
        using var city = await PageClient.SignIn(site.Address, Supervisor, Password);

        var sheet = await city.Download("desk/efficiency.xlsx?by=region");
        var report = await city.Download("desk/efficiency.pdf?by=region");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (sheet.Status, report.Status));
        Assert.Equal("PK"u8.ToArray(), sheet.Content[..2]);
        using var pdf = PdfDocument.Open(report.Content);
        var text = string.Concat(pdf.GetPages().Select(p => p.Text));
        Assert.Contains("效能监察月报", text, StringComparison.Ordinal);
        Assert.Contains("海曙区", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_shows_the_day_and_is_told_of_news()
    {
        using var city = await PageClient.SignIn(site.Address, Supervisor, Password);
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "desk/board/events") { Headers = { { "Cookie", city.Cookies } } };
        using var answer = await stranger.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await Event(events);

        await Lived();
        await Same();
        await Event(events);
        var open = await site.In(s => s.GetRequiredService<YiwangDb>().Set<WatchedCase>().CountAsync(c => c.EndedAt == null));

        await Wait.Until(async () => (await city.Read("desk/board")).Text.Contains($"<dt>在办</dt><dd>{open}</dd>", StringComparison.Ordinal), "The board does not say how many are open");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(new Uri("desk/board/events", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Everybody_sees_how_much_was_decided_and_how_fast_and_nothing_of_anybody()
    {
        var numbers = await Lived();
        await Same();
        using var anybody = new PageClient(site.Address);

        var statistics = (await anybody.Read("open/statistics")).Text;
        var cases = (await anybody.Read("open/cases?region=330203000000")).Text;

        Assert.Contains("海曙区", statistics, StringComparison.Ordinal);
        Assert.Contains("怎样计算", statistics, StringComparison.Ordinal);
        Assert.Contains($"{numbers.Granted[..^6]}******", cases, StringComparison.Ordinal);
        Assert.DoesNotContain(numbers.Granted, cases, StringComparison.Ordinal);
        Assert.DoesNotContain("王静", cases, StringComparison.Ordinal);
        Assert.Contains("个体工商户注册登记", cases, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Cases of every fate.</summary>
    private async Task<(string Granted, string Refused, string Open)> Lived()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            numbers.Add(await _channel.Submitted());
            await _system.Got(numbers[i], "case.dispatched");
        }
        foreach (var number in numbers[..2])
        {
            await _system.Say(number, "case.accepted");
            await _system.Say(number, "step.completed", new() { ["step"] = "审查", ["opinion"] = "通过" });
        }
        await _system.Say(numbers[0], "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号" });
        await _system.Say(numbers[1], "decision.made", new() { ["result"] = "refused", ["reason"] = "不符合条件", ["documentNumber"] = "2号" });
        await _system.Say(numbers[2], "case.declined", new() { ["reason"] = "不属于本机关职权" });
        await _system.Say(numbers[3], "correction.required", new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "租赁合同", ["why"] = "缺少签名" }) });
        await _channel.Post($"api/v1/cases/{numbers[3]}/withdrawal", new { reason = "不办了" });
        return (numbers[0], numbers[1], numbers[4]);
    }

    /// <summary>Waits for the journal's reader, and counts what the cases themselves say.</summary>
    private Task Same() => Wait.Until(async () =>
    {
        var cases = await site.In(s => s.GetRequiredService<YiwangDb>().Set<Case>().AsNoTracking().ToListAsync());
        var tallies = await site.In(s => s.GetRequiredService<YiwangDb>().Set<Tally>().AsNoTracking().ToListAsync());
        int[] expected =
        [
            cases.Count, cases.Count(c => c.AcceptedOn is not null), cases.Count(c => c.Ending is CaseEnding.Granted), cases.Count(c => c.Ending is CaseEnding.Refused),
            cases.Count(c => c.Ending is CaseEnding.Declined), cases.Count(c => c.Ending is CaseEnding.Withdrawn), cases.Count(c => c.CorrectionAskedOn is not null),
        ];
        return Enum.GetValues<Grain>().Where(g => g is not Grain.Point).All(grain => Counts(tallies.Where(t => t.Grain == grain), grain).SequenceEqual(expected.Where((_, i) => grain is not Grain.Hour || i != 1)));
    }, "The figures are not what the cases say");

    private static IEnumerable<int> Counts(IEnumerable<Tally> tallies, Grain grain)
    {
        var rows = tallies.ToList();
        yield return rows.Sum(t => t.Submitted);
        // A case is accepted on a day; of the hour nothing is known.
        if (grain is not Grain.Hour) yield return rows.Sum(t => t.Accepted);
        yield return rows.Sum(t => t.Granted);
        yield return rows.Sum(t => t.Refused);
        yield return rows.Sum(t => t.Declined);
        yield return rows.Sum(t => t.Stopped);
        yield return rows.Sum(t => t.Corrections);
    }

    private static async Task Event(StreamReader events)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await events.ReadLineAsync(patience.Token) != "event: changed") { }
    }
}
