using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Changes;
using Yiwang.Catalogue.Publish;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Bulk;

/// <summary>
/// What editors and reviewers do to the changes of a batch together: each act on all that are in a stage, in one transaction, or on none. An act
/// names the mark of what its user saw.
/// </summary>
internal sealed class BatchActs(YiwangDb db, Journal journal, ChangeRights rights, PublishChange publishing, TimeProvider clock)
{
    /// <summary>A batch for whoever may see it; null when there is none for this one.</summary>
    internal async Task<ChangeBatch?> Find(string id, CancellationToken stop) =>
        await db.Set<ChangeBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, stop) is { } found && rights.Covers(found.Region) ? found : null;

    /// <summary>What stands for the changes of a stage as they are now: another when one of them moved or was saved.</summary>
    internal async Task<string> Mark(string batch, ChangeStage stage, CancellationToken stop)
    {
        var revisions = await db.Set<ItemChange>().AsNoTracking().Where(c => c.Batch == batch && c.Stage == stage).Select(c => c.Revision).ToListAsync(stop);
        return MarkOf(revisions);
    }

    /// <summary>Hands all that are being edited in a stage to the reviewers; refused with everything that still stands against one of them.</summary>
    internal Task<Outcome> Submit(string batch, ChangeStage stage, string mark, CancellationToken stop) => Act(batch, stage, mark, async changes =>
    {
        var problems = new List<FieldProblem>();
        foreach (var part in changes.Chunk(ReadItems.Batch))
        {
            var histories = await ItemHistory.Read(db, [.. part.Select(c => c.Code)], stop);
            foreach (var change in part)
            {
                var found = await publishing.Problems(change, histories.GetValueOrDefault(change.Code) ?? new(null, []), stop);
                problems.AddRange(found.Select(p => new FieldProblem("changes", $"{change.Code} {change.Name}：{p.Message}")));
            }
        }
        return problems.Count > 0 ? Refusal.Invalid(problems) : Outcome.Done;
    }, (change, by) => change.Submit(by), rights.IsEditor, stop);

    /// <summary>Approves all that are in a review. After the second they are published one by one, each at its time.</summary>
    internal Task<Outcome> Approve(string batch, ChangeStage stage, string mark, CancellationToken stop) =>
        Act(batch, stage, mark, _ => Task.FromResult(Outcome.Done), (change, by) => change.Approve(by), rights.MayReview(stage), stop);

    /// <summary>Sends all that are in a review back, with the reason.</summary>
    internal Task<Outcome> Return(string batch, ChangeStage stage, string mark, string? note, CancellationToken stop)
    {
        var said = note?.Trim() ?? "";
        return Act(batch, stage, mark, _ => Task.FromResult<Outcome>(said.Length is > 0 and <= ItemChange.TextMaxLength ? Outcome.Done
            : Refusal.Invalid([new("note", $"请写明退回的原因，不超过 {ItemChange.TextMaxLength} 字")])), (change, _) => change.Return(said), rights.MayReview(stage), stop);
    }

    /// <summary>Takes all that are in a stage back to mend them.</summary>
    internal Task<Outcome> Recall(string batch, ChangeStage stage, string mark, CancellationToken stop) =>
        Act(batch, stage, mark, _ => Task.FromResult(Outcome.Done), (change, _) => change.Recall(), rights.IsEditor, stop);

    /// <summary>Gives all that are being edited in a stage up.</summary>
    internal Task<Outcome> Abandon(string batch, ChangeStage stage, string mark, CancellationToken stop) =>
        Act(batch, stage, mark, _ => Task.FromResult(Outcome.Done), (change, _) => change.Abandon(clock.GetUtcNow()), rights.IsEditor, stop);

    private async Task<Outcome> Act(string batch, ChangeStage stage, string mark, Func<List<ItemChange>, Task<Outcome>> check, Func<ItemChange, string, Outcome> act, bool may, CancellationToken stop)
    {
        if (await Find(batch, stop) is null) return Refusal.NotFound("这个批次");
        if (!may) return new Refusal(RefusalKind.Forbidden, "not-your-review", "您的岗位不办理这一步。");
        var changes = await db.Set<ItemChange>().Where(c => c.Batch == batch && c.Stage == stage).OrderBy(c => c.Id).ToListAsync(stop);
        if (changes.Count == 0 || MarkOf(changes.ConvertAll(c => c.Revision)) != mark) return Saving.SomebodyWasFirst;
        foreach (var change in changes) if (!await rights.Covers(change, stop)) return new Refusal(RefusalKind.Forbidden, "not-your-item", "批次中有不属于您职责范围的事项，请由市级人员整批办理，或逐项办理您的事项。");
        if (await check(changes) is { IsDone: false } wrong) return wrong;
        foreach (var change in changes)
        {
            if (act(change, rights.Who.JournalName) is { IsDone: false } refused) return refused;
            journal.Tell(change);
        }
        return await db.TrySave(stop);
    }

    private static string MarkOf(List<int> revisions) => string.Create(CultureInfo.InvariantCulture, $"{revisions.Count}-{revisions.Sum(r => (long)r)}");
}
