using System.Net;
using System.Text.RegularExpressions;
using Yiwang.Tests.Kit;
using Yiwang.Tests.PortalShell;

namespace Yiwang.Tests.Points;

/// <summary>The pages of service points. Read alone, so the embedded database is enough.</summary>
public sealed partial class PointPageTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task One_goes_down_from_the_county_to_the_villages_point_and_it_names_those_above()
    {
        using var visitor = new Visitor(site.Address);

        Assert.Contains("href=\"/points?region=330203\"", (await visitor.Read("points")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/points?region=330203001\"", (await visitor.Read("points?region=330203")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/points/330203001001-01\"", (await visitor.Read("points?region=330203001")).Text, StringComparison.Ordinal);
        var (status, point) = await visitor.Read("points/330203001001-01");

        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var above in new[] { "330203001000-01", "330203000000-01", "330200000000-01" }) Assert.Contains($"href=\"/points/{above}\"", point, StringComparison.Ordinal);
        Assert.Contains("\"@type\":\"GovernmentOffice\"", point, StringComparison.Ordinal);
        Assert.Contains("示例</span>", point, StringComparison.Ordinal);
        Assert.DoesNotContain("openingHours", point, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_keeps_its_visitors_and_shows_its_own_points()
    {
        using var visitor = new Visitor(site.Address);

        var (_, list) = await visitor.Read("sites/330203001/points");
        var (status, point) = await visitor.Read("sites/330203001/points/330203000000-01");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("南门街道的服务点", list, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/points", list + point.Replace("http://", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("href=\"/sites/330203/items\"", point, StringComparison.Ordinal);
        Assert.Matches("rel=\"canonical\" href=\"http://[^/]+/points/330203000000-01\"", point);
    }

    [Theory]
    [InlineData("points/330299000000-01")]
    [InlineData("points/none")]
    [InlineData("sites/330203/points/%3Cscript%3E")]
    public async Task A_point_that_is_not_there_has_no_page(string page)
    {
        using var visitor = new Visitor(site.Address);

        var (status, text) = await visitor.Read(page);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("没有找到这一页", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nearest_come_first_and_their_sample_places_are_marked()
    {
        using var visitor = new Visitor(site.Address);

        await visitor.Get("points?lat=30.037&lon=121.155");
        using var answer = await visitor.Get("points?lat=30.037&lon=121.155");
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        var kilometres = Kilometres().Matches(text).Select(m => double.Parse(m.Groups["km"].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(10, kilometres.Count);
        Assert.Equal(kilometres.Order(), kilometres);
        Assert.Equal("330281000000-01", PointLink().Match(text[text.IndexOf("0.0 公里", StringComparison.Ordinal)..]).Groups["code"].Value);
        Assert.Contains("距离只供参考", text, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Null(answer.Headers.Age);
    }

    [Theory]
    [InlineData("lat=abc&lon=121.5", "位置读不出来")]
    [InlineData("lat=29.8", "位置读不出来")]
    [InlineData("lat=&lon=", "位置读不出来")]
    [InlineData("lat=500&lon=121.5", "位置不存在")]
    [InlineData("lat=39.904&lon=116.407", "不在宁波市内")]
    public async Task A_position_that_is_of_no_use_is_explained_and_the_list_is_still_there(string query, string reason)
    {
        using var visitor = new Visitor(site.Address);

        var (status, text) = await visitor.Read($"points?{query}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.Contains("href=\"/points/330200000000-01\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_a_places_name_leads_to_the_points_there_and_above()
    {
        using var visitor = new Visitor(site.Address);

        var (_, one) = await visitor.Read($"points?place={Uri.EscapeDataString("南门街道")}");
        var (_, many) = await visitor.Read($"points?place={Uri.EscapeDataString("新")}");
        var (_, none) = await visitor.Read($"points?place={Uri.EscapeDataString("亚特兰蒂斯")}");

        Assert.Equal(["330203001000-01", "330203000000-01", "330200000000-01"], PointLink().Matches(one).Select(m => m.Groups["code"].Value));
        Assert.Contains("href=\"/points?near=", many, StringComparison.Ordinal);
        Assert.Contains("没有这个地名", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_finds_by_name_and_kind_and_turns_the_pages()
    {
        using var visitor = new Visitor(site.Address);

        var (_, windows) = await visitor.Read("points?kind=department-window");
        var next = NextPage().Match(windows).Groups["to"].Value.TrimStart('/');
        var (_, second) = await visitor.Read(next);
        var (_, named) = await visitor.Read($"points?q={Uri.EscapeDataString("南门街道 便民服务中心")}");
        var (_, nothing) = await visitor.Read("points?q=zzz");
        var (refused, first) = await visitor.Read("points?cursor=department-window.x");

        Assert.Contains("共 43 个", windows, StringComparison.Ordinal);
        Assert.Equal(20, PointLink().Count(second));
        Assert.Empty(PointLink().Matches(windows).Select(m => m.Value).Intersect(PointLink().Matches(second).Select(m => m.Value)));
        Assert.Equal("330203001000-01", Assert.Single(PointLink().Matches(named)).Groups["code"].Value);
        Assert.Contains("没有找到服务点", nothing, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.Contains("翻页位置读不出来", first, StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"/points/(?<code>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PointLink();

    [GeneratedRegex(@"(?<km>\d+\.\d) 公里", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kilometres();

    [GeneratedRegex("href=\"(?<to>[^\"]*cursor=[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NextPage();
}
