using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Sylvan.Data.Csv;
using Yiwang.Kernel.Database;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.PortalShell;

/// <summary>The published lists: pages, paper and files, and that all three say the same.</summary>
public abstract partial class ListTests(Site site)
{
    private static readonly JsonElement Items = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Data, "items.json"))).RootElement;

    [Theory]
    [InlineData("open/duties", "duty_list.csv")]
    [InlineData("open/investments", "negative_list.csv")]
    [InlineData("open/funds", "special_funds.csv")]
    public async Task The_citys_own_lists_have_every_row_of_the_data_and_other_sites_say_that_they_have_none(string page, string file)
    {
        using var visitor = new Visitor(site.Address);
        using var data = CsvDataReader.Create(Path.Combine(RepositoryFiles.Data, file));
        var ids = new List<string>();
        while (data.Read()) ids.Add(data.GetString(data.GetOrdinal("id")));

        var (status, text) = await visitor.Read(page);
        var (_, county) = await visitor.Read($"sites/330203/{page}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"共 {ids.Count} 项", text, StringComparison.Ordinal);
        Assert.Equal(ids.Order(StringComparer.Ordinal), await Walk(visitor, page));
        Assert.Contains("海曙区没有单独的", county, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{page}\"", county, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Read($"sites/330203/{page}.csv")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Read($"{page}/{ids[0]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Read($"{page}/{ids[0]}-9")).Status);
    }

    [Theory]
    [InlineData("", "市级")]
    [InlineData("sites/330203/", "县级")]
    public async Task Powers_and_services_are_those_that_the_region_exercises(string prefix, string level)
    {
        using var visitor = new Visitor(site.Address);
        var categories = Items.EnumerateArray().ToDictionary(i => i.GetProperty("id").GetString()!, i => i.GetProperty("category").GetString()!, StringComparer.Ordinal);
        var exercised = Items.EnumerateArray().Where(i => i.GetProperty("exercise_levels").EnumerateArray().Any(l => l.GetString() == level)).Select(i => i.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);

        var powers = await Walk(visitor, $"{prefix}open/powers");
        var services = await Walk(visitor, $"{prefix}open/services");

        Assert.True(powers.Count > 150 && services.Count > 30, $"{powers.Count}, {services.Count}");
        Assert.Equal(powers.Count, powers.Distinct(StringComparer.Ordinal).Count());
        Assert.All(services, id => Assert.Equal("公共服务", categories[id]));
        Assert.All(powers, id => Assert.NotEqual("公共服务", categories[id]));
        Assert.Contains(powers, id => categories[id] is "行政处罚");
        // A few are exercised at a level where no department of the kind exists today; they stand in the city's list.
        if (prefix.Length > 0) Assert.All(powers.Concat(services), id => Assert.Contains(id, exercised));
        else Assert.True(powers.Concat(services).Count(exercised.Contains) > 200);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_words_group_and_department_and_printed_as_narrowed()
    {
        using var visitor = new Visitor(site.Address);
        var page = $"open/powers?group={Uri.EscapeDataString("行政处罚")}&department=YJJ";

        var narrowed = await Walk(visitor, page);
        var (_, paper) = await visitor.Read($"{page}&print=1");
        var (_, found) = await visitor.Read($"open/duties?q={Uri.EscapeDataString("食品 农业")}");
        var (_, none) = await visitor.Read($"open/duties?q={Uri.EscapeDataString("火星")}");

        Assert.NotEmpty(narrowed);
        Assert.All(narrowed, id => Assert.StartsWith("CF-", id, StringComparison.Ordinal));
        Assert.All(narrowed, id => Assert.Contains(id, paper, StringComparison.Ordinal));
        Assert.DoesNotContain("role=\"search\"", paper, StringComparison.Ordinal);
        Assert.Contains("ZR-003", found, StringComparison.Ordinal);
        Assert.Contains("没有找到相符的内容", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_is_none_of_ours_leads_back_to_the_first_page_with_a_word_why()
    {
        using var visitor = new Visitor(site.Address);

        var (status, text) = await visitor.Read("open/duties?cursor=AAAAMHwwfFpSLTAxMHw");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("翻页的位置已失效", text, StringComparison.Ordinal);
        Assert.Contains("ZR-001", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open/powers")]
    [InlineData("sites/330203/open/services")]
    [InlineData("open/duties")]
    [InlineData("open/investments")]
    [InlineData("open/funds")]
    public async Task The_files_of_a_list_say_what_its_page_says(string page)
    {
        using var visitor = new Visitor(site.Address);
        using var csv = await visitor.Get($"{page}.csv");
        var bytes = await csv.Content.ReadAsByteArrayAsync();
        var json = JsonDocument.Parse((await visitor.Read($"{page}.json")).Text).RootElement;
        using var xlsx = await visitor.Get($"{page}.xlsx");
        using var workbook = new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync());
        using var reader = CsvDataReader.Create(new StreamReader(new MemoryStream(bytes)));
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(await Walk(visitor, page), rows.Select(r => r[0]));
        Assert.Equal(rows.Count, json.GetProperty("count").GetInt32());
        Assert.Equal(rows, json.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateObject().Select(p => Text(p.Value)).ToArray()));
        Assert.Equal(rows, workbook.Query(useHeaderRow: true, sheetName: "清单").Cast<IDictionary<string, object?>>().Select(r => r.Values.Select(v => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture) ?? "").ToArray()));
        Assert.Matches("清单\\.csv$", csv.Content.Headers.ContentDisposition!.FileNameStar!);

        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, $"{page}.csv")) { Headers = { { "If-None-Match", csv.Headers.ETag!.ToString() } } };
        using var http = new HttpClient();
        using var unchanged = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_spreadsheet_runs_nothing_that_a_row_says()
    {
        const string Formula = "=HYPERLINK(\"http://evil.test\",\"点我\")";
        await Retitle("ZJ-025", Formula);
        using var visitor = new Visitor(site.Address);

        var csv = (await (await visitor.Get("open/funds.csv")).Content.ReadAsStringAsync());
        using var workbook = new MemoryStream(await (await visitor.Get("open/funds.xlsx")).Content.ReadAsByteArrayAsync());
        using var zip = new System.IO.Compression.ZipArchive(workbook);
        using var sheet = new StreamReader(zip.Entries.First(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());

        Assert.Contains("ZJ-025,\"'=HYPERLINK(", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", await sheet.ReadToEndAsync(), StringComparison.Ordinal);
        await Retitle("ZJ-025", "宁波市体育产业发展专项资金");
    }

    [Theory]
    [InlineData("open/secrets")]
    [InlineData("open/secrets.csv")]
    [InlineData("open/powers.exe")]
    [InlineData("sites/330299/open/powers.csv")]
    public async Task What_is_no_list_is_not_found(string page)
    {
        using var visitor = new Visitor(site.Address);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Read(page)).Status);
    }

    [Theory]
    [InlineData("open/figures")]
    [InlineData("sites/330203/open/figures")]
    public async Task Every_figure_leads_to_as_many_rows(string page)
    {
        using var visitor = new Visitor(site.Address);
        var document = new HtmlParser().ParseDocument((await visitor.Read(page)).Text);

        var numbers = document.QuerySelectorAll("main td a").Where(a => a.TextContent.All(c => char.IsAsciiDigit(c) || c == ',')).ToList();

        Assert.True(numbers.Count > 20, $"{numbers.Count}");
        foreach (var number in numbers)
            Assert.Contains($"共 {number.TextContent} 项", (await visitor.Read(number.GetAttribute("href")!.TrimStart('/'))).Text, StringComparison.Ordinal);
    }

    private static string Text(JsonElement value) => value.ValueKind switch { JsonValueKind.True => "是", JsonValueKind.False => "否", JsonValueKind.Null => "", _ => value.ToString() };

    private Task<int> Retitle(string id, string title) => site.In(services => services.GetRequiredService<YiwangDb>().Database.ExecuteSqlAsync($"update catalogue_lists set title = {title} where id = {id}"));

    /// <summary>The numbers on all pages of a list, in their order.</summary>
    private static async Task<List<string>> Walk(Visitor visitor, string page)
    {
        var ids = new List<string>();
        for (var next = page; next is not null;)
        {
            var (_, text) = await visitor.Read(next);
            ids.AddRange(Id().Matches(text).Select(m => m.Groups["id"].Value));
            next = Next().Match(text) is { Success: true } link ? link.Groups["to"].Value : null;
        }
        return ids;
    }

    [GeneratedRegex("class=\"yw-id\">(?<id>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("ms-auto\" href=\"/(?<to>[^\"]+)\">下一页", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();
}

public sealed class ListsOnSqlite(SqliteSite site) : ListTests(site), IClassFixture<SqliteSite>;

public sealed class ListsOnPostgres(PostgresSite site) : ListTests(site), IClassFixture<PostgresSite>;
