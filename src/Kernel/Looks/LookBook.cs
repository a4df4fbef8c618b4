using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Kernel.Looks;

/// <summary>查看留痕: an official was shown the personal data of a case (个人信息保护法 51, 54).</summary>
/// <param name="Case">The case.</param>
/// <param name="Where">task, window or material.</param>
/// <param name="By">The official's name, as screens show it.</param>
[Fact("kernel.personal-data-seen")]
public sealed record PersonalDataSeen(CaseNumber Case, string Where, string By);

/// <summary>
/// Writes down who looked at whose case, before it is shown. Those who look at the same moment share a transaction, so that looking stays cheap: each
/// waits until the one that holds his line is committed.
/// </summary>
public sealed class LookBook(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    private const int MostAtOnce = 200;
    private const int Tries = 5;
    private readonly Channel<Look> _looks = Channel.CreateBounded<Look>(new BoundedChannelOptions(10_000) { SingleReader = true });

    /// <summary>The stream in which the looks at a case stand.</summary>
    public static string Stream(CaseNumber number) => $"looks/{number.Value}";

    /// <summary>Done when it is written. Only officials' looks are; an applicant looks at what is his own.</summary>
    public async Task Note(CaseNumber number, string where, Actor actor, CancellationToken stop)
    {
        if (actor.Kind != Actor.OfficialKind) return;
        var look = new Look(number, where, actor, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _looks.Writer.WriteAsync(look, stop);
        await look.Written.Task.WaitAsync(stop);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (await _looks.Reader.WaitToReadAsync(stoppingToken))
            {
                var batch = new List<Look>();
                while (batch.Count < MostAtOnce && _looks.Reader.TryRead(out var look)) batch.Add(look);
                await Write(batch, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Whoever still waits is told below.
        }
        _looks.Writer.TryComplete();
        while (_looks.Reader.TryRead(out var left)) left.Written.TrySetCanceled(stoppingToken);
    }

    /// <summary>Writes a batch; where that fails, who waits gets the error, and is shown nothing.</summary>
    private async Task Write(List<Look> batch, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
                foreach (var look in batch) db.Add(Journal.Entry(Stream(look.Case), new PersonalDataSeen(look.Case, look.Where, look.Actor.DisplayName), look.Actor, clock));
                await db.SaveChangesAsync(stop);
                foreach (var look in batch) look.Written.TrySetResult();
                return;
            }
            catch (Exception exception)
            {
                // Another node may have written the next line of the same case.
                if (attempt < Tries && Dialect.IsUniqueViolation(exception)) continue;
                foreach (var look in batch) look.Written.TrySetException(exception);
                return;
            }
        }
    }

    private sealed record Look(CaseNumber Case, string Where, Actor Actor, TaskCompletionSource Written);
}
