using System.CommandLine;

namespace Yiwang.Host.Commands;

/// <summary>Which database an administrator's command works on, and working there.</summary>
internal sealed class StoreOptions
{
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
        await using var app = YiwangApp.Build(new HostSettings { DataFolder = parsed.FullPath(_data), Postgres = parsed.GetValue(_postgres) });
        await using var scope = app.Services.CreateAsyncScope();
        var schema = await Schema.BringUpToDate(scope.ServiceProvider, parsed.FullPath(_data), stop);
        return schema.IsDone ? await work(scope.ServiceProvider) : await CommonOptions.Refuse(schema.Refusal);
    }
}
