using Microsoft.EntityFrameworkCore;
using Yiwang.Handling.Decide;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling.Batch;

/// <summary>What became of a case in a batch.</summary>
internal sealed record BatchResult(CaseNumber Case, string ItemName, Refusal? Refusal);

/// <summary>批量办理: simple items (即办件), many at once. Each case is accepted and granted by itself: one that is refused stops no other.</summary>
internal sealed class DecideMany(YiwangDb db, HandlingActs acts, CurrentActor actor)
{
    /// <summary>即办件: promised within this many working days (浙江省政务服务事项: 即办件当场或者当日办结).</summary>
    private const int SimpleDays = 1;

    /// <summary>How many are shown, and done at most.</summary>
    internal const int Most = 50;

    /// <summary>What may be done in a batch by the actor: simple, his or free, nothing owed, nobody else's opinion waited for.</summary>
    internal async Task<IReadOnlyList<HandlingTask>> Simple(CancellationToken stop)
    {
        var me = actor.Actor.JournalName;
        var open = await db.Set<HandlingTask>().AsNoTracking().VisibleTo(actor.Actor)
            .Where(t => (t.State == TaskState.New || t.State == TaskState.Accepted) && t.PromisedDays <= SimpleDays && t.Lead == null && t.Procedure == null && t.Owed == null && t.OpinionsTold == null && (t.Handler == null || t.Handler == me))
            .OrderBy(t => t.Due).ThenBy(t => t.Case).Take(Most).ToListAsync(stop);
        return [.. open.Where(t => t.MayBeDoneBy(me))];
    }

    /// <summary>Accepts what is not accepted yet, and grants it, case by case.</summary>
    internal async Task<IReadOnlyList<BatchResult>> Grant(IReadOnlyList<CaseNumber> chosen, string? reason, CancellationToken stop)
    {
        var simple = (await Simple(stop)).ToDictionary(t => t.Case);
        var results = new List<BatchResult>();
        foreach (var number in chosen.Distinct().Take(Most))
        {
            if (!simple.TryGetValue(number, out var task))
            {
                results.Add(new(number, "", new Refusal(RefusalKind.Conflict, "not-simple", "已经办理，或者不能批量办理，请单独打开。")));
                continue;
            }
            var outcome = task.State is TaskState.New ? await Act(number, "accept", null, stop) : Outcome.Done;
            if (outcome.IsDone) outcome = await Act(number, "grant", reason, stop);
            results.Add(new(number, task.ItemName, outcome.Refusal));
        }
        return results;
    }

    private async Task<Outcome> Act(CaseNumber number, string act, string? reason, CancellationToken stop)
    {
        var outcome = await acts.Run(number, new(act, reason, []), stop);
        // What a refused act has changed must not be saved with the next.
        db.ChangeTracker.Clear();
        return outcome;
    }
}
