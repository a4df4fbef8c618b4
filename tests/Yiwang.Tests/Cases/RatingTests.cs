using System.Net;
using System.Text.RegularExpressions;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class RatingsOnSqlite(SqliteSite site) : RatingTests(site), IClassFixture<SqliteSite>;

public sealed class RatingsOnPostgres(PostgresSite site) : RatingTests(site), IClassFixture<PostgresSite>;

/// <summary>好差评 and 催办: what the applicant has to say, and that it is answered.</summary>
public abstract partial class RatingTests(Site site) : IAsyncLifetime
{
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site, "JYJ GAJ JTJ");
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task A_case_is_rated_once_and_a_bad_rating_is_answered_by_who_does_not_see_whose_it_is()
    {
        var number = await Declined();
        using var mine = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        using var window = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        using var far = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var page = $"rate/{number}";
        var token = (await mine.Open(page)).Token;

        var nothing = await mine.Send(page, token, "rate", []);
        var rated = await mine.Send(page, token, "rate", new() { ["Form.Level"] = "1", ["Form.Tags"] = "重复提交材料", ["Form.Words"] = "跑了三次" });
        var again = await mine.Send(page, token, "rate", new() { ["Form.Level"] = "5" });
        var (_, list) = await window.Read("desk/ratings");
        var rating = RatingLink().Match(list).Value.TrimStart('/');
        var (_, asked) = await window.Read(rating);
        var (elsewhere, _) = await far.Read(rating);
        var empty = await window.Send(rating, (await window.Open(rating)).Token, "reply", new() { ["Form.Answer"] = " " });
        var answered = await window.Send(rating, (await window.Open(rating)).Token, "reply", new() { ["Form.Answer"] = "已取消重复的材料" });
        var twice = await window.Send(rating, (await window.Open(rating)).Token, "reply", new() { ["Form.Answer"] = "再回复一次" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict), (nothing, rated, again));
        Assert.Contains("非常不满意", list, StringComparison.Ordinal);
        Assert.Contains("跑了三次", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(number, asked, StringComparison.Ordinal);
        Assert.DoesNotContain("宁波甲测学校", asked, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.BadRequest), (elsewhere, empty, answered, Late(twice)));
        Assert.Contains("已取消重复的材料", (await mine.Read(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rating, (await window.Read("desk/ratings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_shown_the_code_at_the_counter_rates_without_signing_in_and_nobody_else()
    {
        var number = await Declined();
        using var window = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        using var visitor = new PageClient(site.Address);
        using var other = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        var key = await site.In(services => Task.FromResult(Key(services, number)));
        var page = $"rate/{number}?key={key}";

        var shown = await window.Read($"desk/cases/{number}");
        var guessed = await visitor.Read($"rate/{number}?key={new string('A', key.Length)}");
        var bare = await visitor.Read($"rate/{number}");
        var foreign = await other.Read($"rate/{number}");
        var rated = await visitor.Send(page, (await visitor.Open(page)).Token, "rate", new() { ["Form.Level"] = "5", ["Form.Tags"] = "可以就近办理" });

        Assert.Contains("扫码评价", shown.Text, StringComparison.Ordinal);
        Assert.All([guessed.Status, bare.Status, foreign.Status], s => Assert.Equal(HttpStatusCode.NotFound, s));
        Assert.Equal(HttpStatusCode.OK, rated);
        Assert.Contains("谢谢您的评价", (await visitor.Read(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("请申请人扫码评价", (await window.Read($"desk/cases/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_applicant_reminds_the_department_once_in_three_working_days()
    {
        var number = await Dispatched();
        using var mine = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        var page = $"my/cases/{number}";
        var token = (await mine.Open(page)).Token;

        var urged = await mine.Send(page, token, "urge", new() { ["Urging.Reason"] = "开学前要用" });
        var again = await mine.Send(page, token, "urge", []);
        var told = await _system.Got(number, "case.urged");
        site.Clock.Forward(TimeSpan.FromDays(7));
        using var later = await PageClient.SignIn(site.Address, "jiace", "yiwang-demo-2026");
        var afterwards = await later.Send(page, (await later.Open(page)).Token, "urge", []);
        site.Clock.Back();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK), (urged, again, afterwards));
        Assert.NotNull(told["data"]!["urgedOn"]);
        Assert.Equal(["submitted", "urged", "urged"], (await _channel.Case(number))["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
        Assert.Contains("开学前要用", (await mine.Read(page)).Text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        site.Clock.Back();
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static string Key(IServiceProvider services, string number) =>
        ((Yiwang.Acceptance.Ratings.RatingActs)services.GetService(typeof(Yiwang.Acceptance.Ratings.RatingActs))!).Key(Yiwang.Kernel.Identifiers.CaseNumber.Parse(number, null));

    // A form that is not on the page any more is refused by its handler, or by the framework where there is nothing to send.
    private static HttpStatusCode Late(HttpStatusCode status) => status is HttpStatusCode.Conflict ? HttpStatusCode.BadRequest : status;

    private async Task<string> Dispatched()
    {
        var number = (string)(await _channel.Submit(await JointTests.SchoolBus(_channel))).Body["caseNumber"]!;
        await _system.Got(number, "case.dispatched");
        return number;
    }

    private async Task<string> Declined()
    {
        var number = await Dispatched();
        await _system.Say(number, "case.declined", new() { ["reason"] = "不属于本部门职权" });
        return number;
    }

    [GeneratedRegex("/desk/ratings/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex RatingLink();
}
