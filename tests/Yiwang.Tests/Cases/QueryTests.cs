using System.Net;
using Yiwang.Bench;
using Yiwang.Host.Demo;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class QueryOnSqlite(SqliteSite site) : QueryTests(site), IClassFixture<SqliteSite>;

public sealed class QueryOnPostgres(PostgresSite site) : QueryTests(site), IClassFixture<PostgresSite>;

/// <summary>统一查询: how a case stands, for whoever holds its number and the last digits of the applicant's.</summary>
public abstract class QueryTests(Site site)
{
    [Fact]
    public async Task With_number_and_last_digits_anybody_learns_how_it_stands_and_nothing_more_and_guessing_ends_soon()
    {
        using var channel = await Channel.For(site);
        using var visitor = new PageClient(site.Address);
        var number = await channel.Submitted();
        var another = await channel.Submitted();
        var applicant = DemoPeople.Resident(1);
        var last = ((string)applicant["idNumber"]!)[^4..];

        var found = await Ask(visitor, number, last);
        var wrong = await Ask(visitor, number, "0000");
        var mistyped = await Ask(visitor, $"{number[..^7]}{another[^7..^1]}{(another[^1] == 'A' ? 'B' : 'A')}", last);
        var few = await Ask(visitor, number, "12");

        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Contains("海曙区市场监督管理局将在", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((string)applicant["name"]!, found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((string)applicant["phone"]!, found.Text, StringComparison.Ordinal);
        Assert.All([wrong, mistyped, few], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Contains("没有找到这个办件", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("后 4 位", few.Text, StringComparison.Ordinal);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 30; i++) answers.Add((await Ask(visitor, number, "0000")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private static async Task<(HttpStatusCode Status, string Text)> Ask(PageClient visitor, string number, string last)
    {
        var answer = await visitor.SendAll("query", (await visitor.Open("query")).Token, "query", [new("Form.Number", number), new("Form.Last", last)]);
        return (answer.Status, answer.Text);
    }
}
