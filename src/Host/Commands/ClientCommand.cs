using System.CommandLine;
using Yiwang.Identity;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang client add | list | remove</c>.</summary>
internal static class ClientCommand
{
    internal static Command Create() => new("client", "客户端：自助机、APP 网关等以令牌调用接口的系统") { Add(), List(), Remove() };

    private static Command Add()
    {
        var store = new StoreOptions();
        var name = new Argument<string>("name") { Description = "客户端编号" };
        var title = new Option<string>("--title") { Description = "名称，例如 海曙区自助机", Required = true, HelpName = "名称" };
        var scope = new Option<string>("--scope") { Description = "权限范围：channel（渠道）或 exchange（部门系统）", HelpName = "范围", DefaultValueFactory = _ => "channel" };
        var command = new Command("add", "登记一个客户端，密钥只显示这一次") { name, title, scope };
        store.AddTo(command);
        command.SetAction((parsed, stop) => store.Run(parsed, async services =>
        {
            var secret = NewSecret.Make();
            var outcome = await services.GetRequiredService<IClients>().Add(parsed.GetValue(name)!, secret, parsed.GetValue(title)!, parsed.GetValue(scope)!, stop);
            if (!outcome.IsDone) return await CommonOptions.Refuse(outcome.Refusal);
            Console.WriteLine($"客户端 {parsed.GetValue(name)} 已登记，密钥（只显示这一次）：{secret}");
            return 0;
        }, stop));
        return command;
    }

    private static Command List()
    {
        var store = new StoreOptions();
        var command = new Command("list", "列出全部客户端");
        store.AddTo(command);
        command.SetAction((parsed, stop) => store.Run(parsed, async services =>
        {
            foreach (var line in await services.GetRequiredService<IClients>().List(stop)) Console.WriteLine($"{line.Id}\t{line.Name}\t{line.Scopes}");
            return 0;
        }, stop));
        return command;
    }

    private static Command Remove()
    {
        var store = new StoreOptions();
        var name = new Argument<string>("name") { Description = "客户端编号" };
        var command = new Command("remove", "删除一个客户端：它不能再取得令牌，已有的令牌一小时内失效") { name };
        store.AddTo(command);
        command.SetAction((parsed, stop) => store.Run(parsed, async services =>
        {
            var outcome = await services.GetRequiredService<IClients>().Remove(parsed.GetValue(name)!, stop);
            if (!outcome.IsDone) return await CommonOptions.Refuse(outcome.Refusal);
            Console.WriteLine($"客户端 {parsed.GetValue(name)} 已删除。");
            return 0;
        }, stop));
        return command;
    }
}
