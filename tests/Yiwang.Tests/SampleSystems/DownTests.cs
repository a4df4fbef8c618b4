using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Yiwang.Bench;
using Yiwang.Host.Demo;

namespace Yiwang.Tests.SampleSystems;

/// <summary>A department's system that is down for a while, and comes back at its worst.</summary>
public sealed class DownTests(WholeTown town) : IClassFixture<WholeTown>
{
    [Fact]
    public async Task After_a_system_was_down_both_sides_tell_each_other_everything_once_and_in_order()
    {
        using var channel = await ChannelClient.SignIn(town.Platform, default);
        using var department = DepartmentClient.Open(town.Systems, town.Data);
        using var clerk = new PageClient(town.Systems);
        var there = await Submitted(channel);
        await department.WaitFor(there, default);

        await Switch("""{"down":true,"duplicateReplies":true,"outOfOrderReplies":true}""");
        var coming = await Submitted(channel);
        foreach (var act in new[] { "accept", "step", "grant" }) await Do(clerk, there, act);
        var meanwhile = await clerk.Read($"scjg/cases/{coming}");
        await channel.WaitFor(there, "received", default);
        await Switch("""{"down":false}""");
        var view = await channel.WaitFor(there, "closed", default);
        await department.WaitFor(coming, default, "pending");

        Assert.Equal(HttpStatusCode.NotFound, meanwhile.Status);
        Assert.Equal(["submitted", "accepted", "step", "decided", "licence", "closed"], view["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
        Assert.Equal("granted", (string?)view["result"]!["ending"]);
    }

    private static async Task<string> Submitted(ChannelClient channel) => await channel.Submit(DemoPeople.Application(await channel.Upload("身份证.pdf", default)), default);

    private static async Task Do(PageClient clerk, string number, string act)
    {
        var page = $"scjg/cases/{number}/{act}";
        Assert.Equal(HttpStatusCode.OK, await clerk.Send(page, (await clerk.Open(page)).Token, "", new() { ["officer"] = "示例经办人" }));
    }

    private async Task Switch(string switches)
    {
        var key = (string)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(town.Data, "connections", "SYS-04.json")))!["demoKey"]!;
        using var http = new HttpClient { BaseAddress = town.Systems, DefaultRequestHeaders = { { "X-Demo-Key", key } } };
        (await http.PostAsJsonAsync("scjg/switches", JsonNode.Parse(switches))).EnsureSuccessStatusCode();
    }
}
