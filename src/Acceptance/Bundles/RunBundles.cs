using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Messages;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Bundles;

/// <summary>
/// Moves bundles on: when a case of one has ended, the step has; when it was granted, those that waited for it begin. Once for each end, in the
/// transaction of the checkpoint.
/// </summary>
internal sealed class RunBundles(YiwangDb db, OfferBundles bundles, BeginStep beginning, Journal journal, TimeProvider clock) : IJournalReader
{
    public static string Name => "acceptance.run-bundles";

    public static IReadOnlyCollection<string> Kinds { get; } = [FactAttribute.KindOf<CaseClosed>()];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        foreach (var (_, ended) in await db.CasesOf(entries, stop))
        {
            if (ended.Bundle is not { } number) continue;
            var found = await db.Set<BundleCase>().FindAsync([number], stop) ?? throw new InvalidOperationException($"Bundle {number.Value} is gone.");
            // Tracked ones too, where two of its cases ended at once.
            var steps = await db.Set<BundleCaseStep>().Where(s => s.Bundle == number).OrderBy(s => s.Order).ToListAsync(stop);
            if (steps.Find(s => s.Case == ended.Number && s.State is BundleStepState.Begun) is not { } step) continue;
            step.End(ended.Ending is CaseEnding.Granted);
            found.Touch();
            journal.Append(found.Stream, new BundleStepEnded(step.Key, step.Title, ended.Number, CaseWords.Code(ended.Ending!.Value)));
            await Next(found, steps, stop);
        }
    }

    private async Task Next(BundleCase found, List<BundleCaseStep> steps, CancellationToken stop)
    {
        if (found.EndedAt is not null) return;
        if (steps.TrueForAll(s => s.State is BundleStepState.Granted or BundleStepState.Dropped))
        {
            found.End(stopped: false, clock.GetUtcNow());
            journal.Append(found.Stream, new BundleEnded(Stopped: false));
            Tell(found, "全部办结", $"“{found.Name}”的 {steps.Count} 项都已办结。");
            return;
        }
        var offer = await bundles.Offer(found.Bundle, found.Region, stop);
        // Until it is offered again, its steps wait: the applicant can apply for their items one by one.
        if (!offer.IsDone)
        {
            Tell(found, "暂停联办", offer.Refusal.Reason);
            return;
        }
        var waiting = steps.Where(s => s.State is BundleStepState.Waiting).ToList();
        await beginning.BeginReady(found, steps, offer.Value, stop);
        foreach (var step in waiting.Where(s => s.State is BundleStepState.Incomplete)) Tell(found, $"{step.Title}等您补充", $"轮到“{step.Title}”了，还缺少信息或材料，请补充后继续办理。");
    }

    private void Tell(BundleCase found, string title, string words) => db.Add(new Message
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()), ApplicantKey = found.ApplicantKey, Case = found.Number, ItemName = found.Name, Title = title, Words = words, At = clock.GetUtcNow(),
    });
}
