using System.CommandLine;
using System.Text;
using Yiwang.Host.Commands;

Console.OutputEncoding = Encoding.UTF8;

var root = new RootCommand("一网（Yiwang）：城市政务服务平台。受理一次，全城通办，全程留痕。")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    ImportCommand.Create(),
    SeedCommand.Create(),
    AccountCommand.Create(),
    ClientCommand.Create(),
    JournalCommand.Create(),
    SupervisionCommand.Create(),
    DemoCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
