using Yiwang.Handling.Decide;
using Yiwang.Identity.Accounts;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling.Claim;

/// <summary>Shares the tasks of a department among its officials.</summary>
internal sealed class ClaimActs(YiwangDb db, Journal journal, HandlingActs acts, IColleagues colleagues, CurrentActor actor)
{
    private string Me => actor.Actor.JournalName;

    /// <summary>Those to whom the actor may hand a task.</summary>
    internal async Task<IReadOnlyList<Colleague>> Others(HandlingTask task, CancellationToken stop) =>
        [.. (await colleagues.HandlersOf(task.Department, task.Region, stop)).Where(c => c.JournalName != Me && !task.IsRecused(c.JournalName))];

    /// <summary>Whether who has the task does not work here any more.</summary>
    internal async Task<bool> IsDeserted(HandlingTask task, CancellationToken stop) =>
        task.Handler is { } handler && (await colleagues.HandlersOf(task.Department, task.Region, stop)).All(c => c.JournalName != handler);

    internal Task<Outcome> Claim(CaseNumber number, CancellationToken stop) =>
        Change(number, async task => task.Claim(Me, actor.Actor.DisplayName, await IsDeserted(task, stop)), stop);

    internal Task<Outcome> Release(CaseNumber number, CancellationToken stop) => Change(number, task => Task.FromResult(task.Release(Me)), stop);

    internal Task<Outcome> HandTo(CaseNumber number, string? colleague, CancellationToken stop) => Change(number, async task =>
        (await Others(task, stop)).FirstOrDefault(c => c.JournalName == colleague) is { } to
            ? task.HandTo(Me, to.JournalName, to.Name)
            : Refusal.Invalid([new("colleague", "请选择转给哪一位同事")]), stop);

    /// <summary>回避: the actor stands aside.</summary>
    internal Task<Outcome> Recuse(CaseNumber number, string? ground, CancellationToken stop) => Change(number, task =>
    {
        var outcome = task.Recuse(Me, ground);
        if (outcome.IsDone) journal.Append($"handling/{number.Value}", new OfficialRecused(number, ground!));
        return Task.FromResult(outcome);
    }, stop);

    private async Task<Outcome> Change(CaseNumber number, Func<HandlingTask, Task<Outcome>> change, CancellationToken stop)
    {
        if (await acts.Load(number, stop) is not { } task) return Refusal.NotFound("这个办件");
        var from = task.Handler;
        var outcome = await change(task);
        if (!outcome.IsDone) return outcome;
        if (from != task.Handler) journal.Append($"handling/{number.Value}", new TaskAssigned(number, from, task.Handler));
        return await db.TrySave(stop);
    }
}
