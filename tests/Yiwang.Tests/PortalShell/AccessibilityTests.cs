using System.Net;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.PortalShell;

/// <summary>The accessibility switches, as they work without script.</summary>
public sealed class AccessibilityTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task Large_print_and_high_contrast_are_switched_each_by_itself_and_kept_for_a_year()
    {
        using var visitor = new Visitor(site.Address);

        using var large = await visitor.Get("accessibility?set=large&next=%2Fitems%3Fq%3Da");
        await visitor.Get("accessibility?set=contrast&next=%2F");
        var both = (await visitor.Read("")).Text;
        await visitor.Get("accessibility?clear=large&next=%2F");
        var one = (await visitor.Read("")).Text;
        await visitor.Get("accessibility?clear=contrast&next=%2F");

        var cookie = Assert.Single(large.Headers.GetValues("Set-Cookie")).ToLowerInvariant();
        Assert.Contains("max-age=31536000", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Equal("/items?q=a", large.Headers.Location?.OriginalString);
        Assert.Contains("<html lang=\"zh-CN\" class=\"yw-large yw-contrast\">", both, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-CN\" class=\"yw-contrast\">", one, StringComparison.Ordinal);
        Assert.DoesNotContain("yw-contrast", (await visitor.Read("")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_switch_leads_nowhere_but_to_our_own_pages(string next)
    {
        using var visitor = new Visitor(site.Address);

        Assert.Equal((HttpStatusCode.Redirect, "/"), await visitor.Sent($"accessibility?set=large&next={Uri.EscapeDataString(next)}"));
    }
}
