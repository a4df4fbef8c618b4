using System.CommandLine;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Host.Commands;

/// <summary>Which database an administrator's command works on, and working there.</summary>
internal sealed class StoreOptions
{
    private static readonly Refusal NothingThere = new(RefusalKind.NotFound, "nothing-there", "这里没有一网的数据库。请用 --data 或 --postgres 指明，并先用 serve 或 import 建立它。");

    private readonly Option<string> _data = CommonOptions.Data();
    private readonly Option<string?> _postgres = CommonOptions.Postgres();

    internal void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_postgres);
    }

    /// <summary>Brings the database up to date and works in a scope of its own; the exit code.</summary>
    internal async Task<int> Run(ParseResult parsed, Func<IServiceProvider, Task<int>> work, CancellationToken stop)
    {
        var settings = new HostSettings { DataFolder = parsed.FullPath(_data), Postgres = parsed.GetValue(_postgres) };
        // A mistyped name must not make a new database, and let somebody believe that the account is in the real one.
        if ((settings.Postgres ?? Environment.GetEnvironmentVariable("YIWANG_POSTGRES")) is null && !System.IO.Directory.Exists(settings.DataFolder)) return await CommonOptions.Refuse(NothingThere);
        await using var app = YiwangApp.Build(settings);
        if (!await Schema.IsThere(app.Services, stop)) return await CommonOptions.Refuse(NothingThere);
        await using var scope = app.Services.CreateAsyncScope();
        var schema = await Schema.BringUpToDate(scope.ServiceProvider, parsed.FullPath(_data), stop);
        return schema.IsDone ? await work(scope.ServiceProvider) : await CommonOptions.Refuse(schema.Refusal);
    }
}
