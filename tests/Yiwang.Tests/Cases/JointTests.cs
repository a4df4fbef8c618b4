using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Limits;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class JointOnSqlite(SqliteSite site) : JointTests(site), IClassFixture<SqliteSite>;

public sealed class JointOnPostgres(PostgresSite site) : JointTests(site), IClassFixture<PostgresSite>;

/// <summary>并联审批 over the exchange: three departments, one leads, each has its share and its own limit, and the applicant sees one timeline.</summary>
public abstract class JointTests(Site site) : IAsyncLifetime
{
    private const string Police = "GAJ@330203", Traffic = "JTJ@330203";
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site, "JYJ GAJ JTJ");
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task Each_department_is_asked_at_acceptance_with_its_own_share_and_nothing_else()
    {
        var number = await Dispatched();
        Assert.DoesNotContain(_system.Received, m => (string?)m["type"] == "opinion.requested" && (string?)m["data"]!["case"] == number);

        await _system.Say(number, "case.accepted");
        var (police, traffic) = (await Asked(number, Police), await Asked(number, Traffic));
        var told = await _system.Got(number, "opinions.changed");

        Assert.Equal(["车牌号", "驾驶人", "行驶线路", "核载人数"], police["data"]!["formFields"]!.AsArray().Select(f => (string?)f!["label"]));
        Assert.Equal(["车牌号", "驾驶人", "行驶线路", "核载人数"], police["data"]!["form"]!.AsObject().Select(f => f.Key));
        Assert.Equal(["机动车行驶证", "校车运行方案", "校车驾驶人资格"], police["data"]!["materials"]!.AsArray().Select(m => (string?)m!["name"]));
        Assert.Equal(["校车运行方案", "承运人责任保险凭证"], traffic["data"]!["materials"]!.AsArray().Select(m => (string?)m!["name"]));
        Assert.DoesNotContain("驾驶人", traffic["data"]!["form"]!.AsObject().Select(f => f.Key));
        Assert.NotEqual((string?)police["subject"], (string?)traffic["subject"]);
        Assert.NotEqual(number, (string?)police["subject"]);
        Assert.Equal(["asked", "asked"], told["data"]!["opinions"]!.AsArray().Select(o => (string?)o!["state"]));
    }

    [Fact]
    public async Task The_lead_waits_for_all_talks_it_over_with_who_is_against_and_gives_one_result()
    {
        var number = await Accepted();
        var (police, traffic) = (await Asked(number, Police), await Asked(number, Traffic));

        var early = await Decide(number, "granted");
        var bare = await Say(police, "disagree", "");
        var against = await Say(police, "disagree", "线路经过禁行路段");
        var twice = await Say(police, "agree", "");
        var agreed = await Say(traffic, "agree", "");
        var unknown = await _system.Say(number, "opinion.reconsider", new() { ["departments"] = new JsonArray(Traffic), ["note"] = "请再看" });
        var again = await _system.Say(number, "opinion.reconsider", new() { ["departments"] = new JsonArray(Police), ["note"] = "已改走环城路" });
        var second = await Asked(number, Police, round: 2);
        var waiting = await Decide(number, "granted");
        var conditional = await Say(second, "conditional", "只在七点以前");
        var granted = await Decide(number, "granted");
        var view = await _channel.Case(number);

        Assert.Equal(["opinions-outstanding", "reason-missing", "wrong-state", "nothing-to-reconsider", "opinions-outstanding"], new[] { early, bare, twice, unknown, waiting }.Select(a => a.Code));
        Assert.All([against, agreed, again, conditional, granted], a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal("已改走环城路", (string?)second["data"]!["note"]);
        Assert.Equal(["submitted", "accepted", "opinion-asked", "opinion-asked", "opinion", "opinion", "opinion-asked", "opinion", "decided"], view["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
        Assert.Contains("线路经过禁行路段", view["timeline"]!.ToJsonString(Yiwang.Kernel.Journals.Journal.Json), StringComparison.Ordinal);
        var told = await _system.Got("the last state", m => (string?)m["subject"] == number && (string?)m["type"] == "opinions.changed" && m["data"]!["opinions"]!.AsArray().All(o => (string?)o!["state"] == "given"));
        Assert.Contains(told["data"]!["opinions"]!.AsArray(), o => (string?)o!["opinion"] is "conditional" or "disagree");
    }

    [Fact]
    public async Task Once_one_is_against_the_lead_may_refuse_and_the_others_need_not_answer()
    {
        var number = await Accepted();
        var (police, traffic) = (await Asked(number, Police), await Asked(number, Traffic));
        await Say(police, "disagree", "车辆没有标志灯");

        var refused = await Decide(number, "refused");
        var told = await _system.Got((string)traffic["subject"]!, "opinion.withdrawn");
        var late = await Say(traffic, "agree", "");

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Equal(number, (string?)told["data"]!["case"]);
        Assert.Equal((HttpStatusCode.Conflict, "case-closed"), (late.Status, late.Code));
    }

    [Fact]
    public async Task When_the_applicant_withdraws_all_departments_are_told()
    {
        var number = await Accepted();
        var (police, traffic) = (await Asked(number, Police), await Asked(number, Traffic));

        await _channel.Post($"api/v1/cases/{number}/withdrawal", new { reason = "不办了" });

        await _system.Got(number, "case.withdrawn");
        await _system.Got((string)police["subject"]!, "opinion.withdrawn");
        await _system.Got((string)traffic["subject"]!, "opinion.withdrawn");
    }

    [Fact]
    public async Task Silence_agrees_only_where_the_rule_says_so_and_a_veto_holds()
    {
        using var rules = new ReferenceFolder();
        rules.Change("items.json", text =>
        {
            var items = JsonNode.Parse(text)!.AsArray();
            var shares = items.First(i => (string?)i!["id"] == "XK-JYJ-043")!["joint"]!["shares"]!.AsArray();
            (shares[0]!["binding"], shares[1]!["silence_agrees"]) = (true, true);
            return items.ToJsonString(Yiwang.Kernel.Journals.Journal.Json);
        });
        Assert.Empty((await rules.ImportInto(site)).Problems);
        var number = await Accepted();
        var (police, traffic) = (await Asked(number, Police), await Asked(number, Traffic));
        site.Clock.Forward(TimeSpan.FromDays(9));

        await site.Services.GetRequiredService<WatchLimits>().EndSilentOpinions(default);
        using var later = await Channel.For(site);
        var view = await later.Case(number);
        var silent = await _system.Got((string)traffic["subject"]!, "opinion.withdrawn");
        var early = await Decide(number, "granted");
        await Say(police, "disagree", "车辆没有标志灯");
        var vetoed = await Decide(number, "granted");

        Assert.Equal(["opinion", "opinion-overdue"], view["timeline"]!.AsArray().Select(t => (string?)t!["kind"]).Where(k => k is "opinion" or "opinion-overdue").Order(StringComparer.Ordinal));
        Assert.Contains("逾期视为同意", view["timeline"]!.ToJsonString(Yiwang.Kernel.Journals.Journal.Json), StringComparison.Ordinal);
        Assert.Contains("视为同意", (string?)silent["data"]!["reason"], StringComparison.Ordinal);
        Assert.Equal(("opinions-outstanding", "opinion-disagrees"), (early.Code, vetoed.Code));
    }

    [Fact]
    public async Task What_was_let_follow_goes_to_the_departments_in_whose_share_it_is_and_to_no_other()
    {
        using var rules = new ReferenceFolder();
        rules.Change("items.json", text =>
        {
            var items = JsonNode.Parse(text)!.AsArray();
            var materials = items.First(i => (string?)i!["id"] == "XK-JYJ-043")!["materials"]!.AsArray();
            materials.First(m => (string?)m!["name"] == "承运人责任保险凭证")!["allow_late"] = true;
            return items.ToJsonString(Yiwang.Kernel.Journals.Journal.Json);
        });
        Assert.Empty((await rules.ImportInto(site)).Problems);
        var application = await SchoolBus(_channel);
        application["materials"]!.AsArray().RemoveAt(5);
        var number = (string)(await _channel.Submit(application)).Body["caseNumber"]!;
        await _system.Got(number, "case.dispatched");
        await _system.Say(number, "case.accepted");
        var (police, traffic) = (await Asked(number, Police), await Asked(number, Traffic));

        var supplied = await _channel.Post($"api/v1/cases/{number}/materials", new JsonObject { ["materials"] = new JsonArray(new JsonObject { ["code"] = "M06", ["materialId"] = await _channel.Material() }) });
        await _system.Got(number, "material.supplied");
        var told = await _system.Got((string)traffic["subject"]!, "material.supplied");

        Assert.Equal(HttpStatusCode.NoContent, supplied.Status);
        Assert.DoesNotContain(traffic["data"]!["materials"]!.AsArray(), m => (string?)m!["name"] == "承运人责任保险凭证");
        Assert.Contains(told["data"]!["materials"]!.AsArray(), m => (string?)m!["name"] == "承运人责任保险凭证");
        Assert.DoesNotContain(told["data"]!["form"]!.AsObject(), f => f.Key == "驾驶人");
        Assert.DoesNotContain(_system.Received, m => (string?)m["subject"] == (string?)police["subject"] && (string?)m["type"] == "material.supplied");
    }

    public async ValueTask DisposeAsync()
    {
        site.Clock.Back();
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>校车使用许可 for a school of Haishu.</summary>
    internal static async Task<JsonObject> SchoolBus(Channel channel)
    {
        var paper = await channel.Material();
        return new JsonObject
        {
            ["itemCode"] = "XK-JYJ-043", ["regionCode"] = "330203", ["channel"] = "kiosk",
            ["applicant"] = new JsonObject { ["kind"] = "company", ["name"] = "宁波甲测学校", ["idNumber"] = "91330291MAFPTUQF57", ["phone"] = "16000000003" },
            ["form"] = new JsonObject
            {
                ["申请单位"] = new JsonObject { ["name"] = "宁波甲测学校", ["uscc"] = "91330291MAFPTUQF57" }, ["车牌号"] = "浙B00000", ["驾驶人"] = new JsonObject { ["name"] = "陈伟", ["idNo"] = (string?)Yiwang.Host.Demo.DemoPeople.Resident(2)["idNumber"] },
                ["行驶线路"] = "望春路至月湖", ["核载人数"] = 19,
            },
            ["materials"] = new JsonArray([.. Enumerable.Range(1, 6).Select(i => new JsonObject { ["code"] = $"M{i:00}", ["materialId"] = paper })]),
        };
    }

    private async Task<string> Dispatched()
    {
        var answer = await _channel.Submit(await SchoolBus(_channel));
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Body.ToJsonString(Yiwang.Kernel.Journals.Journal.Json));
        var number = (string)answer.Body["caseNumber"]!;
        await _system.Got(number, "case.dispatched");
        return number;
    }

    private async Task<string> Accepted()
    {
        var number = await Dispatched();
        Assert.Equal(HttpStatusCode.OK, (await _system.Say(number, "case.accepted")).Status);
        return number;
    }

    private Task<JsonObject> Asked(string number, string department, int round = 1) => _system.Got($"the request to {department}",
        m => (string?)m["type"] == "opinion.requested" && (string?)m["data"]!["case"] == number && (string?)m["data"]!["department"]!["code"] == department && (int)m["data"]!["round"]! == round);

    private Task<Answer> Say(JsonObject request, string opinion, string reason) => _system.Say((string)request["subject"]!, "opinion.given", new() { ["opinion"] = opinion, ["reason"] = reason });

    private Task<Answer> Decide(string number, string result) => _system.Say(number, "decision.made", new() { ["result"] = result, ["reason"] = "综合各部门意见", ["documentNumber"] = "1号" });
}
