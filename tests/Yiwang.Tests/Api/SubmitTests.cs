using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Submit;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Api;

public sealed class SubmitOnSqlite(SqliteSite site) : SubmitTests(site), IClassFixture<SqliteSite>;

public sealed class SubmitOnPostgres(PostgresSite site) : SubmitTests(site), IClassFixture<PostgresSite>;

public abstract class SubmitTests(Site site)
{
    [Fact]
    public async Task Without_a_token_nothing_is_told()
    {
        using var http = new HttpClient { BaseAddress = site.Address };

        var response = await http.GetAsync("api/v1/items");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Items_are_found_by_words_and_region_and_paged_by_key()
    {
        using var channel = await Channel.For(site);

        var first = await channel.Get("api/v1/items?q=社会保险&size=2");
        var second = await channel.Get($"api/v1/items?q=社会保险&size=2&cursor={first.Body["next"]}");
        var detail = await channel.Get("api/v1/items/XK-SCJG-004");

        Assert.Equal(2, first.Body["items"]!.AsArray().Count);
        Assert.NotEqual(first.Body["items"]![0]!["code"]!.ToString(), second.Body["items"]![0]!["code"]!.ToString());
        Assert.Contains(detail.Body["offeredIn"]!.AsArray(), o => (string?)o!["region"] == "330203000000");
        Assert.Equal("个体工商户注册登记", (string?)detail.Body["item"]!["name"]);
    }

    [Fact]
    public async Task A_valid_application_becomes_a_case_with_a_number_of_its_region_and_day()
    {
        using var channel = await Channel.For(site);

        var number = await channel.Submitted();
        var view = await channel.Case(number);

        Assert.True(CaseNumber.TryParse(number, null, out var parsed));
        Assert.Equal("330203000000", parsed.Region.Value);
        Assert.Equal("received", (string?)view["status"]);
        Assert.Equal("海曙区市场监督管理局", (string?)view["department"]);
        Assert.Equal("submitted", (string?)view["timeline"]![0]!["kind"]);
    }

    [Fact]
    public async Task A_wrong_check_digit_is_refused_and_the_right_one_is_named()
    {
        using var channel = await Channel.For(site);
        var application = await channel.Application();
        application["applicant"]!["idNumber"] = "330200198503150014";

        var answer = await channel.Submit(application);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("身份证号最后一位应为 3", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("applicant.idNumber", answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XK-SCJG-999", "330203", "unknown-item")]
    [InlineData("CF-SCJG-001", "330203", "not-on-application")]
    [InlineData("XK-SCJG-004", "330200", "item-not-offered")]
    [InlineData("XK-SCJG-004", "330299", "unknown-region")]
    [InlineData("nonsense", "330203", "invalid-input")]
    public async Task An_item_that_cannot_be_applied_for_there_is_refused(string item, string region, string code)
    {
        using var channel = await Channel.For(site);

        var answer = await channel.Submit(await channel.Application(item, region));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        using var channel = await Channel.For(site);
        var application = await channel.Application();
        application["form"]!.AsObject().Remove("ethnic");
        application["form"]!["nonsense"] = 1;
        application["form"]!["sendWay"] = "飞鸽";
        application["materials"] = new JsonArray(new JsonObject { ["code"] = "M09", ["materialId"] = Guid.NewGuid() });

        var answer = await channel.Submit(application);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        foreach (var field in (string[])["form.ethnic", "form.nonsense", "form.sendWay", "materials.M09", "materials.M02"]) Assert.Contains(field, answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_material_of_another_client_is_as_good_as_none()
    {
        using var channel = await Channel.For(site);
        await site.In(async services =>
        {
            await services.GetRequiredService<Yiwang.Identity.IClients>().Register("other-kiosk", "other-secret", "另一台", "channel", demo: true, default);
            return 0;
        });
        using var other = await Channel.For(site, "other-kiosk", "other-secret");
        var application = await channel.Application();
        application["materials"]![0]!["materialId"] = await other.Material();

        var answer = await channel.Submit(application);
        var number = await channel.Submitted();

        Assert.Contains("引用的文件不存在", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"api/v1/cases/{number}")).Status);
    }

    [Fact]
    public async Task A_file_is_what_its_bytes_say()
    {
        using var channel = await Channel.For(site);

        var fake = await channel.Upload("这不是 PDF"u8.ToArray(), "假的.pdf");
        var cut = await channel.Upload(Channel.Pdf()[..40], "一半.pdf");
        var large = await channel.Upload(new byte[21 * 1024 * 1024], "大.pdf");
        var empty = await channel.Upload([], "空.pdf");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "wrong-file-type"), (fake.Status, fake.Code));
        Assert.Equal("wrong-file-type", cut.Code);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (large.Status, large.Code));
        Assert.Equal("empty-file", empty.Code);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_case_and_another_body_is_refused()
    {
        using var channel = await Channel.For(site);
        var application = await channel.Application();
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => channel.Submit((JsonObject)application.DeepClone(), key)));
        application["form"]!["staff"] = 9;
        var other = await channel.Submit(application, key);
        var without = await channel.Submit(application, "");

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Single(answers.Select(a => (string?)a.Body["caseNumber"]).Distinct());
        Assert.Equal((HttpStatusCode.Conflict, "idempotency-key-reused"), (other.Status, other.Code));
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency-key-missing"), (without.Status, without.Code));
    }

    [Fact]
    public async Task A_draft_of_a_version_that_is_no_longer_in_force_is_refused()
    {
        var outcome = await site.In(services => services.GetRequiredService<SubmitCaseHandler>().Prepare(new Application
        {
            Item = ItemCode.Parse("XK-SCJG-004", null), ItemVersion = 99, Region = RegionCode.Parse("330203", null), Channel = "web",
            Applicant = new("person", "王静", "330200198503150013", "16000000001"), Form = [], Materials = [],
        }, default));

        Assert.Equal("item-version-withdrawn", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Numbers_are_unique_when_many_submit_at_once()
    {
        using var channel = await Channel.For(site);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ => await channel.Submit(await channel.Application())));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Equal(40, answers.Select(a => (string?)a.Body["caseNumber"]).Distinct().Count());
    }

    [Fact]
    public async Task Five_working_days_of_silence_count_as_acceptance()
    {
        using var channel = await Channel.For(site);
        var number = await channel.Submitted();
        site.Clock.Forward(TimeSpan.FromDays(12));

        await site.Services.GetRequiredService<Yiwang.Acceptance.Limits.WatchLimits>().AcceptSilentOnes(default);
        site.Clock.Back();
        var accepted = await site.In(services => services.GetRequiredService<YiwangDb>().Set<Case>().SingleAsync(c => c.Number == CaseNumber.Parse(number, null)));

        Assert.Equal((CaseState.Accepted, AcceptedBy.Silence), (accepted.State, accepted.AcceptedBy));
        Assert.Equal(accepted.ReceivedOn, accepted.AcceptedOn);
    }

    [Fact]
    public async Task Withdrawing_ends_the_case_and_cannot_be_done_twice()
    {
        using var channel = await Channel.For(site);
        var number = await channel.Submitted();

        var first = await channel.Post($"api/v1/cases/{number}/withdrawal", new { reason = "另择经营场所" });
        var second = await channel.Post($"api/v1/cases/{number}/withdrawal", new { reason = "再撤" });

        Assert.Equal(HttpStatusCode.NoContent, first.Status);
        Assert.Equal((HttpStatusCode.Conflict, "case-closed"), (second.Status, second.Code));
        Assert.Equal("withdrawn", (string?)(await channel.Case(number))["result"]!["ending"]);
    }
}
