using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yiwang.Bench;
using Yiwang.Tests.Kit;
using Yiwang.Tests.PortalShell;

namespace Yiwang.Tests.Guides;

/// <summary>The guide (办事指南): what stands on it, for people and for machines.</summary>
public sealed partial class GuideTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    private const string WithForm = "XK-SCJG-004";
    private const string Penalty = "CF-SCJG-001";

    [Fact]
    public async Task The_flow_is_drawn_with_each_step_and_stays_a_list_for_who_cannot_see_it()
    {
        using var visitor = new Visitor(site.Address);

        var (_, text) = await visitor.Read($"items/{Penalty}");

        var drawing = text.Split("yw-chart-wide")[1].Split("</svg>")[0];
        foreach (var step in new[] { "立案", "调查取证", "法制审核", "处罚告知", "（陈述申辩）", "听证", "决定", "送达", "执行", "公示", "结案归档" }) Assert.Contains($">{step}</text>", drawing, StringComparison.Ordinal);
        Assert.Equal(10, Regex.Count(drawing, "<rect ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(9, Regex.Count(drawing, "marker-end", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("<li>决定，90 日内</li>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_penalty_shows_its_kinds_and_ranges_and_says_that_the_tiers_are_computed()
    {
        using var visitor = new Visitor(site.Address);

        var (_, text) = await visitor.Read($"items/{Penalty}");

        var table = text.Split("id=\"penalties\"")[1].Split("</section>")[0];
        Assert.Contains("没收违法所得、没收非法财物、罚款", table, StringComparison.Ordinal);
        Assert.Contains("5 万–10 万元", table, StringComparison.Ordinal);
        Assert.Contains("货值金额的 10–20 倍", table, StringComparison.Ordinal);
        Assert.Contains("yw-sample", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_for_machines_parses_and_cannot_end_its_element()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        foreach (var item in new[] { WithForm, Penalty })
        {
            var html = await http.GetStringAsync(new Uri($"sites/330203/items/{item}", UriKind.Relative));
            var data = Data().Match(html).Groups["json"].Value;

            Assert.DoesNotContain('<', data);
            var service = JsonDocument.Parse(data).RootElement.GetProperty("@graph")[0];
            Assert.Equal("GovernmentService", service.GetProperty("@type").GetString());
            Assert.Equal(item, service.GetProperty("identifier").GetString());
            Assert.Contains($"<link rel=\"canonical\" href=\"{site.Address}items/{item}\"", html, StringComparison.Ordinal);
            Assert.Equal(1, Regex.Count(html, "<meta name=\"description\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }
    }

    [Fact]
    public async Task A_regions_guide_names_its_own_department_first()
    {
        using var visitor = new Visitor(site.Address);

        var (_, text) = await visitor.Read($"sites/330203/items/{WithForm}");

        Assert.Matches("海曙区由\\s*<strong>[^<]*海曙区", text.Split("id=\"where\"")[1]);
    }

    [Fact]
    public async Task A_guide_stays_kept_for_anybody_and_the_form_for_favourites_is_for_who_has_signed_in()
    {
        using var visitor = new Visitor(site.Address);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        await visitor.Get($"items/{WithForm}");

        using var again = await visitor.Get($"items/{WithForm}");
        var own = (await resident.Read($"items/{WithForm}")).Text;
        var anybodys = await again.Content.ReadAsStringAsync();

        Assert.NotNull(again.Headers.Age);
        Assert.DoesNotContain("__RequestVerificationToken", anybodys, StringComparison.Ordinal);
        Assert.Contains($"/sign-in?next=%2Fitems%2F{WithForm}", anybodys, StringComparison.Ordinal);
        Assert.Contains("name=\"_handler\" value=\"favourite\"", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_for_paper_lists_every_field_blank_and_with_values_that_are_marked_as_made_up()
    {
        using var visitor = new Visitor(site.Address);
        using var forms = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Data, "forms.json"), TestContext.Current.CancellationToken));
        var root = forms.RootElement.ValueKind is JsonValueKind.Array ? forms.RootElement : forms.RootElement.GetProperty("forms");
        var labels = root.EnumerateArray().Single(f => f.GetProperty("item_id").GetString() == WithForm).GetProperty("sections").EnumerateArray()
            .SelectMany(s => s.GetProperty("fields").EnumerateArray()).Select(f => f.GetProperty("label").GetString()!.Split('(')[0]).ToList();

        var guide = (await visitor.Read($"items/{WithForm}")).Text;
        var (blank, sample) = ((await visitor.Read($"forms/{WithForm}/blank")).Text, (await visitor.Read($"forms/{WithForm}/sample")).Text);

        Assert.NotEmpty(labels);
        foreach (var label in labels) Assert.True(blank.Contains(label, StringComparison.Ordinal) && sample.Contains(label, StringComparison.Ordinal), label);
        Assert.Contains($"/forms/{WithForm}/blank", guide, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", blank, StringComparison.Ordinal);
        Assert.Contains("张三", sample, StringComparison.Ordinal);
        Assert.Contains("yw-watermark", sample, StringComparison.Ordinal);
        Assert.DoesNotContain("/forms/", (await visitor.Read($"items/{Penalty}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Read("forms/XX-NONE-999/blank")).Status);
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<json>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Data();
}
