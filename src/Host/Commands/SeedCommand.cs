using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using Yiwang.Acceptance;
using Yiwang.Identity;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang seed</c>.</summary>
internal static class SeedCommand
{
    private static readonly Refusal RealCases = new(RefusalKind.Conflict, "real-cases", "数据库中有真实办件，不能生成示例数据。什么也没有改变。请换一个数据目录（或数据库）。");

    internal static System.CommandLine.Command Create()
    {
        var scale = new Option<string>("--scale") { Description = "规模：ningbo（全市 8.7 万个实施清单事项）或 small（约一千个基本事项，供开发与测试）", HelpName = "规模", DefaultValueFactory = _ => "ningbo" };
        scale.AcceptOnlyFromAmong("ningbo", "small");
        var folder = new Option<string?>("--reference") { Description = "参考数据目录；默认为随平台的 data", HelpName = "目录" };
        var data = CommonOptions.Data();
        var postgres = CommonOptions.Postgres();
        var command = new System.CommandLine.Command("seed", "生成一座城市规模的示例事项、机构与服务点位置，供压力测试与试看。全部标为示例；有真实办件的数据库拒绝生成") { scale, folder, data, postgres };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = new HostSettings { DataFolder = parsed.FullPath(data), Postgres = parsed.GetValue(postgres) };
            if (parsed.GetValue(folder) is { } reference) settings = settings with { ReferenceData = reference };
            var watch = Stopwatch.StartNew();
            await using var app = YiwangApp.Build(settings);
            var order = new SeedOrder(parsed.GetValue(scale)!, Path.GetFullPath(settings.ReferenceData));
            var done = await WithProgress(progress => Run(app, settings, order, progress, stop));
            if (!done.IsDone)
            {
                // To ask for what is there already is no mistake.
                if (done.Refusal.Code != SeedRun.SeededAlready || await Seeded(app, stop) != order.Scale) return await CommonOptions.Refuse(done.Refusal);
                Console.WriteLine(done.Refusal.Reason);
                return 0;
            }
            Console.WriteLine($"已生成 {order.Scale} 规模的示例数据（{watch.Elapsed.TotalSeconds:0.0} 秒）。");
            return 0;
        });
        return command;
    }

    /// <summary>Brings the database up to date, imports the reference data where there is none, and seeds.</summary>
    internal static async Task<Outcome> Run(WebApplication app, HostSettings settings, SeedOrder order, IProgress<SeedStep> progress, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var schema = await Schema.BringUpToDate(scope.ServiceProvider, settings.DataFolder, stop);
        if (!schema.IsDone) return schema.Refusal;
        // Cases of demo people are no real ones.
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var submitted = FactAttribute.KindOf<CaseSubmitted>();
        if (await db.Set<JournalEntry>().AnyAsync(e => e.Kind == submitted, stop) && !await scope.ServiceProvider.GetRequiredService<IClients>().AnyDemo(stop)) return RealCases;
        if (await Prepare.Import(scope.ServiceProvider, settings.ReferenceData, () => progress.Report(new("参考数据", 0, 1)), stop) is { } problem) return new Refusal(RefusalKind.Invalid, "bad-reference-data", problem);
        progress.Report(new("参考数据", 1, 1));
        return await scope.ServiceProvider.GetRequiredService<SeedRun>().Run(order, progress, stop);
    }

    private static async Task<string?> Seeded(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await SeedRun.Seeded(scope.ServiceProvider.GetRequiredService<YiwangDb>(), stop);
    }

    private static async Task<Outcome> WithProgress(Func<IProgress<SeedStep>, Task<Outcome>> work)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive) return await work(new Lines());
        return await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(context => work(new Bars(context)));
    }

    /// <summary>A line for each tenth of a step.</summary>
    private sealed class Lines : IProgress<SeedStep>
    {
        private (string, int) _last;

        public void Report(SeedStep value)
        {
            var now = (value.What, value.Done * 10 / value.Total);
            if (now == _last) return;
            _last = now;
            Console.WriteLine($"{value.What} {value.Done}/{value.Total}");
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<SeedStep>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

        public void Report(SeedStep value)
        {
            if (!_tasks.TryGetValue(value.What, out var task)) _tasks[value.What] = task = context.AddTask(value.What, maxValue: value.Total);
            task.Value = value.Done;
        }
    }
}
