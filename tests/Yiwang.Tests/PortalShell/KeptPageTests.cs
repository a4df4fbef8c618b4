using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Rooms;
using Yiwang.Portal.Caching;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.PortalShell;

/// <summary>What of the portal is kept, for whom, and until when.</summary>
public sealed class KeptPageTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task A_page_for_anybody_is_kept_until_what_it_is_made_of_changes()
    {
        using var visitor = new Visitor(site.Address);

        using var first = await visitor.Get("person");
        using var second = await visitor.Get("person");
        await site.In(async s => { await s.GetRequiredService<PortalPages>().Changed(Generations.Catalogue, default); return 0; });
        using var third = await visitor.Get("person");
        using var fourth = await visitor.Get("person");
        await site.In(async s => { var report = await s.GetRequiredService<ImportRun>().Run(RepositoryFiles.Data, default); Assert.Empty(report.Problems); return 0; });
        using var fifth = await visitor.Get("person");

        Assert.Equal([false, true, false, true, false], new[] { first, second, third, fourth, fifth }.Select(WasKept));
    }

    [Fact]
    public async Task Who_has_signed_in_never_gets_a_kept_page_and_nobody_gets_theirs()
    {
        using var visitor = new Visitor(site.Address);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        await visitor.Read("company");

        var own = (await resident.Read("company")).Text;
        var ownFirst = (await resident.Read("services")).Text;
        var (_, anybodys) = await visitor.Read("services");

        Assert.Contains("王静", own, StringComparison.Ordinal);
        Assert.Contains("王静", ownFirst, StringComparison.Ordinal);
        Assert.DoesNotContain("王静", anybodys, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", anybodys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_or_foreign_sign_in_cookie_is_reason_enough_to_make_the_page_anew()
    {
        using var visitor = new Visitor(site.Address);
        await visitor.Read("approvals");
        visitor.Cookies.Add(site.Address, new Cookie("yiwang", "nonsense"));

        using var answer = await visitor.Get("approvals");

        Assert.False(WasKept(answer));
    }

    [Fact]
    public async Task Each_way_of_showing_is_kept_by_itself()
    {
        using var usual = new Visitor(site.Address);
        using var large = new Visitor(site.Address);
        await large.Get("accessibility?set=large&next=%2F");

        var (plain, big, again) = ((await usual.Read("open")).Text, (await large.Read("open")).Text, (await usual.Read("open")).Text);

        Assert.DoesNotContain("yw-large", plain, StringComparison.Ordinal);
        Assert.Contains("class=\"yw-large\"", big, StringComparison.Ordinal);
        Assert.Equal(plain, again);
    }

    [Fact]
    public async Task Nothing_is_kept_that_sets_a_cookie_is_not_there_or_asks_what_no_page_reads()
    {
        using var visitor = new Visitor(site.Address);
        foreach (var page in new[] { "sign-in", "accessibility?set=large", "items/XX-NONE-999", "sites/999999", "items?q=a&unknown=1" })
        {
            using var first = await visitor.Get(page);
            using var second = await visitor.Get(page);

            Assert.False(WasKept(first) || WasKept(second), page);
        }
    }

    [Fact]
    public async Task Styles_come_compressed_and_are_kept_for_good_under_the_mark_of_their_content()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = site.Address, DefaultRequestHeaders = { { "Accept-Encoding", "gzip, br" } } };
        using var visitor = new Visitor(site.Address);
        var page = (await visitor.Read("open")).Text;
        var address = page.Split("<link rel=\"stylesheet\" href=\"/")[1].Split('"')[0];

        using var marked = await http.GetAsync(new Uri(address, UriKind.Relative));
        using var stale = await http.GetAsync(new Uri("dist/site.css?v=000000000000", UriKind.Relative));

        Assert.Equal(("br", "text/css"), (Assert.Single(marked.Content.Headers.ContentEncoding), marked.Content.Headers.ContentType?.MediaType));
        Assert.Contains("immutable", marked.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", stale.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", marked.Headers.Vary);
        Assert.True((await marked.Content.ReadAsByteArrayAsync()).Length < 30_000, "The styles have grown large.");
    }

    /// <summary>What is kept says how old it is.</summary>
    private static bool WasKept(HttpResponseMessage answer) => answer.Headers.Age is not null;
}
