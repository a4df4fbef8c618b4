using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Submit;
using Yiwang.Exchange;
using Yiwang.Forms;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Correct;

/// <summary>补正: the applicant supplies what a correction asked for. What is not given anew stays as it was.</summary>
internal sealed class SupplyCorrectionHandler(YiwangDb db, Journal journal, CaseActs acts, CommitmentActs commitments, CommitmentCheck commitmentCheck, IForms forms, MaterialCheck materialCheck, WorkCalendar calendar, TimeProvider clock)
{
    /// <param name="found">The case, loaded by the caller who has checked whose it is.</param>
    /// <param name="changes">Form fields that change; null for none.</param>
    /// <param name="materials">Materials that are new or take the place of the one with the same code.</param>
    /// <param name="signed">Commitments that are signed now, in place of materials.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<Outcome> Run(Case found, JsonObject? changes, IReadOnlyList<MaterialChoice> materials, IReadOnlyList<SignedCommitment> signed, CancellationToken stop)
    {
        var last = await db.LastSubmission(found.Number, stop);
        var item = await acts.Item(found, stop);
        var form = await forms.Of(found.Item, last.FormVersion, stop);
        var merged = last.ReadForm();
        foreach (var (name, value) in changes ?? []) merged[name] = value?.DeepClone();
        var answers = forms.Check(form, merged);
        if (materials.Count == 0 && signed.Count == 0 && answers.Problems.Count == 0 && JsonNode.DeepEquals(answers.Values, last.ReadForm()))
            return new Refusal(RefusalKind.Invalid, "nothing-supplied", "请至少修改一处内容或补交一份材料。");
        var needs = MaterialCheck.Needs(item, form);
        // What was there already counts: only what comes anew is checked for its owner.
        var replaced = materials.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        var promisedBefore = (await commitments.Of(found, stop)).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        // Where the paper comes after all, or was promised already, nothing is promised; a commitment takes the place of the paper that was there.
        signed = [.. signed.Where(s => !replaced.Contains(s.Code) && !promisedBefore.Contains(s.Code)).DistinctBy(s => s.Code, StringComparer.Ordinal)];
        var kept = last.ReadMaterials().Where(m => !replaced.Contains(m.Code) && signed.All(s => s.Code != m.Code)).ToList();
        var keptCodes = kept.Select(m => m.Code).Concat(promisedBefore).ToHashSet(StringComparer.Ordinal);
        var supplied = await materialCheck.Check([.. needs.Select(n => keptCodes.Contains(n.Code) ? n with { Required = false } : n)], materials, kept.Sum(m => m.Size), signed, stop);
        if (!supplied.IsDone && supplied.Refusal.Kind is not RefusalKind.Invalid) return supplied.Refusal;
        var promised = await commitmentCheck.Problems(needs, signed, new(found.ApplicantKind, found.ApplicantName, found.ApplicantNumber, found.ApplicantPhone), stop);
        var problems = answers.Problems.Concat(supplied.IsDone ? [] : supplied.Refusal.Fields).Concat(promised).ToList();
        if (problems.Count > 0) return Refusal.Invalid(problems);

        var outcome = found.Correct(WorkCalendar.TodayInNingbo(clock), calendar);
        if (!outcome.IsDone) return outcome;
        db.Add(Submission.Of(found.Number, found.Submissions, last.FormVersion, answers.Values, [.. kept, .. supplied.Value], clock.GetUtcNow()));
        journal.Append(found.Stream(), new CaseCorrected(found.Submissions, found.AnswerBy));
        commitments.Add(found, [.. signed.Select(s => s with { Name = needs.First(n => n.Code == s.Code).Name })]);
        journal.Tell(found, MessageTypes.Corrected, found.Submissions);
        if (signed.Count > 0) journal.Tell(found, MessageTypes.CommitmentsChanged);
        return await db.TrySave(stop);
    }
}
