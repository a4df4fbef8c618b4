using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Production;

/// <summary>What production adds to every answer, and what it does not answer at all.</summary>
public sealed class HardeningTests(SqliteProductionSite site) : IClassFixture<SqliteProductionSite>
{
    // Browsers are not told about the machine itself, so the requests bear the name of a site.
    private const string Host = "zwfw.example.gov.cn";

    [Fact]
    public async Task Cookies_are_for_tls_alone_and_browsers_are_told_to_stay_with_it()
    {
        using var http = Secure();

        var page = await http.GetAsync(new Uri("sign-in", UriKind.Relative));

        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_proxy_that_ends_tls_is_believed()
    {
        using var http = Plain("text/html");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var page = await http.GetAsync(new Uri("sign-in", UriKind.Relative));
        var token = await http.PostAsync(new Uri("connect/token", UriKind.Relative), Credentials());

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.Contains("Strict-Transport-Security"));
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("invalid_client", (string?)JsonNode.Parse(await token.Content.ReadAsStringAsync())!["error"]);
    }

    [Fact]
    public async Task In_clear_a_page_is_sent_on_and_all_else_is_refused()
    {
        using var browser = Plain("text/html");
        using var client = Plain("application/json");

        var page = await browser.GetAsync(new Uri("sign-in?next=%2Fdesk", UriKind.Relative));
        var form = await browser.PostAsync(new Uri("sign-in", UriKind.Relative), Credentials());
        var token = await client.PostAsync(new Uri("connect/token", UriKind.Relative), Credentials());
        var api = await client.GetAsync(new Uri("api/v1/items", UriKind.Relative));

        Assert.Equal((HttpStatusCode.Redirect, $"https://{Host}/sign-in?next=%2Fdesk"), (page.StatusCode, page.Headers.Location!.OriginalString));
        Assert.All([form, token, api], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal("https-required", (string?)JsonNode.Parse(await token.Content.ReadAsStringAsync())!["code"]);
    }

    [Fact]
    public async Task A_load_balancer_asks_for_health_in_clear()
    {
        using var http = Plain("*/*");

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("health/ready", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("sign-in", false)]
    [InlineData("no-such-page", false)]
    [InlineData("openapi/v1.json", false)]
    [InlineData("api/", true)]
    public async Task Inline_script_runs_on_the_page_of_the_api_alone(string page, bool allowed)
    {
        using var http = Secure();

        var answer = await http.GetAsync(new Uri(page, UriKind.Relative));

        var script = answer.Headers.GetValues("Content-Security-Policy").Single().Split(';', StringSplitOptions.TrimEntries).Single(d => d.StartsWith("script-src", StringComparison.Ordinal));
        Assert.Equal(allowed ? "script-src 'self' 'unsafe-inline'" : "script-src 'self'", script);
    }

    private HttpClient Secure() => new(ProductionSite.Handler()) { BaseAddress = site.SecureAddress, DefaultRequestHeaders = { Host = Host } };

    private HttpClient Plain(string accept) => new(ProductionSite.Handler(follow: false))
    {
        BaseAddress = site.Address, DefaultRequestHeaders = { Host = Host, Accept = { MediaTypeWithQualityHeaderValue.Parse(accept) } },
    };

    private static FormUrlEncodedContent Credentials() => new([new("grant_type", "client_credentials"), new("client_id", "nobody"), new("client_secret", "nothing"), new("scope", "channel")]);
}
