using System.Net;
using System.Text.Json.Nodes;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class CommitmentCorrectionsOnSqlite(SqliteSite site) : CommitmentCorrectionTests(site), IClassFixture<SqliteSite>;

public sealed class CommitmentCorrectionsOnPostgres(PostgresSite site) : CommitmentCorrectionTests(site), IClassFixture<PostgresSite>;

/// <summary>告知承诺 in the course of a correction.</summary>
public abstract class CommitmentCorrectionTests(Site site) : IAsyncLifetime
{
    private const string Lease = "M03", Password = "yiwang-demo-2026";
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task A_paper_that_was_found_wanting_may_be_replaced_by_a_commitment_in_the_correction()
    {
        var number = (string)(await _channel.Submit(await OfWangjing())).Body["caseNumber"]!;
        await _system.Got(number, "case.dispatched");
        await _system.Say(number, "correction.required", new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "租赁合同", ["why"] = "没有签名" }) });
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        var page = $"my/cases/{number}/correction";
        await Wait.Until(async () => (await resident.Open(page)).Status is HttpStatusCode.OK, "Nothing is asked for");

        var unread = await Correct(resident, page, new() { [$"commitments.{Lease}.signedBy"] = "王静" });
        var other = await _channel.Post($"api/v1/cases/{number}/corrections", new { commitments = new[] { new { code = "M02", signedBy = "王静" } } });
        var done = await Correct(resident, page, new() { [$"commitments.{Lease}.signedBy"] = "王静", [$"commitments.{Lease}.agreed"] = "1" });
        var corrected = (await _system.Got(number, "case.corrected"))["data"]!;
        var told = (await _system.Got(number, "commitments.changed"))["data"]!;

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (unread.Status, other.Status, done.Status));
        Assert.Contains("请确认您已经看过", unread.Text, StringComparison.Ordinal);
        Assert.Contains("不能以承诺代替", other.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(corrected["materials"]!.AsArray(), m => (string?)m!["code"] == Lease);
        Assert.Equal((Lease, "signed"), ((string?)told["commitments"]![0]!["code"], (string?)told["commitments"]![0]!["state"]));
    }

    /// <summary>An application of the resident who can sign in.</summary>
    private async Task<JsonObject> OfWangjing()
    {
        var application = await _channel.Application();
        (application["applicant"]!["idNumber"], application["form"]!["opIdNo"]) = ("330290199005121024", "330290199005121024");
        return application;
    }

    private async Task<(HttpStatusCode Status, string Address, string Text)> Correct(PageClient resident, string page, Dictionary<string, string> fields)
    {
        var posted = PostedForm.Of((JsonObject)(await OfWangjing())["form"]!);
        foreach (var (name, value) in fields) posted[name] = value;
        return await resident.SendAll(page, (await resident.Open(page)).Token, "correct", posted);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
