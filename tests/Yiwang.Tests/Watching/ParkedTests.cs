using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Supervision.Watch;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Watching;

public sealed class ParkedOnSqlite(SqliteSite site) : ParkedTests(site), IClassFixture<SqliteSite>;

public sealed class ParkedOnPostgres(PostgresSite site) : ParkedTests(site), IClassFixture<PostgresSite>;

/// <summary>An entry of the journal that supervision cannot take is put aside and shown, and everything else goes on.</summary>
public abstract class ParkedTests(Site site)
{
    /// <summary>What a faulty version might write: not as the reader expects it.</summary>
    [Yiwang.Kernel.Journals.Fact("exchange.reply-refused")]
    public sealed record Unreadable(int Type);

    [Fact]
    public async Task A_fact_that_cannot_be_read_waits_with_all_that_follows_it_and_other_cases_are_watched()
    {
        using var channel = await Channel.For(site);
        var poisoned = await channel.Submitted();
        await Watched(poisoned);
        await site.In(async services =>
        {
            services.GetRequiredService<Journal>().Append($"exchange/{poisoned}", new Unreadable(7));
            services.GetRequiredService<Journal>().Append($"exchange/{poisoned}", new Unreadable(8));
            return await services.GetRequiredService<YiwangDb>().SaveChangesAsync();
        });
        var other = await channel.Submitted();
        await Watched(other);
        await Wait.Until(async () => (await Parked()).Count == 2, "What cannot be read is not put aside");
        using var supervisor = await PageClient.SignIn(site.Address, "supervisor-ningbo", "yiwang-demo-2026");
        const string Page = "desk/supervision-parked";
        var first = (await Parked())[0];

        var told = await supervisor.Read("desk/supervision");
        var shown = await supervisor.Open(Page);
        var again = await supervisor.SendAll(Page, shown.Token, $"retry-{first.Position}", []);
        await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().Where(e => e.Stream == $"exchange/{poisoned}").ExecuteUpdateAsync(
            e => e.SetProperty(x => x.Data, $$"""{"system":"SYS-04","case":"{{poisoned}}","type":"correction.required","code":"already-asked"}""")));
        var mended = await supervisor.SendAll(Page, (await supervisor.Open(Page)).Token, $"retry-{first.Position}", []);

        Assert.Contains("有 2 行留痕处理不了", told.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, true), (again.Status, again.Text.Contains("还是处理不了", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.OK, true), (mended.Status, mended.Text.Contains("没有停下的留痕", StringComparison.Ordinal)));
        Assert.Empty(await Parked());
        Assert.Equal(HttpStatusCode.OK, (await supervisor.Read($"desk/supervision?q={poisoned}&state=all")).Status);
        Assert.Contains("PROC_CORRECTIONS", await Rules(poisoned));
    }

    private Task Watched(string number)
    {
        var parsed = CaseNumber.Parse(number, null);
        return Wait.Until(() => site.In(s => s.GetRequiredService<YiwangDb>().Set<WatchedCase>().AnyAsync(c => c.Number == parsed)), $"{number} is not watched");
    }

    private Task<List<ParkedEntry>> Parked() => site.In(s => s.GetRequiredService<YiwangDb>().Set<ParkedEntry>().AsNoTracking().OrderBy(p => p.Position).ToListAsync());

    private Task<List<string>> Rules(string number)
    {
        var parsed = CaseNumber.Parse(number, null);
        return site.In(s => s.GetRequiredService<YiwangDb>().Set<Yiwang.Supervision.Findings.Finding>().Where(f => f.Case == parsed).Select(f => f.Rule).ToListAsync());
    }
}
