using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Host.Demo;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Cases;

public sealed class ReceptionOnSqlite(SqliteSite site) : ReceptionTests(site), IClassFixture<SqliteSite>;

public sealed class ReceptionOnPostgres(PostgresSite site) : ReceptionTests(site), IClassFixture<PostgresSite>;

/// <summary>窗口收件: finding who stands at the counter.</summary>
public abstract partial class ReceptionTests(Site site)
{
    [Fact]
    public async Task An_applicant_who_has_been_here_is_found_by_number_and_not_typed_again()
    {
        using var channel = await Channel.For(site);
        await channel.Submitted();
        var resident = DemoPeople.Resident(1);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var page = await Begin(window);

        var status = await window.Send(page, (await window.Open(page)).Token, "receive", Applicant("find", (string)resident["idNumber"]!));
        var (_, text) = await window.Read(page);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((string)resident["name"]!, Value(text, "applicant.name"));
        Assert.Equal((string)resident["phone"]!, Value(text, "applicant.phone"));
        // The form asks for the same person: what is known stands there.
        Assert.Equal((string)resident["name"]!, Value(text, "form.opName"));
        var looked = await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().Where(e => e.Kind == "acceptance.applicant-looked-up").ToListAsync());
        Assert.DoesNotContain(looked, e => e.Data.Contains((string)resident["idNumber"]!, StringComparison.Ordinal));
        Assert.NotEmpty(looked);
    }

    [Fact]
    public async Task A_number_that_is_wrong_or_new_is_told()
    {
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var page = await Begin(window);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await window.Send(page, (await window.Open(page)).Token, "receive", Applicant("find", "330200198503150014")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await window.Send(page, (await window.Open(page)).Token, "receive", Applicant("find", "33020019780620001X")));
        Assert.Equal("33020019780620001X", Value((await window.Read(page)).Text, "applicant.idNumber"));
    }

    private static Dictionary<string, string> Applicant(string act, string number) => new() { ["act"] = act, ["applicant.kind"] = "person", ["applicant.idNumber"] = number };

    private static async Task<string> Begin(PageClient window)
    {
        var choose = $"desk/reception?q=个体&item={Channel.Item}";
        await window.Send(choose, (await window.Open(choose)).Token, "begin", new() { ["Form.Region"] = "330203000000" });
        return DraftLink().Match((await window.Read("desk/reception")).Text).Value.TrimStart('/');
    }

    private static string Value(string page, string field) => Regex.Match(page, $"name=\"{Regex.Escape(field)}\"[^>]*?value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    [GeneratedRegex("/desk/reception/draft/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex DraftLink();
}
