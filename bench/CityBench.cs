using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Catalogue;
using Yiwang.Catalogue.Publish;
using Yiwang.Host;
using Yiwang.Host.Commands;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Bench;

/// <summary>A whole city: how long it takes to seed, how fast its pages are beside those of a small one, how soon another node knows of a change.</summary>
internal static class CityBench
{
    private const int PerSecond = 300, Seconds = 10, WarmUp = 3;

    /// <summary>A page that reads nothing: what a page costs at least, in the same pipeline under the same load.</summary>
    private const string Bare = "ceiling: a page without data";

    private static readonly string[] Counties = ["330203", "330205", "330206", "330211", "330212", "330213", "330225", "330226", "330281", "330282"];

    /// <summary>Pages that nothing keeps, because the query has a key that no page reads.</summary>
    private static readonly (string Page, string Address)[] Fixed =
    [
        ("home", "?bench="), ("home of a county", "sites/330203?bench="), ("board", "person?bench="), ("list of powers", "sites/330203/open/powers?bench="), ("figures", "open/figures?bench="), ("points", "points?bench="),
        ("list of materials spared", "sites/330203/open/reductions?bench="), ("versions", "items/XK-SCJG-004/versions?bench="),
    ];

    internal static async Task Run(string root, IReadOnlyList<string> pages, string? server)
    {
        var texts = CsvRows.Read(Path.Combine(root, "tests", "Yiwang.Tests", "Search"), "queries.csv", new ImportReport(), "query").ConvertAll(r => Uri.EscapeDataString(r["query"]));
        Console.WriteLine("| store | scale | seed s | bare copy s | start with index s | page | p50 ms | p99 ms | max ms | failed | p99 : ceiling | p50 : small | p99 : small |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        var small = new Dictionary<string, (double P50, double P99)>(StringComparer.Ordinal);
        foreach (var postgres in server is null ? new bool[] { false } : [false, true])
        {
            foreach (var scale in (string[])["small", "ningbo"])
            {
                var store = new Store(postgres ? server : null);
                await store.Create();
                var seed = await Seed(store, scale);
                var watch = Stopwatch.StartNew();
                await store.Copy();
                var copied = watch.Elapsed.TotalSeconds;
                watch.Restart();
                await using var app = await Start(store);
                var started = watch.Elapsed.TotalSeconds;
                var address = Address(app);
                var codes = await Codes(app);
                var bare = 0.0;
                foreach (var (page, next) in Pages(texts, codes).Where(p => p.Page == Bare || pages.Contains("all", StringComparer.Ordinal) || pages.Any(w => p.Page.Contains(w, StringComparison.Ordinal))))
                {
                    using var http = PageLoad.Client(address);
                    await PageLoad.Run(http, next, PerSecond, WarmUp);
                    var (times, failed) = await PageLoad.Run(http, next, PerSecond, Seconds);
                    times.Sort();
                    var p99 = times[times.Count * 99 / 100];
                    if (page == Bare) bare = p99;
                    var p50 = times[times.Count / 2];
                    if (scale == "small") small[page] = (p50, p99);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"| {store.Kind} | {scale} | {seed:0.0} | {copied:0.0} | {started:0.0} | {page} | {p50:0.0} | {p99:0.0} | {times[^1]:0.0} | {failed} | {p99 / bare:0.0} | {(scale == "small" ? " | " : $"{p50 / small[page].P50:0.00} | {p99 / small[page].P99:0.00}")} |"));
                }
                if (postgres && scale == "ningbo") await Heard(store, app);
                await app.StopAsync();
            }
        }
    }

    private static IEnumerable<(string Page, Func<int, string> Next)> Pages(List<string> texts, List<ItemCode> codes)
    {
        yield return (Bare, i => $"accessibility/statement?bench={i}");
        yield return ("guide", i => $"items/{codes[i * 7919 % codes.Count]}?bench={i}");
        yield return ("guide of a county", i => $"sites/330203/items/{codes[i * 7919 % codes.Count]}?bench={i}");
        yield return ("search", i => $"items?q={texts[i % texts.Count]}&bench={i}");
        yield return ("search in a county", i => $"sites/{Counties[i % Counties.Length]}/items?q={texts[i % texts.Count]}&bench={i}");
        foreach (var (page, address) in Fixed) yield return (page, i => $"{address}{i}");
    }

    private static async Task<double> Seed(Store store, string scale)
    {
        var settings = Settings(store);
        var watch = Stopwatch.StartNew();
        await using var app = Build(settings);
        var done = await SeedCommand.Run(app, settings, new(scale, Path.GetFullPath(settings.ReferenceData)), new Silent(), default);
        return done.IsDone ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException(done.Refusal.Reason);
    }

    /// <summary>How long it takes until a node in a process of its own finds what this one has published.</summary>
    private static async Task Heard(Store store, WebApplication app)
    {
        using var other = OtherNode.Start(store.Postgres!);
        using var visitor = new PageClient(other.Address);
        await other.Answers();
        var times = new List<double>();
        foreach (var code in (await Codes(app)).Where(c => c.Category == "XK").Take(10))
        {
            var word = $"甬江潮汐{code.Value.Replace("-", "", StringComparison.Ordinal)}";
            await using (var scope = app.Services.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
                var history = await ItemHistory.Read(db, code, default);
                scope.ServiceProvider.GetRequiredService<PublishItem>().Base(history.InForce!.Read() with { Name = word }, history, "bench", history.InForce.ImportedAs);
                await db.SaveChangesAsync();
            }
            var published = Stopwatch.GetTimestamp();
            while (!(await visitor.Read($"items?q={Uri.EscapeDataString(word)}&bench={Stopwatch.GetTimestamp()}")).Text.Contains($">{word}<", StringComparison.Ordinal))
            {
                if (Stopwatch.GetElapsedTime(published).TotalSeconds > 30) throw new InvalidOperationException($"{code} is not found on the other node.");
                await Task.Delay(10);
            }
            times.Add(Stopwatch.GetElapsedTime(published).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A published change is found on another node after {times[times.Count / 2]:0} ms (median of {times.Count}), {times[^1]:0} ms at most."));
    }

    private static async Task<List<ItemCode>> Codes(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<YiwangDb>().Set<ItemVersion>().Where(v => v.EndedAt == null).OrderBy(v => v.Code).Select(v => v.Code).ToListAsync();
    }

    internal static HostSettings Settings(Store store) => new() { Urls = "http://127.0.0.1:0", DataFolder = store.Folder, Postgres = store.Postgres, Demo = true, LogLevel = LogLevel.Error };

    internal static WebApplication Build(HostSettings settings) => YiwangApp.Build(settings, builder => builder.Configuration["Personal:KeyFile"] = SharedKey.Path);

    internal static async Task<WebApplication> Start(Store store)
    {
        var settings = Settings(store);
        var app = Build(settings);
        if (await Prepare.Run(app, settings, TextWriter.Null, default) is { } refusal) throw new InvalidOperationException(refusal);
        await app.StartAsync();
        return app;
    }

    internal static Uri Address(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private sealed class Silent : IProgress<SeedStep>
    {
        public void Report(SeedStep value) { }
    }
}
