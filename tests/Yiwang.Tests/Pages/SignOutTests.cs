using System.Net;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Pages;

public sealed class SignOutTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task Nobody_is_signed_out_by_a_form_of_another_page()
    {
        using var person = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");

        await person.Send("sign-out", "", "", []);

        Assert.Contains("我的办件", (await person.Read("my/cases")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Form.Password\"", (await person.Read("my/cases")).Text, StringComparison.Ordinal);
    }
}
