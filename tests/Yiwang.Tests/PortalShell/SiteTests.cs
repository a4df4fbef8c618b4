using System.Net;
using System.Text.RegularExpressions;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.PortalShell;

/// <summary>One interface and one navigation for the sites of all levels. Read alone, so the embedded database is enough.</summary>
public sealed partial class SiteTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Theory]
    [InlineData("sites/330203", "海曙区")]
    [InlineData("sites/3302KA", null)]
    [InlineData("sites/330203001", "南门街道")]
    [InlineData("sites/330203001001", null)]
    public async Task Every_level_has_the_same_pages_and_their_links_stay_within_the_site(string home, string? name)
    {
        using var visitor = new Visitor(site.Address);

        foreach (var page in new[] { "", "/items", "/person", "/company", "/approvals", "/services", "/open", "/notices", "/site-map", "/items/XK-SCJG-004" })
        {
            var (status, text) = await visitor.Read(home + page);

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains($"{name}政务服务</small>", text, StringComparison.Ordinal);
            var links = LocalLink().Matches(text).Select(m => m.Groups["to"].Value).Where(to => to.StartsWith("/items", StringComparison.Ordinal) || to.StartsWith("/person", StringComparison.Ordinal) || to.StartsWith("/notices", StringComparison.Ordinal));
            Assert.Empty(links);
            Assert.Contains($"href=\"/{home}/items", page is "" or "/person" ? text : text + $"href=\"/{home}/items", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("sites/999999")]
    [InlineData("sites/330299")]
    [InlineData("sites/abc/items")]
    [InlineData("sites/33020/items")]
    public async Task A_region_that_is_not_there_has_no_site(string page)
    {
        using var visitor = new Visitor(site.Address);

        var (status, text) = await visitor.Read(page);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("没有找到这一页", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sites/330203000000/items?q=%E9%A3%9F%E5%93%81", "/sites/330203/items?q=%E9%A3%9F%E5%93%81")]
    [InlineData("sites/3302ka", "/sites/3302KA")]
    [InlineData("sites/330203001000/notices", "/sites/330203001/notices")]
    [InlineData("sites/330200/items", "/items")]
    [InlineData("sites/3302", "/")]
    public async Task A_site_has_one_address(string written, string canonical)
    {
        using var visitor = new Visitor(site.Address);

        Assert.Equal((HttpStatusCode.MovedPermanently, canonical), await visitor.Sent(written));
    }

    [Fact]
    public async Task A_village_shows_what_its_county_decides_and_says_so()
    {
        using var visitor = new Visitor(site.Address);

        var (_, text) = await visitor.Read("sites/330203001001");
        var (_, county) = await visitor.Read("sites/330203");

        Assert.Contains("没有自己决定的事项", text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有自己决定的事项", county, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_province_keeps_its_items_elsewhere()
    {
        using var visitor = new Visitor(site.Address);

        var (status, text) = await visitor.Read("sites/330000");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("省级事项不在本平台办理", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_found_by_its_name_and_by_going_down()
    {
        using var visitor = new Visitor(site.Address);

        Assert.Contains("href=\"/sites/330203001\"", (await visitor.Read($"sites?q={Uri.EscapeDataString("南门街道")}")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/sites?in=330203\"", (await visitor.Read("sites")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/sites?in=330203001\"", (await visitor.Read("sites?in=330203")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/sites/330203001001\"", (await visitor.Read("sites?in=330203001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_home_and_boards_leads_somewhere()
    {
        using var visitor = new Visitor(site.Address);
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in new[] { "", "person", "company", "approvals", "services", "open", "site-map", "sites/330203", "sites/330203/person" })
            links.UnionWith(LocalLink().Matches((await visitor.Read(page)).Text).Select(m => m.Groups["to"].Value.TrimStart('/')).Where(to => !to.StartsWith("my/", StringComparison.Ordinal) && to != "api" && !to.Contains("accessibility?", StringComparison.Ordinal)));

        var dead = new List<string>();
        foreach (var link in links)
        {
            if ((await visitor.Read(link)).Status is not HttpStatusCode.OK) dead.Add(link);
        }

        Assert.True(links.Count > 200, $"{links.Count}");
        Assert.Empty(dead);
    }

    [Fact]
    public async Task The_site_map_names_every_site_and_every_item()
    {
        using var visitor = new Visitor(site.Address);

        var (_, index) = await visitor.Read("sitemap.xml");
        var sites = (await visitor.Read("sitemap/sites.xml")).Text;
        var items = (await visitor.Read("sitemap/items-1.xml")).Text;

        Assert.Contains("/sitemap/items-1.xml", index, StringComparison.Ordinal);
        Assert.True(sites.Split("<loc>").Length > 3_200, "There are about 3,200 sites.");
        Assert.Contains("/items/XK-SCJG-004</loc>", items, StringComparison.Ordinal);
        Assert.Contains("/sitemap.xml", (await visitor.Read("robots.txt")).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"(?<to>/[^\"#]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalLink();
}
