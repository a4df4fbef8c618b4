using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang migrate</c>.</summary>
internal static class MigrateCommand
{
    internal static Command Create()
    {
        var data = CommonOptions.Data();
        var postgres = CommonOptions.Postgres();
        var command = new Command("migrate", "把数据库升级到当前版本（serve 启动时也会自动升级）") { data, postgres };
        command.SetAction(async (parsed, stop) =>
        {
            await using var app = YiwangApp.Build(new HostSettings { DataFolder = parsed.FullPath(data), Postgres = parsed.GetValue(postgres) });
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
            System.IO.Directory.CreateDirectory(parsed.FullPath(data));
            var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
            await db.Database.MigrateAsync(stop);
            Console.WriteLine(pending.Count == 0 ? "数据库已是当前版本。" : $"已升级：{string.Join("、", pending)}");
            return 0;
        });
        return command;
    }
}
