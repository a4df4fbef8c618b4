using System.CommandLine;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang journal verify</c>.</summary>
internal static class JournalCommand
{
    private static readonly Refusal NothingThere = new(RefusalKind.NotFound, "nothing-there", "这里没有一网的数据库。请用 --data 或 --postgres 指明要核对的数据库。");

    internal static Command Create()
    {
        var data = CommonOptions.Data();
        var postgres = CommonOptions.Postgres();
        var verify = new Command("verify", "重算全部留痕的散列链与每日根，指出第一处不符的行") { data, postgres };
        verify.SetAction(async (parsed, stop) =>
        {
            var settings = new HostSettings { DataFolder = parsed.FullPath(data), Postgres = parsed.GetValue(postgres) };
            // It only looks: no folder is made for a mistyped name.
            if (settings.Postgres is null && !System.IO.Directory.Exists(settings.DataFolder)) return await CommonOptions.Refuse(NothingThere);
            await using var app = YiwangApp.Build(settings);
            return await Schema.IsThere(app.Services, stop) ? await Verify(app.Services, stop) : await CommonOptions.Refuse(NothingThere);
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
