using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue;
using Yiwang.Identity;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Host;

/// <summary>What must be true before the first request: the schema is current, reference data is there, demo things are there or surely not.</summary>
public static class Prepare
{
    /// <summary>Why a start that asks for production and for demo things is refused.</summary>
    internal const string DemoInProduction = "--production 与 --demo 不能同时使用：生产模式不建立任何示例账户。什么也没有写入。";

    /// <summary>Prepares the database. Null when all is well, else why the platform must not start.</summary>
    public static async Task<string?> Run(WebApplication app, HostSettings settings, TextWriter say, CancellationToken stop)
    {
        // Before anything is written: a clean database must not be spoiled by the start that is refused.
        if (settings is { Production: true, Demo: true }) return DemoInProduction;
        await using var scope = app.Services.CreateAsyncScope();
        var schema = await Schema.BringUpToDate(scope.ServiceProvider, settings.DataFolder, stop);
        if (!schema.IsDone) return schema.Refusal.Reason;
        if (settings.Production && await scope.ServiceProvider.GetRequiredService<IClients>().AnyDemo(stop))
            return "生产模式拒绝启动：数据库中有示例账户或示例客户端。请换一个数据目录（或数据库）。";
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        if (settings.Production && await SeedRun.Seeded(db, stop) is { } scale) return $"生产模式拒绝启动：数据库中有 {scale} 规模的示例数据。请换一个数据目录（或数据库）。";
        if (await Import(scope.ServiceProvider, settings.ReferenceData, () => say.WriteLine("首次启动：正在导入参考数据……"), stop) is { } problem) return problem;
        foreach (var task in scope.ServiceProvider.GetServices<IStartTask>()) await task.Run(stop);
        if (settings.Demo)
        {
            foreach (var seed in scope.ServiceProvider.GetServices<IDemoSeed>()) await seed.Seed(stop);
        }
        return null;
    }

    /// <summary>Imports the reference data where none is. Asked of the data, not of the schema: a first start that died half-way goes on here.</summary>
    internal static async Task<string?> Import(IServiceProvider services, string folder, Action begins, CancellationToken stop)
    {
        var published = FactAttribute.KindOf<ItemPublished>();
        if (await services.GetRequiredService<YiwangDb>().Set<JournalEntry>().AnyAsync(e => e.Kind == published, stop)) return null;
        begins();
        var report = await services.GetRequiredService<ImportRun>().Run(folder, stop);
        return report.Problems.Count > 0 ? string.Join(Environment.NewLine, report.Problems.Prepend(new("参考数据有误，没有导入", 0, folder))) : null;
    }
}
