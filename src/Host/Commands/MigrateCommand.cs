using System.CommandLine;

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
            var schema = await Schema.BringUpToDate(scope.ServiceProvider, parsed.FullPath(data), stop);
            if (!schema.IsDone) return await CommonOptions.Refuse(schema.Refusal);
            Console.WriteLine(schema.Value.Count == 0 ? "数据库已是当前版本。" : $"已升级：{string.Join("、", schema.Value)}");
            return 0;
        });
        return command;
    }
}
