using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Commitments;
using Yiwang.Bench;
using Yiwang.Host.Demo;
using Yiwang.Kernel.Calendar;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class CommitmentsOnSqlite(SqliteSite site) : CommitmentTests(site), IClassFixture<SqliteSite>;

public sealed class CommitmentsOnPostgres(PostgresSite site) : CommitmentTests(site), IClassFixture<PostgresSite>;

/// <summary>告知承诺: a signed commitment in place of a material, checked within sixty working days, recorded when it was broken (规定 14).</summary>
public abstract class CommitmentTests(Site site) : IAsyncLifetime
{
    private const string Lease = "M03";
    private const string Password = "yiwang-demo-2026";
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task A_commitment_stands_in_for_the_material_and_is_told_to_the_department_to_check_after_its_decision()
    {
        var number = await Committed(2);
        var dispatched = (await _system.Got(number, "case.dispatched"))["data"]!;
        await _system.Say(number, "case.accepted");
        var early = await Check(number, "kept");

        await Grant(number);
        var told = await Told(number, "to-check");
        var kept = await Check(number, "kept");
        var twice = await Check(number, "kept");

        Assert.Equal((Lease, "signed"), ((string?)dispatched["commitments"]![0]!["code"], (string?)dispatched["commitments"]![0]!["state"]));
        Assert.DoesNotContain(dispatched["materials"]!.AsArray(), m => (string?)m!["code"] == Lease);
        Assert.Equal((HttpStatusCode.Conflict, "wrong-state"), (early.Status, early.Code));
        var calendar = site.Services.GetRequiredService<WorkCalendar>();
        Assert.Equal(calendar.AddProvisionally(WorkCalendar.TodayInNingbo(site.Clock), 60).Day.ToString("yyyy-MM-dd", null), (string?)told["checkBy"]);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (kept.Status, twice.Status));
        Assert.Equal("kept", (string?)(await Told(number, "kept"))["state"]);
        var view = await _channel.Case(number);
        Assert.Empty(view["owed"]!.AsArray());
        Assert.Equal(["submitted", "committed", "accepted", "decided", "commitments-to-check", "closed", "commitment-checked"], view["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
    }

    [Fact]
    public async Task What_is_not_put_right_in_time_is_recorded_and_who_broke_it_signs_none_until_the_record_is_mended()
    {
        var number = await Committed(3);
        await _system.Got(number, "case.dispatched");
        await _system.Say(number, "case.accepted");
        await Grant(number);
        var by = WorkCalendar.TodayInNingbo(site.Clock).AddDays(10);
        var unexplained = await Check(number, "not-kept");
        var ordered = await Check(number, "not-kept", "现场没有租赁合同", by);
        var again = await Check(number, "not-kept", "仍然没有", by.AddDays(5));
        site.Clock.Forward(TimeSpan.FromDays(11));

        await site.Services.GetRequiredService<WatchCommitments>().Run(default);

        Assert.Equal((HttpStatusCode.Conflict, "reason-missing"), (unexplained.Status, unexplained.Code));
        Assert.Equal(HttpStatusCode.OK, ordered.Status);
        Assert.Equal((HttpStatusCode.Conflict, "ordered-already"), (again.Status, again.Code));
        Assert.Equal("broken", (string?)(await Told(number, "broken"))["state"]);
        using var later = await Channel.For(site);
        var barred = await later.Submit(await Application(later, 3));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, barred.Status);
        Assert.Contains("信用修复之前", barred.Errors, StringComparison.Ordinal);
        Assert.Contains(number, barred.Errors, StringComparison.Ordinal);
        var repaired = await Check(number, "repaired");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Created), (repaired.Status, (await later.Submit(await Application(later, 3))).Status));
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", Password);
        await Wait.Until(async () => (await window.Read($"desk/cases/{number}")).Text is var page && page.Contains("告知承诺书", StringComparison.Ordinal) && page.Contains("责令限期整改通知书", StringComparison.Ordinal) && page.Contains("承诺不实告知书", StringComparison.Ordinal), "It has not come about");
    }

    [Fact]
    public async Task A_check_that_nobody_makes_in_time_is_told_once()
    {
        var number = await Committed(2);
        await _system.Got(number, "case.dispatched");
        await _system.Say(number, "case.accepted");
        await Grant(number);
        await Told(number, "to-check");
        site.Clock.Forward(TimeSpan.FromDays(150));
        var watch = site.Services.GetRequiredService<WatchCommitments>();
        await watch.Run(default);
        using var later = await Channel.For(site);
        var unknown = await Kinds(later, number);

        // The day lies in a year whose holidays become known only now: it is counted again first.
        using var known = new ReferenceFolder();
        known.Change("holidays.csv", text => text.TrimEnd() + "\n2027-01-01,星期五,元旦,holiday,0,0,0,,high\n");
        await known.ImportInto(site);
        await watch.Run(default);
        await watch.Run(default);
        await watch.Run(default);

        Assert.DoesNotContain("commitment-overdue", unknown);
        Assert.Single(await Kinds(later, number), "commitment-overdue");
    }

    [Fact]
    public async Task Only_the_applicant_signs_and_only_for_what_the_guide_lets()
    {
        var other = await Application(_channel, 2);
        other["commitments"]![0]!["signedBy"] = "别人";
        var wrong = await _channel.Submit(other);
        var foreign = await Application(_channel, 2);
        foreign["commitments"]!.AsArray().Add(new JsonObject { ["code"] = "M02", ["signedBy"] = (string)foreign["applicant"]!["name"]! });
        foreign["materials"] = new JsonArray();

        var refused = await _channel.Submit(foreign);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.Status, refused.Status));
        Assert.Contains("本人签名", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("不能以承诺代替", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_applicant_reads_and_signs_it_in_the_browser_and_may_hand_in_the_material_after_all()
    {
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        var draft = await resident.BeginDraft(Channel.Item, "330203");
        var page = $"apply/draft/{draft}/commit/{Lease}";
        var shown = await resident.Read(page);

        var unread = await Sign(resident, page, new() { ["signedBy"] = "王静" });
        var signed = await Sign(resident, page, new() { ["signedBy"] = "王静", ["agreed"] = "1" });
        var materials = await resident.Read($"apply/draft/{draft}/materials");
        var other = await resident.Open($"apply/draft/{draft}/commit/M02");
        await resident.SendFileAll($"apply/draft/{draft}/materials/upload", (await resident.Open($"apply/draft/{draft}/materials")).Token, "", "file", "合同.pdf", Channel.Pdf(), new() { ["code"] = Lease });

        Assert.Contains("60个工作日内核查", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unread.Status);
        Assert.Contains("请确认您已经看过", unread.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, signed.Status);
        Assert.Contains("王静 已作承诺", materials.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.DoesNotContain("已作承诺", (await resident.Read($"apply/draft/{draft}/materials")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_window_the_signed_paper_is_taken_in_and_goes_to_the_department()
    {
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", Password);
        var choose = $"desk/reception?q=个体&item={Channel.Item}";
        var begun = await window.SendAll(choose, (await window.Open(choose)).Token, "begin", [new("Form.Region", "330203000000")]);
        var draft = Guid.Parse(begun.Address.Split('/')[^1]);
        var reception = $"desk/reception/draft/{draft}";
        var person = DemoPeople.Resident(2);
        var first = await window.SendFileAll(reception, (await window.Open(reception)).Token, "receive", "materials.M02", "身份证.pdf", Channel.Pdf(), Fields(person, "save"));
        var page = $"{reception}/commit/{Lease}";

        var without = await Sign(window, page, new() { ["signedBy"] = "陈伟" });
        var signed = await window.SendFileAll(page, (await window.Open(page)).Token, "sign", "paper", "承诺书.pdf", Channel.Pdf(), new() { ["signedBy"] = "陈伟" });
        var received = await window.SendAll(reception, (await window.Open(reception)).Token, "receive", Fields(person, "receive"));
        var number = received.Address.Split('/')[^1];
        var told = (await _system.Got(number, "case.dispatched"))["data"]!;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (first.Status, without.Status));
        Assert.Contains("请扫描或拍摄", without.Text, StringComparison.Ordinal);
        Assert.Contains("陈伟 已作承诺", signed.Text, StringComparison.Ordinal);
        Assert.Equal(Lease, (string?)told["commitments"]![0]!["code"]);
        Assert.Contains(told["materials"]!.AsArray(), m => (string?)m!["name"] == "告知承诺书（场所使用证明(不动产权证或租赁合同)）");
        Assert.DoesNotContain("可以容缺受理", (await window.Read($"desk/cases/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_platforms_own_handling_room_finds_what_is_to_be_checked_and_says_what_it_found()
    {
        var application = await _channel.Application("QR-JYJ-016");
        var file = await _channel.Material();
        application["materials"] = new JsonArray([.. new[] { "M01", "M02", "M03", "M04", "M05" }.Select(m => new JsonObject { ["code"] = m, ["materialId"] = file })]);
        application["commitments"] = new JsonArray(new JsonObject { ["code"] = "M06", ["signedBy"] = "王静" });
        application["form"] = new JsonObject { ["姓名"] = "王静", ["公民身份号码"] = (string)application["applicant"]!["idNumber"]!, ["申请资格种类"] = "小学", ["任教学科"] = "语文", ["普通话等级"] = "二级甲等" };
        var answer = await _channel.Submit(application);
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Body.ToJsonString());
        var number = (string)answer.Body["caseNumber"]!;
        using var handler = await PageClient.SignIn(site.Address, "handler-haishu", Password);
        var page = $"desk/handling/{number}";
        await Wait.Until(async () => (await handler.Open(page)).Status is HttpStatusCode.OK, "It has not come about");
        foreach (var act in new[] { "accept", "grant" }) Assert.Equal(HttpStatusCode.OK, await handler.Send(page, (await handler.Open(page)).Token, "act", new() { ["Form.Act"] = act, ["Form.Reason"] = "同意" }));
        await Wait.Until(async () => (await handler.Read(page)).Text.Contains("登记核查结果", StringComparison.Ordinal), "It has not come about");
        var list = await handler.Read("desk/handling?state=commitments");

        var unexplained = await Find(handler, page, new() { ["Form.Act"] = "commitment-not-kept" });
        var by = WorkCalendar.TodayInNingbo(site.Clock).AddDays(20).ToString("yyyy-MM-dd", null);
        var ordered = await Find(handler, page, new() { ["Form.Act"] = "commitment-not-kept", ["Form.CommitmentReason"] = "证明没有开具", ["Form.CorrectBy"] = by });
        await Wait.Until(async () => (await handler.Read(page)).Text.Contains("前整改", StringComparison.Ordinal), "It has not come about");
        using var window = await PageClient.SignIn(site.Address, "window-haishu", Password);
        var mine = await window.Read($"desk/cases/{number}");
        await Find(handler, page, new() { ["Form.Act"] = "commitment-kept" });
        await Wait.Until(async () => (await handler.Read(page)).Text.Contains("核查属实", StringComparison.Ordinal), "It has not come about");

        Assert.Contains(number, list.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (unexplained.Status, ordered.Status));
        Assert.Contains("证明没有开具", mine.Text, StringComparison.Ordinal);
        Assert.Contains("责令限期整改", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await handler.Read("desk/handling?state=commitments")).Text, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Find(PageClient handler, string page, Dictionary<string, string> found) =>
        await handler.SendAll(page, (await handler.Open(page)).Token, "check-M06", [.. found, new("Form.Commitment", "M06")]);

    /// <summary>What the window's page posts for an applicant.</summary>
    internal static Dictionary<string, string> Fields(JsonObject person, string act)
    {
        var fields = new Dictionary<string, string> { ["act"] = act };
        foreach (var (name, value) in person) fields[$"applicant.{name}"] = (string)value!;
        foreach (var (name, value) in DemoPeople.Form(person))
        {
            if (value is JsonObject parts) foreach (var (part, text) in parts) fields[$"form.{name}.{part}"] = (string)text!;
            else fields[$"form.{name}"] = value is JsonArray many ? (string)many[0]! : value!.ToString();
        }
        return fields;
    }

    public async ValueTask DisposeAsync()
    {
        site.Clock.Back();
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Sign(PageClient client, string page, Dictionary<string, string> fields) =>
        await client.SendAll(page, (await client.Open(page)).Token, "sign", fields);

    /// <summary>An application without the lease, with a commitment in its place.</summary>
    private static async Task<JsonObject> Application(Channel channel, int person)
    {
        var application = await channel.Application();
        var applicant = DemoPeople.Resident(person);
        (application["applicant"], application["form"]) = (applicant, DemoPeople.Form(applicant));
        application["materials"] = new JsonArray(new JsonObject { ["code"] = "M02", ["materialId"] = await channel.Material() });
        application["commitments"] = new JsonArray(new JsonObject { ["code"] = Lease, ["signedBy"] = (string)applicant["name"]! });
        return application;
    }

    private static async Task<List<string?>> Kinds(Channel channel, string number) => [.. (await channel.Case(number))["timeline"]!.AsArray().Select(t => (string?)t!["kind"])];

    private async Task<string> Committed(int person)
    {
        var answer = await _channel.Submit(await Application(_channel, person));
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Body.ToJsonString());
        return (string)answer.Body["caseNumber"]!;
    }

    private async Task Grant(string number)
    {
        await _system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号" });
        await _system.Say(number, "case.closed");
    }

    private Task<Answer> Check(string number, string result, string reason = "", DateOnly? correctBy = null) =>
        _system.Say(number, "commitment.checked", new() { ["code"] = Lease, ["result"] = result, ["reason"] = reason, ["correctBy"] = correctBy?.ToString("yyyy-MM-dd", null) });

    private async Task<JsonNode> Told(string number, string state)
    {
        bool Says(JsonObject m) => (string?)m["subject"] == number && (string?)m["type"] == "commitments.changed" && (string?)m["data"]!["commitments"]![0]!["state"] == state;
        return (await _system.Got($"commitments of {number} as {state}", Says))["data"]!["commitments"]![0]!;
    }
}
