using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Query;
using Yiwang.Host.Demo;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Bench;

/// <summary>With as many cases as a city has: a resident's and a window's pages at 200 requests a second, submitting at 100 a second, and the query.</summary>
internal static class CasesBench
{
    private const int Pages = 200, Submits = 100, Seconds = 10, WarmUp = 3;
    private static readonly int[] Scales = [100_000, 1_000_000];
    private static readonly string[] Counties = ["330203", "330205", "330206", "330211", "330212", "330213", "330225", "330226", "330281", "330282"];

    internal static async Task Run(string? server)
    {
        Console.WriteLine("| store | cases | seed s | page | p50 ms | p99 ms | max ms | failed | p99 : ceiling | p50 : 100,000 | p99 : 100,000 |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var postgres in server is null ? new bool[] { false } : [false, true])
        {
            var store = new Store(postgres ? server : null);
            await store.Create();
            var templates = await Templates(store);
            var small = new Dictionary<string, (double P50, double P99)>(StringComparer.Ordinal);
            var from = 0;
            foreach (var scale in Scales)
            {
                var watch = Stopwatch.StartNew();
                await using (var connection = await store.Open()) await new SeedCases(connection, postgres).Fill(templates, from, scale);
                var seeded = watch.Elapsed.TotalSeconds;
                from = scale;
                await Roots(store);
                await using var app = await CityBench.Start(store);
                var bare = 0.0;
                await foreach (var (page, run) in Work(app, templates, scale))
                {
                    await run(WarmUp);
                    var (times, failed) = await run(Seconds);
                    times.Sort();
                    var (p50, p99) = (times[times.Count / 2], times[times.Count * 99 / 100]);
                    if (bare == 0) bare = p99;
                    if (scale == Scales[0]) small[page] = (p50, p99);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"| {store.Kind} | {scale:N0} | {seeded:0} | {page} | {p50:0.0} | {p99:0.0} | {times[^1]:0.0} | {failed} | {p99 / bare:0.0} | {(scale == Scales[0] ? " | " : $"{p50 / small[page].P50:0.00} | {p99 / small[page].P99:0.00}")} |"));
                }
                await app.StopAsync();
            }
        }
    }

    /// <summary>A real city publishes the root of each day when it is over, not all of them when it starts.</summary>
    private static async Task Roots(Store store)
    {
        await using (var app = CityBench.Build(CityBench.Settings(store)))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await PublishRoots.Publish(scope.ServiceProvider.GetRequiredService<YiwangDb>(), WorkCalendar.TodayInNingbo(TimeProvider.System), default);
        }
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>What is measured, the bare page first.</summary>
    private static async IAsyncEnumerable<(string Page, Func<int, Task<(List<double> Times, int Failed)>> Run)> Work(WebApplication app, IReadOnlyList<CaseNumber> templates, int cases)
    {
        var address = CityBench.Address(app);
        using var resident = await PageClient.SignIn(address, "wangjing", "yiwang-demo-2026");
        using var window = await PageClient.SignIn(address, "window-haishu", "yiwang-demo-2026");
        using var asResident = PageLoad.Client(address, resident.Cookies);
        using var asWindow = PageLoad.Client(address, window.Cookies);
        string Any(int i) => SeedCases.Number((int)((long)i * 7_919_993 % cases), templates).Value;
        // The window of Haishu: every tenth case is its region's.
        string Here(int i) => SeedCases.Number((int)((long)i * 7_919_993 % (cases / templates.Count)) * templates.Count, templates).Value;
        foreach (var (page, http, next) in new (string, HttpClient, Func<int, string>)[]
        {
            ("ceiling: a page without data", asResident, i => $"accessibility/statement?bench={i}"), ("my cases", asResident, i => $"my/cases?bench={i}"), ("one of my cases", asResident, i => $"my/cases/{Any(i)}"),
            ("my messages", asResident, i => $"my/messages?bench={i}"), ("the window's cases", asWindow, i => $"desk/cases?bench={i}"), ("a case at the window", asWindow, i => $"desk/cases/{Here(i)}"), ("reception", asWindow, i => $"desk/reception?bench={i}"),
        })
        {
            yield return (page, seconds => PageLoad.Run(http, next, Pages, seconds));
        }

        yield return ("query by number", seconds => Query(app, Any, seconds));
        using var channel = await ChannelClient.SignIn(address, default);
        using var kiosk = PageLoad.Client(address);
        kiosk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", channel.Token);
        var application = DemoPeople.Application(await channel.Upload("身份证.pdf", default)).ToJsonString();
        yield return ("submit", seconds => PageLoad.Run(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/cases") { Content = new StringContent(application, Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            return await kiosk.SendAsync(request);
        }, Submits, seconds));
    }

    /// <summary>The query without signing in, past its gate: an address may ask thirty times an hour, so each asks from one of its own.</summary>
    private static Task<(List<double> Times, int Failed)> Query(WebApplication app, Func<int, string> number, int seconds) => PageLoad.Run(async i =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<CaseQuery>().Find(number(i), "1024", new IPAddress([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]), default);
        return new HttpResponseMessage(found.IsDone ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }, Pages, seconds);

    /// <summary>A case in each county, handed in for the resident and accepted, with what the readers of the journal make of it.</summary>
    private static async Task<IReadOnlyList<CaseNumber>> Templates(Store store)
    {
        await using var app = await CityBench.Start(store);
        using var channel = await ChannelClient.SignIn(CityBench.Address(app), default);
        var numbers = new List<CaseNumber>();
        foreach (var county in Counties)
        {
            var application = DemoPeople.Application(await channel.Upload("身份证.pdf", default));
            (application["regionCode"], application["applicant"]!["idNumber"]) = (county, "330290199005121024");
            numbers.Add(CaseNumber.Parse(await channel.Submit(application, default), null));
        }
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (db, acts) = (scope.ServiceProvider.GetRequiredService<YiwangDb>(), scope.ServiceProvider.GetRequiredService<CaseActs>());
            foreach (var number in numbers)
            {
                await acts.Accept((await acts.Load(number, default))!, AcceptedBy.Window, null, default);
                await db.SaveChangesAsync();
            }
            while (await db.Database.SqlQueryRaw<int>("select cast(count(*) as int) as \"Value\" from acceptance_messages").SingleAsync() < numbers.Count) await Task.Delay(100);
            while (await db.Database.SqlQueryRaw<int>("select cast(count(*) as int) as \"Value\" from acceptance_notices").SingleAsync() < numbers.Count) await Task.Delay(100);
        }
        await app.StopAsync();
        return numbers;
    }
}
