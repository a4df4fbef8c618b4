using System.Net;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Watching;

public sealed class LooksOnSqlite(SqliteSite site) : LookTests(site), IClassFixture<SqliteSite>;

public sealed class LooksOnPostgres(PostgresSite site) : LookTests(site), IClassFixture<PostgresSite>;

/// <summary>查看留痕: whoever is shown somebody's data is written down first.</summary>
public abstract class LookTests(Site site)
{
    private const string Password = "yiwang-demo-2026";

    [Fact]
    public async Task Each_look_of_an_official_at_a_case_is_written_down_and_supervisors_see_whose()
    {
        using var channel = await Channel.For(site);
        var number = await channel.Submitted();
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", Password);
        using var window = await PageClient.SignIn(site.Address, "window-haishu", Password);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        using var supervisor = await PageClient.SignIn(site.Address, "supervisor-haishu", Password);
        using var elsewhere = await PageClient.SignIn(site.Address, "supervisor-yuyao", Password);
        await Wait.Until(async () => (await handler.Read($"desk/handling/{number}")).Status is HttpStatusCode.OK, "It has not come");
        var page = $"desk/supervision-looks?q={number}";
        await Wait.Until(async () => (await supervisor.Read(page)).Text.Contains("林涛", StringComparison.Ordinal), "Nobody is shown");

        await resident.Read($"my/cases/{number}");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => window.Read($"desk/cases/{number}")));

        var shown = (await supervisor.Read(page)).Text;
        Assert.Equal(20, shown.Split("徐洁").Length - 1);
        Assert.Contains("审批页", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("王静", shown, StringComparison.Ordinal);
        Assert.Contains("不归本地监察", (await elsewhere.Read(page)).Text, StringComparison.Ordinal);
    }
}
