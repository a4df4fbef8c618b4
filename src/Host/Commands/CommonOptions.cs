using System.CommandLine;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Host.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    internal static Option<string> Urls() => new("--urls")
    {
        Description = "监听地址",
        HelpName = "http://地址:端口",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    internal static Option<string> Data() => new("--data")
    {
        Description = "数据目录：数据库、材料与密钥",
        HelpName = "目录",
        DefaultValueFactory = _ => ".data",
    };

    internal static Option<string?> Postgres() => new("--postgres")
    {
        Description = "PostgreSQL 连接串；不给则用数据目录中的 SQLite。也可用环境变量 YIWANG_POSTGRES",
        HelpName = "连接串",
    };

    /// <summary>Says on the error stream why nothing was done.</summary>
    internal static async Task<int> Refuse(Refusal refusal)
    {
        await Console.Error.WriteLineAsync(refusal.Reason);
        if (refusal.Fields.Count > 1) foreach (var problem in refusal.Fields) await Console.Error.WriteLineAsync($"  {problem.Field}：{problem.Message}");
        return 1;
    }

    internal static string FullPath(this ParseResult parsed, Option<string> option) => Path.GetFullPath(parsed.GetValue(option)!);
}
