using System.CommandLine;
using Yiwang.Kernel.Importing;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang import</c>.</summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "参考数据目录（regions.csv、items.json 等）", DefaultValueFactory = _ => "data" };
        var data = CommonOptions.Data();
        var postgres = CommonOptions.Postgres();
        var command = new Command("import", "导入参考数据。有一行错误就全部不导入，并列出每一处错误的文件、行号与原因") { folder, data, postgres };
        command.SetAction(async (parsed, stop) =>
        {
            await using var app = YiwangApp.Build(new HostSettings { DataFolder = parsed.FullPath(data), Postgres = parsed.GetValue(postgres), ReferenceData = parsed.GetValue(folder)! });
            await using var scope = app.Services.CreateAsyncScope();
            var schema = await Schema.BringUpToDate(scope.ServiceProvider, parsed.FullPath(data), stop);
            if (!schema.IsDone) return await CommonOptions.Refuse(schema.Refusal);
            var report = await scope.ServiceProvider.GetRequiredService<ImportRun>().Run(parsed.GetValue(folder)!, stop);
            foreach (var problem in report.Problems) await Console.Error.WriteLineAsync(problem.ToString());
            Console.WriteLine(report.Problems.Count > 0
                ? $"有 {report.Problems.Count} 处错误，没有导入任何内容。"
                : $"已导入：{string.Join("，", report.Counts.Select(c => $"{c.Key} {c.Value}"))}");
            return report.Problems.Count > 0 ? 1 : 0;
        });
        return command;
    }
}
