using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Yiwang.Bench;
using Yiwang.Host.Demo;
using Yiwang.Tests.Faults;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.SampleSystems;

/// <summary>The platform and the departments' own systems, each a process of its own, as <c>./run</c> starts them.</summary>
public sealed class WholeTown : IAsyncLifetime
{
    private readonly Processes _processes = new();

    public string Data { get; } = System.IO.Directory.CreateTempSubdirectory("yiwang-town-").FullName;

    public Uri Platform { get; } = new($"http://127.0.0.1:{Processes.FreePort()}");

    public Uri Systems { get; } = new($"http://127.0.0.1:{Processes.FreePort()}");

    public async ValueTask InitializeAsync()
    {
        var connections = System.IO.Directory.CreateDirectory(Path.Combine(Data, "connections")).FullName;
        var own = System.IO.Directory.CreateDirectory(Path.Combine(Data, "systems")).FullName;
        _processes.Start(Processes.Program("src/Host", "yiwang"), "serve", "--urls", Text(Platform), "--data", Data, "--demo", "--systems-url", Text(Systems));
        _processes.Start(Processes.Program("samples/DepartmentSystems", "DepartmentSystems"), "--urls", Text(Systems), "--connections", connections, "--data", own);
        await Processes.Answers(new Uri(Platform, "health/ready"));
        await Processes.Answers(new Uri(Systems, "scjg/"));
        await Processes.Answers(new Uri(Systems, "health"));
    }

    /// <summary>Runs a command of the platform; its exit code and what it said.</summary>
    public async Task<(int Code, string Said)> Yiwang(params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(Processes.Program("src/Host", "yiwang"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    internal static string Text(Uri address) => address.ToString().TrimEnd('/');

    public ValueTask DisposeAsync()
    {
        _processes.Dispose();
        System.IO.Directory.Delete(Data, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class SampleSystemTests(WholeTown town) : IClassFixture<WholeTown>
{
    [Fact]
    public async Task The_demo_plays_the_three_cases_of_the_report_and_ends_with_a_journal_that_fits()
    {
        var (code, said) = await town.Yiwang("demo", "--urls", WholeTown.Text(town.Platform), "--systems-url", WholeTown.Text(town.Systems), "--data", town.Data);

        Assert.True(code == 0, said);
        Assert.Contains("余姚市行政服务中心", said, StringComparison.Ordinal);
        Assert.Contains("一次性告知补正", said, StringComparison.Ordinal);
        Assert.Contains("不予许可", said, StringComparison.Ordinal);
        Assert.Contains("留痕完整", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_decides_on_the_pages_of_the_departments_own_queue()
    {
        using var channel = await ChannelClient.SignIn(town.Platform, default);
        using var clerk = new PageClient(town.Systems);
        var number = await Submitted(channel);
        await Wait.Until(async () => (await clerk.Read("scjg/?state=pending")).Text.Contains(number, StringComparison.Ordinal), "The case has not reached the queue.");

        await Do(clerk, number, "accept");
        await Do(clerk, number, "step");
        var refusal = await clerk.Send($"scjg/cases/{number}/refuse", (await clerk.Open($"scjg/cases/{number}/refuse")).Token, "", new() { ["reason"] = "" });
        await Do(clerk, number, "grant");
        var view = await channel.WaitFor(number, "closed", default);
        var again = await clerk.Open($"scjg/cases/{number}/refuse");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refusal);
        Assert.Equal("granted", (string?)view["result"]!["ending"]);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    [Theory]
    [InlineData("""{"duplicateReplies":true}""")]
    [InlineData("""{"outOfOrderReplies":true}""")]
    [InlineData("""{"failureRate":0.6}""")]
    [InlineData("""{"delayMs":700}""")]
    public async Task However_badly_a_department_behaves_each_of_its_replies_has_one_effect(string switches)
    {
        using var channel = await ChannelClient.SignIn(town.Platform, default);
        using var department = DepartmentClient.Open(town.Systems, town.Data);
        await Switch(switches);
        var number = await Submitted(channel);
        await department.WaitFor(number, default);
        foreach (var act in new[] { "accept", "step", "grant" }) await department.Act(number, act, null, default);
        var view = await channel.WaitFor(number, "closed", default);
        await Switch("""{"duplicateReplies":false,"outOfOrderReplies":false,"failureRate":0,"delayMs":0}""");

        Assert.Equal(["submitted", "accepted", "step", "decided", "licence", "closed"], view["timeline"]!.AsArray().Select(t => (string?)t!["kind"]));
    }

    private static async Task<string> Submitted(ChannelClient channel) => await channel.Submit(DemoPeople.Application(await channel.Upload("身份证.pdf", default)), default);

    private async Task Switch(string switches)
    {
        var key = (string)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(town.Data, "connections", "SYS-04.json")))!["demoKey"]!;
        using var http = new HttpClient { BaseAddress = town.Systems, DefaultRequestHeaders = { { "X-Demo-Key", key } } };
        (await http.PostAsJsonAsync("scjg/switches", JsonNode.Parse(switches))).EnsureSuccessStatusCode();
    }

    private static async Task Do(PageClient clerk, string number, string act)
    {
        var page = $"scjg/cases/{number}/{act}";
        Assert.Equal(HttpStatusCode.OK, await clerk.Send(page, (await clerk.Open(page)).Token, "", new() { ["officer"] = "示例经办人" }));
    }
}
