using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.DeskCases;
using Yiwang.Acceptance.MyCases;
using Yiwang.Acceptance.Timeline;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Bundles;

/// <summary>A step with its case, once there is one.</summary>
public sealed class StepLine
{
    internal StepLine(BundleCaseStep step, Case? found, IReadOnlyList<string> awaits) => (Step, Case, Awaits) = (step, found, awaits);

    internal BundleCaseStep Step { get; }
    internal Case? Case { get; }

    /// <summary>The titles of the steps whose results it waits for; none once it has begun.</summary>
    internal IReadOnlyList<string> Awaits { get; }
}

/// <summary>An application for a bundle with all that its pages show.</summary>
internal sealed record BundleSight(BundleCase Found, IReadOnlyList<StepLine> Steps, IReadOnlyList<TimelineEntry> Entries)
{
    /// <summary>How many results wait for being collected or sent: also those of cases that were refused and applied for anew.</summary>
    internal int Ready { get; init; }

    internal IReadOnlyList<BundleCaseStep> Rows => [.. Steps.Select(s => s.Step)];
}

/// <summary>Reads applications for bundles: for the applicant, and for the windows and departments that have to do with one of their cases.</summary>
internal sealed class BundleView(YiwangDb db, BundleShelf shelf, CaseTimeline timeline, CurrentActor actor)
{
    internal async Task<BundleSight?> OfMine(string? number, CancellationToken stop) =>
        await Find(number, stop) is { } found && MyCase.IsMine(actor.Actor, found.ApplicantNumber, found.SubmittedBy) ? await Sight(found, stop) : null;

    internal async Task<BundleSight?> OfDesk(string? number, CancellationToken stop)
    {
        if (await Find(number, stop) is not { } found) return null;
        var sight = await Sight(found, stop);
        return (actor.Actor.ServicePoint is { } point && found.ServicePoint == point) || sight.Steps.Any(s => s.Case is { } one && DeskAccess.May(actor.Actor, one)) ? sight : null;
    }

    /// <summary>A party's own applications for bundles, the latest first.</summary>
    internal async Task<IReadOnlyList<(BundleCase Found, IReadOnlyList<BundleCaseStep> Steps)>> Latest(string applicantKey, int most, CancellationToken stop)
    {
        var found = await db.Set<BundleCase>().AsNoTracking().Where(b => b.ApplicantKey == applicantKey).OrderByDescending(b => b.SubmittedAt).Take(most).ToListAsync(stop);
        var numbers = found.ConvertAll(b => b.Number);
        var steps = (await db.Set<BundleCaseStep>().AsNoTracking().Where(s => numbers.Contains(s.Bundle)).OrderBy(s => s.Order).ToListAsync(stop)).ToLookup(s => s.Bundle);
        return [.. found.Select(b => (b, (IReadOnlyList<BundleCaseStep>)[.. steps[b.Number]]))];
    }

    private async Task<BundleCase?> Find(string? number, CancellationToken stop) =>
        CaseNumber.TryParse(number, null, out var parsed) ? await db.Set<BundleCase>().FindAsync([parsed], stop) : null;

    internal async Task<BundleSight> Sight(BundleCase found, CancellationToken stop)
    {
        var steps = await db.Set<BundleCaseStep>().Where(s => s.Bundle == found.Number).OrderBy(s => s.Order).ToListAsync(stop);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.Bundle == found.Number).ToListAsync(stop);
        var entries = new List<TimelineEntry>();
        foreach (var one in cases)
        {
            var title = steps.Find(s => s.Case == one.Number)?.Title ?? steps.Find(s => s.Item == one.Item)?.Title ?? one.ItemName;
            entries.AddRange((await timeline.Read(one, stop)).Where(e => e.Kind != "submitted").Select(e => e with { Title = $"{title}：{e.Title}" }));
        }
        entries.AddRange(await Own(found, stop));
        var defined = (await shelf.All(stop)).FirstOrDefault(b => b.Bundle.Code == found.Bundle).Bundle?.Steps ?? [];
        return new(found, [.. steps.Select(s => new StepLine(s, cases.Find(c => c.Number == s.Case), Awaited(s, steps, defined)))], [.. entries.OrderBy(e => e.At)]) { Ready = cases.Count(c => c.AwaitsHandOver) };
    }

    private static IReadOnlyList<string> Awaited(BundleCaseStep step, List<BundleCaseStep> steps, IReadOnlyList<BundleStep> defined) =>
        step.State is BundleStepState.Waiting && defined.FirstOrDefault(d => d.Key == step.Key) is { } one
            ? [.. steps.Where(s => s.State is not BundleStepState.Granted && one.After.Contains(s.Key, StringComparer.Ordinal)).Select(s => s.Title)] : [];

    private async Task<IEnumerable<TimelineEntry>> Own(BundleCase found, CancellationToken stop)
    {
        var stream = found.Stream;
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Version).ToListAsync(stop);
        return entries.Select(e => e.Kind switch
        {
            "acceptance.bundle-submitted" => new TimelineEntry(e.At, "submitted", CaseWords.Channel(found.Channel), found.ServicePointName ?? "统一受理平台", $"一个编号，共 {Journal.Read<BundleSubmitted>(e).Steps.Count} 项"),
            "acceptance.bundle-step-begun" when Journal.Read<BundleStepBegun>(e) is var f => new(e.At, "begun", $"{f.Title}：已转送", "统一受理平台", f.DepartmentName),
            "acceptance.bundle-step-incomplete" when Journal.Read<BundleStepIncomplete>(e) is var f => new(e.At, "incomplete", $"{f.Title}：等申请人补充", "统一受理平台", ""),
            "acceptance.bundle-ended" => new(e.At, "ended", Journal.Read<BundleEnded>(e).Stopped ? "停办其余事项" : "全部办结", "统一受理平台", ""),
            _ => null,
        }).OfType<TimelineEntry>();
    }
}
