using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Submit;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Batches;

/// <summary>
/// Hands in the rows of batches, each in a transaction of its own with the case that it becomes: however often the process dies, each row becomes one case, and the
/// batch goes on where it was.
/// </summary>
internal sealed class RunBatches(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunBatches> log) : Chore(TimeSpan.FromSeconds(1), clock, log)
{
    protected override async Task Once(CancellationToken stop)
    {
        while (await Next(stop)) { }
    }

    /// <summary>Hands in one row; false when there is none.</summary>
    internal async Task<bool> Next(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        if (await db.Set<BatchApplication>().Where(b => b.State == BatchState.Running).OrderBy(b => b.BegunAt).FirstOrDefaultAsync(stop) is not { } batch) return false;
        var row = await db.Set<BatchRow>().Where(r => r.Batch == batch.Id && r.State == BatchRowState.Ready).OrderBy(r => r.Number).FirstOrDefaultAsync(stop);
        if (row is null)
        {
            // What is wrong can be mended and sent again.
            batch.State = await db.Set<BatchRow>().AnyAsync(r => r.Batch == batch.Id && r.State == BatchRowState.Wrong, stop) ? BatchState.Open : BatchState.Done;
            await db.TrySave(stop);
            return true;
        }
        var id = batch.Owner.Split(':', 2);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(new Actor(id[0], id[1], batch.ApplicantName)
        {
            PartyNumber = batch.ApplicantNumber, ForCompany = batch.ApplicantKind == Applicant.Company, Phone = batch.ApplicantPhone,
        });
        var prepared = await scope.ServiceProvider.GetRequiredService<SubmitCaseHandler>().Prepare(new Application
        {
            Item = batch.Item, Region = batch.Region, Channel = "web", Applicant = new(batch.ApplicantKind, batch.ApplicantName, batch.ApplicantNumber, batch.ApplicantPhone), Form = row.ReadValues(),
            Materials = [.. batch.ReadMaterials().Select(m => new MaterialChoice(m.Code, m.Id))],
        }, stop);
        row.Revision++;
        if (prepared.IsDone) (row.State, row.Case) = (BatchRowState.Submitted, prepared.Value.Number);
        else (row.State, row.Problems) = (BatchRowState.Wrong, prepared.Refusal.Fields.Count > 0 ? string.Join('\n', prepared.Refusal.Fields.Select(f => f.Message)) : prepared.Refusal.Reason);
        // Another node may have been first with this row: then nothing of ours is kept, and the next one is looked for.
        await db.TrySave(stop);
        return true;
    }
}
