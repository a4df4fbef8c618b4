using System.CommandLine;
using Yiwang.Kernel.Journals;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang journal verify</c>.</summary>
internal static class JournalCommand
{
    internal static Command Create()
    {
        var data = CommonOptions.Data();
        var postgres = CommonOptions.Postgres();
        var verify = new Command("verify", "重算全部留痕的散列链与每日根，指出第一处不符的行") { data, postgres };
        verify.SetAction(async (parsed, stop) =>
        {
            await using var app = YiwangApp.Build(new HostSettings { DataFolder = parsed.FullPath(data), Postgres = parsed.GetValue(postgres) });
            return await Verify(app.Services, stop);
        });
        return new Command("journal", "全程留痕") { verify };
    }

    internal static async Task<int> Verify(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<JournalVerification>().Run(stop);
        if (report.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync($"留痕被改动：位置 {fault.Position}，流 {fault.Stream} 第 {fault.Version} 行：{fault.Reason}");
            return 1;
        }
        Console.WriteLine($"留痕完整：{report.Entries} 行、{report.Streams} 条流，散列链全部相符。");
        return 0;
    }
}
