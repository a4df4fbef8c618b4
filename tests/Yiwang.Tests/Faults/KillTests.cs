using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Npgsql;
using Yiwang.Bench;
using Yiwang.Host.Demo;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Faults;

public sealed class KillsOnSqlite : KillTests
{
    [Fact]
    public Task Twenty_kills_under_load_lose_nothing_and_double_nothing_on_either_side_with_sqlite() => TwentyKills(null);
}

public sealed class KillsOnPostgres : KillTests
{
    [Fact]
    public async Task Twenty_kills_under_load_lose_nothing_and_double_nothing_on_either_side_with_postgres() => await TwentyKills(await PostgresSite.NewDatabase());
}

/// <summary>The process dies between any two lines, and nothing is lost or doubled on either side.</summary>
public abstract class KillTests
{
    private const int Kills = 20;
    private const int Clients = 3;

    private protected static async Task TwentyKills(string? postgres)
    {
        var data = System.IO.Directory.CreateTempSubdirectory("yiwang-kill-").FullName;
        await SiteTemplate.Lay(new() { DataFolder = data, Demo = true, Postgres = postgres, ReferenceData = RepositoryFiles.Data });
        using var processes = new Processes();
        string[] store = postgres is null ? [] : ["--postgres", postgres];
        var (port, systemsPort) = (Processes.FreePort(), Processes.FreePort());
        var (platform, systems) = (new Uri($"http://127.0.0.1:{port}"), new Uri($"http://127.0.0.1:{systemsPort}"));
        var (connections, own) = (Path.Combine(data, "connections"), Path.Combine(data, "systems"));
        System.IO.Directory.CreateDirectory(connections);
        System.IO.Directory.CreateDirectory(own);
        Process Serve() => processes.Start(Processes.Program("src/Host", "yiwang"), ["serve", "--urls", platform.ToString().TrimEnd('/'), "--data", data, "--demo", "--systems-url", systems.ToString().TrimEnd('/'), .. store], ("Personal__KeyFile", SharedKey.Path));

        var serving = Serve();
        processes.Start(Processes.Program("samples/DepartmentSystems", "DepartmentSystems"), "--urls", systems.ToString(), "--connections", connections, "--data", own);
        await Processes.Answers(new Uri(platform, "health/ready"));
        await Processes.Answers(new Uri(systems, "health"));
        using var department = await Department(systems, connections);
        await department.PostAsync("rsj/switches", new StringContent("""{"decideAfterSeconds":0}""", System.Text.Encoding.UTF8, "application/json"));

        var handed = new ConcurrentDictionary<string, string?>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var load = new CancellationTokenSource();
            var before = handed.Count;
            var clients = Enumerable.Range(0, Clients).Select(c => Submit(platform, handed, $"{(postgres is null ? "s" : "p")}{kill}-{c}", load.Token)).ToList();
            // However slow the machine is, work is under way when the process dies.
            await Wait.Until(() => Task.FromResult(handed.Count > before + Clients), "Nothing was handed in");
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(900)));
            serving.Kill();
            await serving.WaitForExitAsync();
            await load.CancelAsync();
            await Task.WhenAll(clients);
            serving = Serve();
            await Processes.Answers(new Uri(platform, "health/ready"));
        }
        foreach (var (key, _) in handed.Where(h => h.Value is null).ToList()) await SubmitOne(platform, handed, key, TestContext.Current.CancellationToken);

        // A connection that changes makes the department send at once what its back-off holds; else the test would wait for minutes.
        var connection = Path.Combine(connections, "SYS-06.json");
        await File.AppendAllTextAsync(connection, "\n");

        Assert.All(handed, h => Assert.NotNull(h.Value));
        Assert.True(handed.Count > Kills * 3, $"Only {handed.Count} were handed in");
        Assert.Equal(handed.Count, handed.Values.Distinct().Count());
        var statistics = await Settled(department, handed.Count);
        Assert.Equal((handed.Count, handed.Count, 0), ((int)statistics["closed"]!, (int)statistics["decided"]!, (int)statistics["repliesRefused"]!));

        await using DbConnection database = postgres is null ? new SqliteConnection($"Data Source={Path.Combine(data, "yiwang.db")};Pooling=False") : new NpgsqlConnection(postgres);
        await database.OpenAsync();
        await Wait.Until(() => Task.FromResult(Count(database, "select coalesce(sum(granted), 0) from supervision_tallies where grain = 'Day'") >= handed.Count), "Supervision has not counted all decisions");
        serving.Kill();
        await serving.WaitForExitAsync();
        Assert.Equal(handed.Count, Count(database, "select count(*) from acceptance_cases"));
        Assert.Equal(handed.Count, Count(database, "select count(*) from acceptance_cases where state = 'Closed' and ending = 'Granted'"));
        Assert.Equal(handed.Count, Count(database, "select count(*) from exchange_outbound where type = 'case.dispatched'"));
        foreach (var grain in new[] { "Hour", "Day", "Department", "Item" })
            Assert.Equal(handed.Count * 2, Count(database, $"select sum(submitted) + sum(granted) from supervision_tallies where grain = '{grain}'"));
        Assert.Equal(0, Count(database, "select count(*) from (select stream from journal where kind = 'acceptance.case-submitted' group by stream having count(*) > 1) twice"));
        var verify = processes.Start(Processes.Program("src/Host", "yiwang"), ["journal", "verify", "--data", data, .. store], ("Personal__KeyFile", SharedKey.Path));
        await verify.WaitForExitAsync();
        Assert.Equal(0, verify.ExitCode);
        await database.CloseAsync();
        System.IO.Directory.Delete(data, recursive: true);
    }

    private static async Task Submit(Uri platform, ConcurrentDictionary<string, string?> handed, string client, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var key = $"{client}-{i}";
            handed[key] = null;
            await SubmitOne(platform, handed, key, stop);
            await Task.Delay(25, CancellationToken.None);
        }
    }

    /// <summary>Hands one in; when the answer is lost it stays open, to be handed in again under the same key.</summary>
    private static async Task SubmitOne(Uri platform, ConcurrentDictionary<string, string?> handed, string key, CancellationToken stop)
    {
        try
        {
            using var channel = await ChannelClient.SignIn(platform, stop);
            var applicant = DemoPeople.Resident(1);
            var application = new JsonObject
            {
                ["itemCode"] = "GG-RSJ-008", ["regionCode"] = "330203", ["channel"] = "kiosk", ["applicant"] = applicant,
                ["form"] = new JsonObject
                {
                    ["name"] = "王静", ["idNo"] = (string)applicant["idNumber"]!, ["mobile"] = "16000000101", ["kinds"] = new JsonArray("工伤保险"),
                    ["range"] = new JsonObject { ["start"] = "2026-01", ["end"] = "2026-06" }, ["purpose"] = "落户", ["format"] = "纸质", ["auth"] = true, ["sbCard"] = key,
                },
                ["materials"] = new JsonArray(new JsonObject { ["code"] = "M01", ["materialId"] = await Material(channel, handed, key, stop) }),
            };
            handed[key] = await channel.Submit(application, key, stop);
        }
        catch (Exception exception) when (exception is HttpRequestException or System.Net.Sockets.SocketException or DemoException or OperationCanceledException or IOException or System.Text.Json.JsonException)
        {
            // The process died under it.
        }
    }

    private static readonly ConcurrentDictionary<string, string> Materials = new();

    /// <summary>The same material when it is handed in again, so that the request under the key is the same.</summary>
    private static async Task<string> Material(ChannelClient channel, ConcurrentDictionary<string, string?> handed, string key, CancellationToken stop)
    {
        if (Materials.TryGetValue(key, out var known)) return known;
        var uploaded = await channel.Upload("身份证.pdf", stop);
        return handed.ContainsKey(key) ? Materials.GetOrAdd(key, uploaded) : uploaded;
    }

    private static async Task<HttpClient> Department(Uri systems, string connections)
    {
        var file = Path.Combine(connections, "SYS-06.json");
        for (var i = 0; !File.Exists(file) && i < 300; i++) await Task.Delay(100);
        var http = new HttpClient { BaseAddress = systems };
        http.DefaultRequestHeaders.Add("X-Demo-Key", (string?)JsonNode.Parse(await File.ReadAllTextAsync(file))!["demoKey"]);
        return http;
    }

    /// <summary>Waits until the department has closed as many cases as were handed in, and has nothing left to say.</summary>
    private static async Task<JsonObject> Settled(HttpClient department, int expected)
    {
        var (last, still) = ("", 0);
        while (true)
        {
            var answer = await department.GetAsync("rsj/api/statistics");
            var statistics = answer.StatusCode is HttpStatusCode.OK ? JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject() : [];
            if ((int?)statistics["closed"] >= expected && (int?)statistics["repliesPending"] == 0) return statistics;
            still = statistics.ToJsonString() == last ? still + 1 : 0;
            last = statistics.ToJsonString();
            Assert.True(still < 450, $"Of {expected}, and for a while no more: {last}");
            await Task.Delay(200);
        }
    }

    private static int Count(DbConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
