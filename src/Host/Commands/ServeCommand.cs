using System.CommandLine;
using System.Diagnostics;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang serve</c>.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        var urls = CommonOptions.Urls();
        var data = CommonOptions.Data();
        var postgres = CommonOptions.Postgres();
        var demo = new Option<bool>("--demo") { Description = "演示模式：建立示例账户与示例系统的连接" };
        var production = new Option<bool>("--production") { Description = "生产模式：只接受 https；发现任何示例账户或示例客户端就拒绝启动" };
        var proxies = new Option<string[]>("--proxy") { Description = "反向代理的地址或网段，可给多次；本机的代理不必给出。只相信这些代理所说的 X-Forwarded-For 与 X-Forwarded-Proto", HelpName = "地址|网段", DefaultValueFactory = _ => [] };
        var systems = new Option<string?>("--systems-url") { Description = "示例部门系统的地址（演示模式）", HelpName = "http://地址:端口" };
        var publicUrl = new Option<string?>("--public-url") { Description = "部门系统访问本平台所用的地址；默认同监听地址", HelpName = "http://地址" };
        var verbose = new Option<bool>("--verbose") { Description = "输出更多日志" };
        var command = new Command("serve", "启动平台") { urls, data, postgres, demo, production, proxies, systems, publicUrl, verbose };
        command.Validators.Add(result =>
        {
            if (result.GetValue(demo) && result.GetValue(production)) result.AddError(Prepare.DemoInProduction);
            foreach (var proxy in result.GetValue(proxies)!.Where(p => !ProxyAddress.TryRead(p, out _))) result.AddError($"--proxy {proxy} 不是地址，也不是网段，例如 10.0.0.5 或 10.0.0.0/24。");
        });
        command.SetAction(async (parsed, stop) =>
        {
            var settings = new HostSettings
            {
                Urls = parsed.GetValue(urls)!, DataFolder = parsed.FullPath(data), Postgres = parsed.GetValue(postgres), Demo = parsed.GetValue(demo),
                Production = parsed.GetValue(production), Proxies = parsed.GetValue(proxies)!, SystemsUrl = parsed.GetValue(systems), PublicUrl = parsed.GetValue(publicUrl),
                LogLevel = parsed.GetValue(verbose) ? LogLevel.Information : LogLevel.Warning,
            };
            var watch = Stopwatch.StartNew();
            await using var app = YiwangApp.Build(settings);
            if (await Prepare.Run(app, settings, Console.Out, stop) is { } refusal)
            {
                await Console.Error.WriteLineAsync(refusal);
                return 1;
            }
            await app.StartAsync(stop);
            Console.WriteLine($"一网已启动（{watch.Elapsed.TotalSeconds:0.0} 秒）：{string.Join(" ", app.Urls)}");
            await app.WaitForShutdownAsync(stop);
            return 0;
        });
        return command;
    }
}
