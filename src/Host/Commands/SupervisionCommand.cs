using System.Globalization;
using Spectre.Console;
using Yiwang.Supervision.Figures;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang supervision recount</c>.</summary>
internal static class SupervisionCommand
{
    internal static System.CommandLine.Command Create()
    {
        var store = new StoreOptions();
        var recount = new System.CommandLine.Command("recount", "按监察记下的全部办件重新统计办件数据；平台可以照常运行");
        store.AddTo(recount);
        recount.SetAction((parsed, stop) => store.Run(parsed, async services =>
        {
            var counting = services.GetRequiredService<Recount>();
            var done = await AnsiConsole.Status().StartAsync("正在统计……", status => counting.Run(new Told(status), stop));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已重新统计 {done.Departments} 个部门的 {done.Cases:N0} 件办件。"));
            return 0;
        }, stop));
        return new System.CommandLine.Command("supervision", "电子监察") { recount };
    }

    private sealed class Told(StatusContext status) : IProgress<Recounted>
    {
        public void Report(Recounted value) => status.Status(string.Create(CultureInfo.InvariantCulture, $"已统计 {value.Departments} 个部门、{value.Cases:N0} 件办件……"));
    }
}
