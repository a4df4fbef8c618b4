using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Catalogue.Search;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Search;

public sealed class FollowOnSqlite(SqliteSite site) : FollowTests(site), IClassFixture<SqliteSite>;

public sealed class FollowOnPostgres(PostgresSite site) : FollowTests(site), IClassFixture<PostgresSite>;

/// <summary>The lists of the portal show what is in force, whoever changed it.</summary>
public abstract class FollowTests(Site site)
{
    [Fact]
    public async Task What_another_process_imports_is_found_without_a_restart_and_what_it_takes_out_is_gone()
    {
        using var visitor = new PageClient(site.Address);
        var before = await visitor.Read("items?q=月湖龙舟训练场地预约");
        using var changed = new ReferenceFolder();
        changed.Change("items.json", text => text
            .Replace("\"name\": \"公司变更登记\"", "\"name\": \"月湖龙舟训练场地预约\"", StringComparison.Ordinal));
        Assert.Empty((await changed.ImportBeside(site)).Problems);

        var found = await Until(visitor, "items?q=月湖龙舟训练场地预约", page => page.Contains(">月湖龙舟训练场地预约<", StringComparison.Ordinal));
        var old = await visitor.Read("items?q=公司变更登记");
        using var again = new ReferenceFolder();
        Assert.Empty((await again.ImportBeside(site)).Problems);
        await Until(visitor, "items?q=公司变更登记", page => page.Contains(">公司变更登记<", StringComparison.Ordinal));

        Assert.DoesNotContain(">月湖龙舟训练场地预约<", before.Text, StringComparison.Ordinal);
        Assert.Contains("XK-SCJG-002", found, StringComparison.Ordinal);
        Assert.DoesNotContain(">公司变更登记<", old.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_belongs_to_another_database_is_built_anew()
    {
        var index = site.Services.GetRequiredService<ItemIndex>();
        var before = index.Search(new(), null, 1).Value.Total;
        index.Rebuild([], index.Position!.Value, "another");
        Assert.Equal(0, index.Search(new(), null, 1).Value.Total);

        await site.Services.GetRequiredService<KeepIndex>().Run(default);

        Assert.InRange(before, 330, 343);
        Assert.Equal(before, index.Search(new(), null, 1).Value.Total);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_place_kind_and_department_and_each_link_keeps_the_others()
    {
        using var visitor = new PageClient(site.Address);

        var (status, page) = await visitor.Read("items?region=330203&category=行政许可&department=SCJG");
        var (_, own) = await visitor.Read("sites/330203/items?category=行政许可&department=SCJG");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("海曙区市场监督管理局", page, StringComparison.Ordinal);
        Assert.Contains("/items?region=330203&category=%E8%A1%8C%E6%94%BF%E7%A1%AE%E8%AE%A4&department=SCJG", page, StringComparison.Ordinal);
        Assert.Equal(Total(page), Total(own));
        Assert.DoesNotContain("id=\"by-region\"", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tampers_with_the_place_in_a_list_is_told_and_shown_its_beginning()
    {
        using var visitor = new PageClient(site.Address);
        using var channel = await Channel.For(site);

        var (status, page) = await visitor.Read("items?cursor=..%2F%27%22%3E");
        var api = await channel.Get("api/v1/items?cursor=XK-SCJG-004");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("yw-errors", page, StringComparison.Ordinal);
        Assert.Contains("个体工商户注册登记", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, api.Status);
        Assert.Equal("bad-cursor", (string?)api.Body["code"]);
    }

    [Fact]
    public async Task Anything_that_is_typed_gets_an_answer()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        foreach (var typed in new[] { new string('证', 10_000), "+-&&||!(){}[]^\"~*?:\\/ AND OR NOT", "<script>alert(1)</script>", "😀\u0000\u0007", "   ", "我想办理" })
        {
            var answer = await http.GetAsync($"items?q={Uri.EscapeDataString(typed)}");
            var page = await answer.Content.ReadAsStringAsync();

            // The server itself refuses addresses that are too long.
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.RequestUriTooLong, $"{answer.StatusCode} for {typed[..Math.Min(20, typed.Length)]}");
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        }
    }

    private static string Total(string page) => page[(page.IndexOf("共 ", StringComparison.Ordinal) + 2)..].Split(' ')[0];

    private static async Task<string> Until(PageClient visitor, string address, Func<string, bool> holds)
    {
        for (var i = 0; ; i++)
        {
            var (_, page) = await visitor.Read(address);
            if (holds(page)) return page;
            Assert.True(i < 600, $"{address} never showed it");
            await Task.Delay(50);
        }
    }
}
