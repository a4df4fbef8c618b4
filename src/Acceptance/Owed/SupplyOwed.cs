using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Joint;
using Yiwang.Acceptance.Submit;
using Yiwang.Exchange;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Owed;

/// <summary>容缺补交: the applicant hands in materials that were let follow. The department gets them at once.</summary>
internal sealed class SupplyOwedHandler(YiwangDb db, Journal journal, CaseActs acts, JointActs joint, MaterialCheck materialCheck, WorkCalendar calendar, TimeProvider clock)
{
    /// <param name="found">The case, loaded by the caller who has checked whose it is.</param>
    /// <param name="materials">What is handed in; only what is owed is taken.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<Outcome> Run(Case found, IReadOnlyList<MaterialChoice> materials, CancellationToken stop)
    {
        var owed = found.ReadOwed();
        if (owed.Count > 0 && materials.Count == 0) return new Refusal(RefusalKind.Invalid, "nothing-supplied", "请至少补交一份材料。", [.. owed.Take(1).Select(m => new FieldProblem($"materials.{m.Code}", "请选择要补交的文件"))]);
        var last = await db.LastSubmission(found.Number, stop);
        var needs = await Needs(found, stop);
        var kept = last.ReadMaterials();
        var supplied = await materialCheck.Check(needs, materials, kept.Sum(m => m.Size), [], stop);
        if (owed.Count > 0 && !supplied.IsDone) return supplied.Refusal;

        var codes = materials.Select(m => m.Code!).ToHashSet(StringComparer.Ordinal);
        var item = await acts.Item(found, stop);
        var outcome = found.Supply(codes, WorkCalendar.TodayInNingbo(clock), item.Limits, calendar);
        if (!outcome.IsDone) return outcome;
        db.Add(Submission.Of(found.Number, found.Submissions, last.FormVersion, last.ReadForm(), [.. kept, .. supplied.Value], clock.GetUtcNow()));
        journal.Append(found.Stream(), new MaterialSupplied(found.Submissions, [.. supplied.Value.Select(m => m.Name).Distinct(StringComparer.Ordinal)], [.. found.ReadOwed().Select(m => m.Name)], found.LegalDue, found.PromisedDue!.Value));
        journal.Tell(found, MessageTypes.MaterialSupplied, found.Submissions);
        await joint.Supplied(found, item, [.. supplied.Value.Select(m => m.Name)], stop);
        return await db.TrySave(stop);
    }

    /// <summary>What may be handed in now: the materials that are owed.</summary>
    internal async Task<IReadOnlyList<MaterialNeed>> Needs(Case found, CancellationToken stop)
    {
        var owed = found.ReadOwed().Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        return [.. (await acts.Item(found, stop)).Materials.Where(m => owed.Contains(m.Code)).Select(m => new MaterialNeed(m.Code, m.Name, false, m.Form, m.Source, true))];
    }
}
