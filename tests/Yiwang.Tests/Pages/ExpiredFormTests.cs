using System.Net;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Pages;

public sealed class ExpiredFormTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    private const string Nowhere = "00000000-0000-0000-0000-000000000001";

    [Theory]
    [InlineData("operator", $"desk/exchange/dead-letters/{Nowhere}/resend")]
    [InlineData("wangjing", $"apply/draft/{Nowhere}/materials/remove")]
    public async Task A_form_whose_token_is_out_of_date_is_refused_as_such(string who, string address)
    {
        using var person = await PageClient.SignIn(site.Address, who, "yiwang-demo-2026");

        Assert.Equal(HttpStatusCode.BadRequest, await person.Send(address, "", "", new() { ["material"] = Nowhere }));
    }

    [Fact]
    public async Task A_file_whose_page_is_out_of_date_is_refused_as_such()
    {
        using var person = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");

        Assert.Equal(HttpStatusCode.BadRequest, await person.SendFile($"apply/draft/{Nowhere}/materials/upload", "", "", "file", Channel.Pdf(), new() { ["code"] = "M02" }));
    }
}
