using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Yiwang.Host.Demo;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Bundles;

public sealed class BundleChannelOnSqlite(SqliteSite site) : BundleChannelTests(site), IClassFixture<SqliteSite>;

public sealed class BundleChannelOnPostgres(PostgresSite site) : BundleChannelTests(site), IClassFixture<PostgresSite>;

/// <summary>一件事 by a channel's own screens: the same form, the same checks, one number.</summary>
public abstract class BundleChannelTests(Site site)
{
    private const string Haishu = "330203000000";

    [Fact]
    public async Task A_channel_reads_the_one_form_and_hands_in_the_bundle_once_however_often_it_asks()
    {
        await using var system = await FakeSystem.For(site, "SCJG");
        using var channel = await Channel.For(site);
        var all = await channel.Http.GetStringAsync("api/v1/bundles");
        var detail = (await channel.Get($"api/v1/bundles/YJS-003?region={Haishu}")).Body;
        var nowhere = await channel.Get("api/v1/bundles/YJS-003?region=1");
        var form = new JsonObject { ["services"] = new JsonArray("营业执照") };
        foreach (var (name, value) in RestaurantAnswers.All.Where(a => a.Key.StartsWith("form.licence_", StringComparison.Ordinal)))
        {
            var path = name["form.".Length..].Split('.');
            JsonNode node = path[0] switch { "licence_hasName" or "licence_commit" => true, "licence_staff" => 4, "licence_scope" => new JsonArray(value), _ => value };
            if (path.Length == 1) form[path[0]] = node;
            else (form[path[0]] ??= new JsonObject())[path[1]] = node;
        }
        var file = await channel.Material();
        var request = new JsonObject
        {
            ["regionCode"] = Haishu, ["edition"] = (int)detail["edition"]!, ["applicant"] = DemoPeople.Resident(1), ["form"] = form,
            ["materials"] = new JsonArray([.. detail["materials"]!.AsArray().Where(m => ((string)m!["code"]!).StartsWith("licence-", StringComparison.Ordinal) && (bool)m["required"]!).Select(m => new JsonObject { ["code"] = (string)m!["code"]!, ["materialId"] = file })]),
        };

        var key = Guid.NewGuid().ToString();
        var (first, again) = (await Post(channel, request, key), await Post(channel, request, key));
        request["edition"] = 1;
        var outdated = await Post(channel, request, Guid.NewGuid().ToString());
        var number = (string)first.Body["caseNumber"]!;
        var view = (await channel.Get($"api/v1/bundles/cases/{number}")).Body;

        Assert.Contains("开餐馆一件事", Regex.Unescape(all), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.Status);
        Assert.True(first.Status is HttpStatusCode.Created, first.Body.ToJsonString());
        Assert.Equal(number, (string?)again.Body["caseNumber"]);
        Assert.Equal((HttpStatusCode.Conflict, "item-version-withdrawn"), (outdated.Status, outdated.Code));
        Assert.Equal(["begun"], view["steps"]!.AsArray().Select(s => (string?)s!["state"]));
        Assert.Equal(number, (string?)(await system.Got((string)view["steps"]![0]!["caseNumber"]!, "case.dispatched"))["data"]!["bundle"]!["number"]);
        // Who looks for a restaurant finds the one thing before its items.
        Assert.Contains("/bundles/YJS-003", await channel.Http.GetStringAsync("items?q=餐馆"), StringComparison.Ordinal);
    }

    private static async Task<Answer> Post(Channel channel, JsonObject body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/bundles/YJS-003/cases") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        var response = await channel.Http.SendAsync(request);
        return new(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }
}
