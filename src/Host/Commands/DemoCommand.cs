using System.CommandLine;
using Yiwang.Host.Demo;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang demo</c>.</summary>
internal static class DemoCommand
{
    internal static Command Create()
    {
        var urls = CommonOptions.Urls();
        var data = CommonOptions.Data();
        var postgres = CommonOptions.Postgres();
        var systems = new Option<string?>("--systems-url") { Description = "示例部门系统的地址；默认为平台端口加一", HelpName = "http://地址:端口" };
        var command = new Command("demo", "在运行中的演示平台上走完三个办件：异地窗口收件、网上补正、不予许可") { urls, data, postgres, systems };
        command.SetAction(async (parsed, stop) =>
        {
            var platform = new Uri(parsed.GetValue(urls)!.Split(';')[0]);
            var address = parsed.GetValue(systems) is { } given ? new Uri(given) : new UriBuilder(platform) { Port = platform.Port + 1 }.Uri;
            if (await new DemoPlay(platform, address, parsed.FullPath(data)).Run(stop) is var code && code != 0) return code;
            await using var app = YiwangApp.Build(new HostSettings { DataFolder = parsed.FullPath(data), Postgres = parsed.GetValue(postgres) });
            return await JournalCommand.Verify(app.Services, stop);
        });
        return command;
    }
}
