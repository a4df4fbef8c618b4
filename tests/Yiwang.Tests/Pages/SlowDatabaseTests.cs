using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Drafts;
using Yiwang.Bench;
using Yiwang.Handling;
using Yiwang.Identity;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Pages;

/// <summary>A platform whose database answers one chosen query of a page late, and all others at once.</summary>
public sealed class HesitatingSite : Site
{
    internal Hesitation Hesitation { get; } = new();

    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);

    protected override void Configure(WebApplicationBuilder builder) =>
        builder.Services.ConfigureDbContext<YiwangDb>(options => options.AddInterceptors(Hesitation));
}

internal sealed class Hesitation : DbCommandInterceptor
{
    // Background work asks too; only what a page asks counts.
    private readonly HttpContextAccessor _request = new();
    private int _left;

    /// <summary>Whether the chosen query has come.</summary>
    public bool Came => Volatile.Read(ref _left) <= 0;

    public void At(int query) => Volatile.Write(ref _left, query);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (_request.HttpContext is not null && Interlocked.Decrement(ref _left) == 0) await Task.Delay(30, cancellationToken);
        return result;
    }
}

public sealed class SlowDatabaseTests(HesitatingSite site) : IClassFixture<HesitatingSite>
{
    [Fact]
    public async Task Every_page_shows_whole_whichever_of_its_queries_is_answered_late()
    {
        var number = await CaseOf("wangjing");
        var draft = await site.In(async s =>
        {
            var owner = await s.GetRequiredService<YiwangDb>().Set<Person>().SingleAsync(p => p.UserName == "wangjing");
            return Draft.Begin(Guid.NewGuid(), $"applicant:{owner.Id}", ItemCode.Parse(Channel.Item, null), 1, 1, RegionCode.Parse("330203", null), null, DateTimeOffset.UnixEpoch);
        });
        await site.Save(draft);

        await Whole("wangjing", "", "items?q=登记", $"items/{Channel.Item}", "my/cases", $"my/cases/{number}", $"apply/{Channel.Item}", $"apply/draft/{draft.Id}", $"apply/draft/{draft.Id}/form/1", $"apply/draft/{draft.Id}/materials", $"apply/draft/{draft.Id}/check");
        await Whole("window-haishu", "desk", "desk/cases", $"desk/cases/{number}", $"desk/cases/{number}/receipt", $"desk/reception?q=个体&item={Channel.Item}");
        await Whole("handler-haishu", "desk/handling", $"desk/handling/{number}");
        await Whole("operator", "desk/exchange/systems", "desk/exchange/systems/SYS-04", "desk/exchange/dead-letters");
    }

    [Fact]
    public async Task A_page_that_breaks_says_so_in_words()
    {
        var number = await CaseOf("wangjing");
        await site.In(s => s.GetRequiredService<YiwangDb>().Set<Submission>().Where(x => x.Case == number).ExecuteUpdateAsync(x => x.SetProperty(y => y.Materials, "broken")));
        using var person = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");

        var (status, text) = await person.Read($"my/cases/{number}");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains("系统出了问题", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
    }

    private async Task Whole(string who, params string[] pages)
    {
        using var person = await PageClient.SignIn(site.Address, who, "yiwang-demo-2026");
        foreach (var page in pages)
        {
            var expected = await person.Read(page);
            Assert.True(expected.Status is HttpStatusCode.OK, $"{page}: {expected.Status}");
            for (var query = 1; query == 1 || site.Hesitation.Came; query++)
            {
                Assert.True(query < 60, page);
                site.Hesitation.At(query);
                var shown = await person.Read(page);
                Assert.True(shown.Status is HttpStatusCode.OK, $"{page}, query {query}: {shown.Status}");
            }
        }
    }

    private async Task<CaseNumber> CaseOf(string person)
    {
        using var channel = await Channel.For(site);
        var application = await channel.Application();
        application["applicant"]!["idNumber"] = await site.In(async s => (await s.GetRequiredService<YiwangDb>().Set<Person>().SingleAsync(p => p.UserName == person)).ResidentId.Value);
        var number = CaseNumber.Parse((string)(await channel.Submit(application)).Body["caseNumber"]!, null);
        while (!await site.In(s => s.GetRequiredService<YiwangDb>().Set<HandlingTask>().AnyAsync(t => t.Case == number))) await Task.Delay(25, TestContext.Current.CancellationToken);
        return number;
    }
}
