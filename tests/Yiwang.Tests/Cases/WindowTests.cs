using System.Net;
using System.Text.Json.Nodes;
using Yiwang.Bench;
using Yiwang.Host.Demo;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class WindowOnSqlite(SqliteSite site) : WindowTests(site), IClassFixture<SqliteSite>;

public sealed class WindowOnPostgres(PostgresSite site) : WindowTests(site), IClassFixture<PostgresSite>;

/// <summary>What somebody without an account can have done at the counter, and who may do it there.</summary>
public abstract class WindowTests(Site site)
{
    [Fact]
    public async Task What_was_asked_for_can_be_handed_in_at_the_window_where_it_was_received()
    {
        using var channel = await Channel.For(site);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var number = await channel.Submitted();
        var page = $"desk/cases/{number}";
        await window.Send(page, (await window.Open(page)).Token, "correct", new() { ["Form.Text"] = "场所使用证明：缺少出租方签名，请联系 13900001234" });

        var correction = await window.Open($"{page}/correction");
        var nothing = await window.Send($"{page}/correction", correction.Token, "correct", PostedForm.Of(DemoPeople.Form(DemoPeople.Resident(1))));
        var supplied = await window.SendFile($"{page}/correction", correction.Token, "correct", "materials.M03", Channel.Pdf(), PostedForm.Of(DemoPeople.Form(DemoPeople.Resident(1))));
        var view = await channel.Case(number);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (nothing, supplied));
        Assert.Equal("received", (string?)view["status"]);
        Assert.Equal("申请人（余姚市行政服务中心代办）", (string?)view["timeline"]!.AsArray()[^1]!["organ"]);
        // The journal is kept for ever: a number that somebody typed does not stand in it whole.
        Assert.Contains("139****1234", view.ToJsonString(Yiwang.Kernel.Journals.Journal.Json), StringComparison.Ordinal);
        Assert.DoesNotContain("13900001234", view["timeline"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_applicant_at_the_counter_can_withdraw()
    {
        using var channel = await Channel.For(site);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var number = await channel.Submitted();
        var page = $"desk/cases/{number}";

        var status = await window.Send(page, (await window.Open(page)).Token, "withdraw", []);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("withdrawn", (string?)(await channel.Case(number))["result"]!["ending"]);
    }

    [Fact]
    public async Task A_result_that_was_sent_bears_the_parcels_number_and_is_handed_over_once()
    {
        using var channel = await Channel.For(site);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        var number = await channel.Submitted();
        await Race.Run(handler, handler, number, oneAfterTheOther: true);
        await channel.Until(number, v => (string?)v["status"] == "closed");
        var page = $"desk/cases/{number}";
        var token = (await window.Open(page)).Token;

        var nobody = await window.Send(page, token, "hand-over", new() { ["Form.Way"] = "sent", ["Form.Text"] = "" });
        var sent = await window.Send(page, token, "hand-over", new() { ["Form.Way"] = "sent", ["Form.Text"] = "SF1234567890" });
        var again = await window.Send(page, token, "hand-over", new() { ["Form.Way"] = "counter", ["Form.Text"] = "王静" });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.Conflict), (nobody, sent, again));
        Assert.Contains("SF1234567890", (await window.Read(page)).Text, StringComparison.Ordinal);
        Assert.Equal("已寄出", (string?)(await channel.Case(number))["timeline"]!.AsArray()[^1]!["title"]);
    }

    [Fact]
    public async Task A_result_is_collected_with_the_code_that_only_the_applicant_sees()
    {
        using var channel = await Channel.For(site);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        var application = await channel.Application();
        application["applicant"]!["idNumber"] = "330290199005121024";
        var number = (string)(await channel.Submit(application)).Body["caseNumber"]!;
        await Race.Run(handler, handler, number, oneAfterTheOther: true);
        await channel.Until(number, v => (string?)v["status"] == "closed");
        var (_, mine) = await resident.Read($"my/cases/{number}");
        var code = System.Text.RegularExpressions.Regex.Match(mine, "取件码 <strong class=\"yw-number\">(?<code>\\d{6})", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["code"].Value;
        var page = $"desk/cases/{number}";
        var (_, desk) = await window.Read(page);
        var token = (await window.Open(page)).Token;

        var wrong = await window.Send(page, token, "hand-over", new() { ["Form.Way"] = "counter", ["Form.Code"] = code == "000000" ? "000001" : "000000" });
        var right = await window.Send(page, token, "hand-over", new() { ["Form.Way"] = "counter", ["Form.Code"] = code });

        Assert.Equal(6, code.Length);
        Assert.DoesNotContain(code, desk, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (wrong, right));
        Assert.Contains("已由 王静 在窗口取件", (await window.Read(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_collected_at_the_point_that_the_applicant_chose_or_sent_where_he_said()
    {
        using var channel = await Channel.For(site);
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        using var elsewhere = await PageClient.SignIn(site.Address, "window-ningbo", "yiwang-demo-2026");
        using var origin = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var application = await channel.Application();
        application["applicant"]!["idNumber"] = "330290199005121024";
        var number = (string)(await channel.Submit(application)).Body["caseNumber"]!;
        var choice = $"my/cases/{number}/delivery";

        var nowhere = await resident.SendAll(choice, (await resident.Open(choice)).Token, "deliver", [new("way", "sent"), new("sendName", "王静"), new("sendPhone", "1"), new("sendAddress", "短")]);
        var sent = await resident.SendAll(choice, (await resident.Open(choice)).Token, "deliver", [new("way", "sent"), new("sendName", "王静"), new("sendPhone", "16000000001"), new("sendAddress", "浙江省宁波市海曙区示例路 8 号")]);
        var asSent = await origin.Read($"desk/cases/{number}");
        await resident.SendAll(choice, (await resident.Open(choice)).Token, "deliver", [new("way", "counter"), new("point", "330200000000-01")]);
        await Race.Run(handler, handler, number, oneAfterTheOther: true);
        await channel.Until(number, v => (string?)v["status"] == "closed");
        var (there, here) = (await elsewhere.Read("desk/cases?state=handover"), await origin.Read("desk/cases?state=handover"));
        var page = $"desk/cases/{number}";
        var handed = await elsewhere.Send(page, (await elsewhere.Open(page)).Token, "hand-over", new() { ["Form.Way"] = "counter", ["Form.Text"] = "王静" });
        var late = await resident.SendAll(choice, (await resident.Open(choice)).Token, "deliver", [new("way", "counter"), new("point", "330281000000-01")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (nowhere.Status, sent.Status));
        Assert.Contains("写到门牌号", nowhere.Text, StringComparison.Ordinal);
        Assert.Contains("快递送达", asSent.Text, StringComparison.Ordinal);
        Assert.Contains(number, there.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, here.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (handed, late.Status));
        Assert.DoesNotContain(number, (await elsewhere.Read("desk/cases?state=handover")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_hundred_megabytes_are_refused_in_an_application_and_in_a_correction()
    {
        using var channel = await Channel.For(site);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var big = new byte[19 * 1024 * 1024];
        Channel.Pdf().CopyTo(big, 0);
        System.Text.Encoding.ASCII.GetBytes("\nstartxref\n9\n%%EOF\n").CopyTo(big, big.Length - 20);
        var ids = new List<string>();
        for (var i = 0; i < 6; i++) ids.Add((string)(await channel.Upload(big)).Body["materialId"]!);
        JsonArray Files(int many) => [.. ids.Take(many).Select((id, i) => new JsonObject { ["code"] = i % 2 == 0 ? "M02" : "M03", ["materialId"] = id })];
        var application = await channel.Application();

        application["materials"] = Files(6);
        var refused = await channel.Submit(application);
        application["materials"] = Files(5);
        var number = (string)(await channel.Submit(application)).Body["caseNumber"]!;
        await window.Send($"desk/cases/{number}", (await window.Open($"desk/cases/{number}")).Token, "correct", new() { ["Form.Text"] = "照片：请补交" });
        var corrected = await channel.Post($"api/v1/cases/{number}/corrections", new JsonObject { ["materials"] = new JsonArray(new JsonObject { ["code"] = "M04", ["materialId"] = ids[5] }) });

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "case-too-large"), (refused.Status, refused.Code));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "case-too-large"), (corrected.Status, corrected.Code));
        Assert.Equal("awaiting-correction", (string?)(await channel.Case(number))["status"]);
    }

    [Fact]
    public async Task A_number_that_was_mistyped_is_told_and_not_passed_over()
    {
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");

        foreach (var (client, page) in new[] { (window, "desk/cases?q=3302032026112"), (handler, "desk/handling?q=3302032026112") })
        {
            var (status, text) = await client.Read(page);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains("办件编号应为 21 位，现为 13 位", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_item_that_is_handled_where_it_belongs_is_not_received_elsewhere()
    {
        using var channel = await Channel.For(site);
        var elsewhere = await channel.Application(item: "QT-JYJ-010");
        var here = elsewhere.DeepClone().AsObject();
        here["servicePointCode"] = "330203000000-01";

        var (away, home) = (await channel.Submit(elsewhere), await channel.Submit(here));

        Assert.Contains("属地办理", away.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("属地办理", home.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_does_not_apply_for_what_is_for_persons_alone()
    {
        using var channel = await Channel.For(site);
        var application = await channel.Application();
        application["applicant"] = new JsonObject { ["kind"] = "company", ["name"] = "宁波示例有限公司", ["idNumber"] = "91330200MA2T00015H", ["phone"] = "16000000001" };

        var answer = await channel.Submit(application);

        Assert.Contains("只面向个人", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_town_is_applied_for_is_found_by_the_officials_of_the_county_whose_department_decides()
    {
        using var channel = await Channel.For(site);
        var application = await channel.Application(region: "330203008000");
        application["servicePointCode"] = null;
        var answer = await channel.Submit(application);
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Body.ToJsonString(Yiwang.Kernel.Journals.Journal.Json));
        var number = (string)answer.Body["caseNumber"]!;
        using var window = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", "yiwang-demo-2026");
        using var stranger = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");

        Assert.Equal(HttpStatusCode.OK, (await window.Read($"desk/cases/{number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Read($"desk/cases/{number}")).Status);
        for (var i = 0; (await handler.Read($"desk/handling/{number}")).Status is not HttpStatusCode.OK; i++)
        {
            Assert.True(i < 600, "The county's official does not see it.");
            await Task.Delay(50);
        }
    }

    /// <summary>The answers as the form shows them, so that nothing but the file changes.</summary>
}
