using System.CommandLine;
using Yiwang.Identity.Accounts;

namespace Yiwang.Host.Commands;

/// <summary><c>yiwang account add | list | lock | unlock</c>.</summary>
internal static class AccountCommand
{
    internal static Command Create() => new("account", "账户：居民、企业经办人与工作人员") { Add(), List(), Lock("lock", "锁定一个账户，直到解锁", true), Lock("unlock", "解锁一个账户", false) };

    private static Command Add()
    {
        var store = new StoreOptions();
        var name = new Argument<string>("name") { Description = "登录用的用户名" };
        var kind = new Option<string>("--kind") { Description = "resident（居民）、agent（企业经办人）、official（工作人员）", Required = true, HelpName = "类型" };
        var fullName = new Option<string>("--full-name") { Description = "姓名", Required = true, HelpName = "姓名" };
        var residentId = Text("--resident-id", "身份证号（居民、经办人）");
        var phone = Text("--phone", "手机号码（居民、经办人）");
        var company = Text("--company", "统一社会信用代码（经办人）");
        var companyName = Text("--company-name", "单位名称（经办人）");
        var region = Text("--region", "任职地区，例如 330203（工作人员）");
        var department = Text("--department", "部门，例如 SCJG@330203；负责全部部门的写 *（审批岗位）");
        var point = Text("--service-point", "服务点，例如 330203000000-01（窗口岗位）");
        var posts = new Option<string[]>("--post") { Description = "岗位，可给多次：window（窗口）、handler（审批）、operator（交换平台运维）", HelpName = "岗位", DefaultValueFactory = _ => [] };
        var fromInput = new Option<bool>("--password-stdin") { Description = "从标准输入读密码；不给则生成一个并只显示这一次" };
        var command = new Command("add", "新建一个账户") { name, kind, fullName, residentId, phone, company, companyName, region, department, point, posts, fromInput };
        store.AddTo(command);
        command.SetAction((parsed, stop) => store.Run(parsed, async services =>
        {
            var given = parsed.GetValue(fromInput);
            var password = given ? await Console.In.ReadLineAsync(stop) ?? "" : NewSecret.Make();
            var account = new NewAccount(
                parsed.GetValue(kind), parsed.GetValue(name), parsed.GetValue(fullName), parsed.GetValue(residentId), parsed.GetValue(phone), parsed.GetValue(company),
                parsed.GetValue(companyName), parsed.GetValue(region), parsed.GetValue(department), parsed.GetValue(point), parsed.GetValue(posts));
            var outcome = await services.GetRequiredService<IAccounts>().Add(account, password, stop);
            if (!outcome.IsDone) return await CommonOptions.Refuse(outcome.Refusal);
            Console.WriteLine(given ? $"账户 {account.Name} 已建立。" : $"账户 {account.Name} 已建立，密码（只显示这一次）：{password}");
            return 0;
        }, stop));
        return command;
    }

    private static Command List()
    {
        var store = new StoreOptions();
        var command = new Command("list", "列出全部账户，不含证件号码");
        store.AddTo(command);
        command.SetAction((parsed, stop) => store.Run(parsed, async services =>
        {
            foreach (var line in await services.GetRequiredService<IAccounts>().List(stop))
                Console.WriteLine($"{line.Name}\t{line.Kind}\t{line.FullName}\t{line.Region}\t{line.Posts}{(line.Locked ? "\t已锁定" : "")}");
            return 0;
        }, stop));
        return command;
    }

    private static Command Lock(string verb, string description, bool locked)
    {
        var store = new StoreOptions();
        var name = new Argument<string>("name") { Description = "用户名" };
        var command = new Command(verb, description) { name };
        store.AddTo(command);
        command.SetAction((parsed, stop) => store.Run(parsed, async services =>
        {
            var outcome = await services.GetRequiredService<IAccounts>().Lock(parsed.GetValue(name)!, locked, stop);
            if (!outcome.IsDone) return await CommonOptions.Refuse(outcome.Refusal);
            Console.WriteLine($"账户 {parsed.GetValue(name)} 已{(locked ? "锁定" : "解锁")}。");
            return 0;
        }, stop));
        return command;
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "值" };
}
