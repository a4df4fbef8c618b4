using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Yiwang.Host.Demo;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.ExchangeContract;

public sealed class RepliesOnSqlite(SqliteSite site) : ReplyTests(site), IClassFixture<SqliteSite>;

public sealed class RepliesOnPostgres(PostgresSite site) : ReplyTests(site), IClassFixture<PostgresSite>;

public abstract class ReplyTests(Site site) : IAsyncLifetime
{
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task A_case_lives_from_dispatch_to_closing_through_signed_messages()
    {
        var number = await Dispatched();

        await Processed(_system.Say(number, "case.accepted"));
        await Processed(_system.Say(number, "step.completed", new() { ["step"] = "审查", ["opinion"] = "材料齐全" }));
        await Processed(_system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "甬海市监准〔2026〕1号" }));
        await Processed(_system.Say(number, "licence.issued", new() { ["name"] = "营业执照", ["number"] = "92330203" }));
        await Processed(_system.Say(number, "case.closed"));

        var view = await _channel.Case(number);
        Assert.Equal("closed", (string?)view["status"]);
        Assert.Equal(("granted", "92330203"), ((string?)view["result"]!["ending"], (string?)view["result"]!["licenceNumber"]));
        Assert.NotNull(view["limits"]!["legalDue"]);
        Assert.Equal(["submitted", "accepted", "step", "decided", "licence", "closed"], view["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
    }

    [Fact]
    public async Task What_is_dispatched_has_the_departments_own_field_names_and_links_to_materials()
    {
        var message = await _system.Got(await Dispatched(), "case.dispatched");

        var data = message["data"]!;
        var resident = DemoPeople.Resident(1);
        var filled = DemoPeople.Form(resident);
        Assert.Equal("pending", (string?)data["acceptance"]!["state"]);
        Assert.StartsWith("http://platform.test/exchange/v1/materials/", (string?)data["materials"]![0]!["href"], StringComparison.Ordinal);
        // data/exchange/mappings.json: opName is JYZXM there, gender XB with codes, and so on.
        Assert.Equal((string?)filled["opName"], (string?)data["form"]!["JYZXM"]);
        Assert.Contains((string?)data["form"]!["XB"], new[] { "1", "2" });
        Assert.Equal("1", (string?)data["form"]!["ZCXS"]);
        Assert.All(filled.Select(f => f.Key), name => Assert.Null(data["form"]![name]));
        Assert.Contains(data["formFields"]!.AsArray(), f => (string?)f!["name"] == "JYZXM");
    }

    [Fact]
    public async Task A_reply_about_a_case_that_was_never_dispatched_to_the_system_is_refused()
    {
        var foreign = CaseNumber.Create(RegionCode.Parse("330203", null), new DateOnly(2020, 1, 1), 1);

        var answer = await _system.Say(foreign.Value, "case.accepted");

        Assert.Equal((HttpStatusCode.NotFound, "unknown-case"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_message_without_proof_of_its_sender_has_no_effect()
    {
        var number = await Dispatched();
        var message = _system.Message(number, "case.accepted", sequence: 1);
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var unsigned = await _system.Send(message, "nonsense");
        var forged = await _system.Send(message, _system.Sign(body, key: stranger));
        var unknown = await _system.Send(message, _system.Sign(body, kid: "no-such-key"));
        var late = await _system.Send(message, _system.Sign(body, site.Clock.GetUtcNow().AddMinutes(-6)));
        var early = await _system.Send(message, _system.Sign(body, site.Clock.GetUtcNow().AddMinutes(6)));
        var altered = await _system.SendText(message.ToJsonString().Replace("case.accepted", "case.declined", StringComparison.Ordinal), _system.Sign(body));

        Assert.Equal(["bad-signature", "bad-signature", "unknown-key", "clock-skew", "clock-skew", "bad-signature"], new[] { unsigned, forged, unknown, late, early, altered }.Select(a => a.Code));
        Assert.All([unsigned, forged, unknown, late, early, altered], a => Assert.Equal(HttpStatusCode.Unauthorized, a.Status));
        Assert.Equal("received", (string?)(await _channel.Case(number))["status"]);
    }

    [Fact]
    public async Task A_recorded_request_cannot_be_played_again_and_a_repeated_message_has_no_second_effect()
    {
        var number = await Dispatched();
        var message = _system.Message(number, "case.accepted");
        var signature = _system.Sign(Encoding.UTF8.GetBytes(message.ToJsonString()));

        await Processed(_system.Send(message, signature));
        var replayed = await _system.Send(message, signature);
        var again = await _system.Send(message);
        message["data"] = new JsonObject { ["acceptedOn"] = "2026-01-05" };
        var changed = await _system.Send(message);

        Assert.Equal("signature-replayed", replayed.Code);
        Assert.Equal("duplicate", (string?)again.Body["status"]);
        Assert.Equal((HttpStatusCode.Conflict, "message-conflict"), (changed.Status, changed.Code));
        Assert.Single((await _channel.Case(number))["timeline"]!.AsArray(), t => (string?)t!["kind"] == "accepted");
    }

    [Fact]
    public async Task A_reply_that_comes_too_early_waits_for_the_one_before_it()
    {
        var number = await Dispatched();

        var decision = await _system.Say(number, "decision.made", new() { ["result"] = "refused", ["reason"] = "不符合条件", ["documentNumber"] = "1号" }, sequence: 2);
        var closed = await _system.Say(number, "case.closed", sequence: 3);
        var before = await _channel.Case(number);
        await Processed(_system.Say(number, "case.accepted", sequence: 1));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (decision.Status, closed.Status));
        Assert.Equal("received", (string?)before["status"]);
        Assert.Equal("refused", (string?)(await _channel.Case(number))["result"]!["ending"]);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_does_not_use_up_its_number()
    {
        var number = await Dispatched();
        var broken = _system.Message(number, "case.accepted", sequence: 1);
        broken.Remove("subject");

        var answer = await _system.Send(broken);
        await Processed(_system.Say(number, "case.accepted", sequence: 1));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("accepted", (string?)(await _channel.Case(number))["status"]);
    }

    [Fact]
    public async Task A_reply_after_closing_is_refused_and_so_is_one_in_the_wrong_state()
    {
        var number = await Dispatched();

        var early = await _system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号" });
        await Processed(_system.Say(number, "case.declined", new() { ["reason"] = "不属于本部门职权" }));
        var late = await _system.Say(number, "case.accepted");

        Assert.Equal((HttpStatusCode.Conflict, "wrong-state"), (early.Status, early.Code));
        Assert.Equal((HttpStatusCode.Conflict, "case-closed"), (late.Status, late.Code));
    }

    [Fact]
    public async Task A_correction_is_asked_once_supplied_and_told_to_the_department()
    {
        var number = await Dispatched();
        JsonObject Problems() => new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "场所使用证明", ["why"] = "缺少签名" }) };

        await Processed(_system.Say(number, "correction.required", Problems()));
        var asked = await _channel.Case(number);
        var empty = await _channel.Post($"api/v1/cases/{number}/corrections", new { });
        var supplied = await _channel.Post($"api/v1/cases/{number}/corrections", new { materials = new[] { new { code = "M03", materialId = await _channel.Material() } } });
        var corrected = await _system.Got(number, "case.corrected");
        var second = await _system.Say(number, "correction.required", Problems());

        Assert.Equal("场所使用证明", (string?)asked["correctionProblems"]![0]!["what"]);
        Assert.Equal("nothing-supplied", empty.Code);
        Assert.Equal(HttpStatusCode.NoContent, supplied.Status);
        Assert.Equal(2, corrected["data"]!["materials"]!.AsArray().Count);
        Assert.Equal((HttpStatusCode.Conflict, "already-asked"), (second.Status, second.Code));
    }

    [Fact]
    public async Task Two_replies_at_once_are_taken_one_after_the_other()
    {
        var number = await Dispatched();
        await Processed(_system.Say(number, "case.accepted"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = $"{i}号" }, sequence: 2)));

        Assert.Single(answers, a => a.Status is HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status is not HttpStatusCode.OK), a => Assert.Equal((HttpStatusCode.Conflict, "sequence-conflict"), (a.Status, a.Code)));
    }

    [Fact]
    public async Task A_system_that_fails_is_tried_again_and_one_that_refuses_leaves_a_dead_letter()
    {
        _system.AnswersWith = HttpStatusCode.InternalServerError;
        var number = await _channel.Submitted();
        while (_system.Calls == 0) await Task.Delay(20);
        _system.AnswersWith = HttpStatusCode.OK;
        await _system.Got(number, "case.dispatched");

        _system.AnswersWith = HttpStatusCode.BadRequest;
        var refused = await _channel.Submitted();
        var dead = await DeadLetters.Of(site, refused);
        _system.AnswersWith = HttpStatusCode.OK;
        await DeadLetters.Resend(site, dead);

        Assert.Equal((string?)(await _system.Got(refused, "case.dispatched"))["id"], dead.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<string> Dispatched()
    {
        var number = await _channel.Submitted();
        await _system.Got(number, "case.dispatched");
        return number;
    }

    private static async Task Processed(Task<Answer> sent)
    {
        var answer = await sent;
        Assert.True(answer.Body["status"]?.ToString() == "processed", $"{answer.Status} {answer.Body.ToJsonString()}");
    }
}
