using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Yiwang.Bench;
using Yiwang.Exchange;
using Yiwang.Host;
using Yiwang.Host.Demo;
using Yiwang.Kernel.Database;

// dotnet run -c Release --project bench -- [cases] [PostgreSQL connection string]
// dotnet run -c Release --project bench -- search, from the repository's root
if (args is ["search"])
{
    SearchBench.Run(Directory.GetCurrentDirectory());
    return;
}
// dotnet run -c Release --project bench -- city [all or words of the pages' names] [PostgreSQL connection string], from the repository's root
if (args is ["city", ..])
{
    var server = args.FirstOrDefault(a => a.Contains('=', StringComparison.Ordinal));
    await CityBench.Run(Directory.GetCurrentDirectory(), [.. args.Skip(1).Where(a => a != server)], server);
    return;
}
// dotnet run -c Release --project bench -- cases [PostgreSQL connection string], from the repository's root
if (args is ["cases", ..])
{
    await CasesBench.Run(args.FirstOrDefault(a => a.Contains('=', StringComparison.Ordinal)));
    return;
}
const int Clients = 8;

// Cases that the department works on at once. It is not what is measured: with as few hands as clients it would hold the platform up.
const int Hands = 32;
var cases = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 800;
var stores = new List<Store> { new(null) };
if (args.Length > 1) stores.Add(new(args[1]));

Console.WriteLine("| store | work | cases/s | p50 ms | p99 ms | CPU ms/case | ceiling cases/s | ratio | statements/case | commits/case |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
foreach (var kind in stores)
{
    foreach (var full in (bool[])[false, true])
    {
        var store = new Store(kind.Postgres is null ? null : args[1]);
        await store.Create();
        await Run(store, full, full ? 300 : 1500, new Recorder());
        await store.Copy();
        // Recording costs time and memory of its own: what is replayed is recorded in a run before the one that is measured.
        var recorder = new Recorder { On = true };
        var recorded = Math.Max(cases / 4, 1);
        await Run(store, full, recorded, recorder);
        var transactions = recorder.Transactions.ToArray();
        var (elapsed, latencies, cpu) = await Run(store, full, cases, new Recorder());
        var replay = new Ceiling(store, Clients);
        var ceiling = await replay.Replay(transactions) * ((double)cases / recorded);
        latencies.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {store.Kind} | {(full ? "full life" : "submit")} | {cases / elapsed.TotalSeconds:0} | {latencies[latencies.Count / 2]:0.0} | {latencies[latencies.Count * 99 / 100]:0.0} | {cpu.TotalMilliseconds / cases:0.0} | {cases / ceiling.TotalSeconds:0} | {ceiling / elapsed:P0} | {(double)transactions.Sum(t => t.Length) / recorded:0.0} | {(double)transactions.Length / recorded:0.0} |"));
        if (replay.Collisions > 0) Console.WriteLine($"{replay.Collisions} of {transactions.Length} replayed transactions collided: the ceiling is a little too high.");
    }
    await Races(kind);
}

// Twenty cases, each decided by two officials at the same moment.
async Task Races(Store kind)
{
    var store = new Store(kind.Postgres is null ? null : args[1]);
    await store.Create();
    var (app, address) = await Start(store, _ => { });
    await using (app)
    {
        using var channel = await ChannelClient.SignIn(address, default);
        using var first = await PageClient.SignIn(address, "handler-haishu", "yiwang-demo-2026");
        using var second = await PageClient.SignIn(address, "handler-haishu-2", "yiwang-demo-2026");
        var results = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            var number = await channel.Submit(DemoPeople.Application(await channel.Upload("身份证.pdf", default)), default);
            results.Add(string.Join(" and ", (await Race.Run(first, second, number)).Select(s => (int)s).Order()));
        }
        Console.WriteLine($"{store.Kind}, races of two officials: {string.Join("; ", results.GroupBy(r => r, StringComparer.Ordinal).Select(g => $"{g.Key} in {g.Count()} of 20"))}");
        await app.StopAsync();
    }
}

// A platform that serves on a port of its own.
async Task<(WebApplication App, Uri Address)> Start(Store store, Action<WebApplicationBuilder> configure)
{
    var settings = new HostSettings { Urls = "http://127.0.0.1:0", DataFolder = store.Folder, Postgres = store.Postgres, Demo = true, LogLevel = LogLevel.Error };
    var app = YiwangApp.Build(settings, builder =>
    {
        builder.Configuration["Personal:KeyFile"] = SharedKey.Path;
        configure(builder);
    });
    if (await Prepare.Run(app, settings, TextWriter.Null, default) is { } refusal) throw new InvalidOperationException(refusal);
    await app.StartAsync();
    return (app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
}

// Submits so many cases from eight clients; with the full life also a material each, a department that decides at once, and a last look.
async Task<(TimeSpan Elapsed, List<double> Latencies, TimeSpan Cpu)> Run(Store store, bool full, int count, Recorder recorder)
{
    var recording = recorder.On;
    recorder.On = false;
    var (app, address) = await Start(store, builder =>
    {
        builder.Services.ConfigureDbContext<YiwangDb>(options => options.AddInterceptors(recorder, new CommitRecorder(recorder)));
        builder.Services.RemoveAll<ILocalSystem>();
        builder.Services.AddSingleton<BenchDepartment>();
        builder.Services.AddSingleton<ILocalSystem>(provider => provider.GetRequiredService<BenchDepartment>());
        // Submitting alone: nothing reads behind it.
        if (full) return;
        foreach (var reader in builder.Services.Where(s => s.ImplementationType?.Namespace?.StartsWith("Yiwang", StringComparison.Ordinal) is true && s.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)).ToList())
            builder.Services.Remove(reader);
    });
    await using var running = app;
    using var end = new CancellationTokenSource();
    var work = full ? app.Services.GetRequiredService<BenchDepartment>().Work(Hands, end.Token) : Task.CompletedTask;

    using var channel = await ChannelClient.SignIn(address, default);
    var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => WireClient.Connect(address, channel.Token)));
    var materials = await Task.WhenAll(clients.Select(c => c.Upload("身份证.pdf")));
    const string Material = "00000000-0000-0000-0000-000000000000";
    var application = DemoPeople.Application(Material).ToJsonString();
    var numbers = new System.Collections.Concurrent.ConcurrentBag<string>();
    var latencies = new System.Collections.Concurrent.ConcurrentBag<double>();
    // Throughput is that of a platform that has been running: the compiler works on for some thousand requests.
    await Work(full ? 1200 : 4000);
    await Task.Delay(500);
    numbers.Clear();
    latencies.Clear();
    recorder.On = recording;
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    await Work(count);
    watch.Stop();
    recorder.On = false;
    var cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
    await end.CancelAsync();
    await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    foreach (var client in clients) client.Dispose();
    await app.StopAsync();
    return (watch.Elapsed, [.. latencies], cpu);

    async Task Work(int left)
    {
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var start = Stopwatch.GetTimestamp();
                var material = full ? await clients[i].Upload("身份证.pdf") : materials[i];
                numbers.Add(await clients[i].Submit(application.Replace(Material, material, StringComparison.Ordinal)));
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        })));
        if (!full) return;
        foreach (var number in numbers)
        {
            while (await clients[0].Status(number) != "closed") await Task.Delay(50);
        }
    }
}
