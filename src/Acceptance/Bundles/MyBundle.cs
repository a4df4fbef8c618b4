using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Submit;
using Yiwang.Acceptance.Withdraw;
using Yiwang.Documents;
using Yiwang.Forms;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Bundles;

/// <summary>What the applicant, or the window for the applicant, does to a bundle that is on its way: completes a step, applies anew for one, stops the rest.</summary>
internal sealed class MyBundle(YiwangDb db, OfferBundles bundles, BeginStep beginning, IForms forms, IMaterials materials, MaterialCheck materialCheck, WithdrawCaseHandler withdrawal, Journal journal, TimeProvider clock)
{
    /// <summary>Whether the applicant can fill in a step (anew): it lacks something, or its case was not granted.</summary>
    internal static bool MayComplete(BundleCase found, BundleCaseStep step) => found.EndedAt is null && step.State is BundleStepState.Incomplete or BundleStepState.Failed;

    /// <summary>The form of a step with what is known of it, and what is missing.</summary>
    internal async Task<Outcome<StepForm>> Open(BundleSight sight, string key, CancellationToken stop)
    {
        if (sight.Rows.FirstOrDefault(s => s.Key == key) is not { } step) return Refusal.NotFound("这个事项");
        var offered = await bundles.Offer(sight.Found.Bundle, sight.Found.Region, stop);
        if (!offered.IsDone) return offered.Refusal;
        var of = offered.Value.Steps.Single(s => s.Step.Key == key);
        var results = sight.Steps.ToDictionary(s => s.Step.Key, s => s.Step.State is BundleStepState.Granted ? s.Case?.LicenceNumber ?? s.Case?.DocumentNumber : null, StringComparer.Ordinal);
        var answers = BeginStep.Answers(sight.Found.ReadAnswers(), step, of, offered.Value, from => results.GetValueOrDefault(from));
        var needs = of.Needs.Where(n => (n.Required || !MaterialCheck.IsForm(n.Name)) && BundleOffer.ResultThatIs(n, of, BeginStep.Chosen(offered.Value, sight.Rows)) is null).ToList();
        return new StepForm(step, of, offered.Value, answers, forms.Check(of.Form, answers).Problems, needs, Held(sight.Found, step, needs));
    }

    /// <summary>Takes what was filled in and handed in for a step, and begins it if nothing is missing any more.</summary>
    internal async Task<Outcome> Complete(BundleSight sight, StepForm form, IFormCollection posted, CancellationToken stop)
    {
        if (!MayComplete(sight.Found, form.Step)) return new Refusal(RefusalKind.Conflict, "wrong-state", "这一项现在不用补充。");
        var values = form.Answers;
        foreach (var section in form.Offered.Form.Sections) values = FormPost.Read(section, posted, values);
        var stored = await materials.Store(form.Needs, posted.Files, stop);
        if (!stored.IsDone) return stored.Refusal;
        var anew = await materialCheck.Check([.. form.Needs.Select(n => n with { Required = false })], stored.Value, there: 0, [], stop);
        if (!anew.IsDone) return anew.Refusal;
        var check = forms.Check(form.Offered.Form, values);
        // What was emptied stays empty, whatever the bundle's form says of it.
        var own = check.Values.DeepClone().AsObject();
        foreach (var field in form.Offered.Form.Fields().Where(f => f.Calculate is null && !own.ContainsKey(f.Name))) own[field.Name] = null;
        form.Step.Answers = own.ToJsonString(Journal.Json);
        List<SubmittedMaterial> kept = form.Step.Materials is { } before ? JsonSerializer.Deserialize<List<SubmittedMaterial>>(before, Journal.Json)! : [];
        form.Step.Materials = JsonSerializer.Serialize(kept.Where(m => anew.Value.All(a => a.Code != m.Code)).Concat(anew.Value), Journal.Json);
        var problems = await beginning.Begin(sight.Found, form.Step, sight.Rows, form.Offer, stop);
        var saved = await db.TrySave(stop);
        return !saved.IsDone || problems.Count == 0 ? saved : Refusal.Invalid(problems);
    }

    /// <summary>停办: withdraws every case that is not decided yet, and drops what has not begun. What was granted stays.</summary>
    internal async Task<Outcome> Stop(BundleSight sight, string? reason, CancellationToken stop)
    {
        var ended = sight.Found.End(stopped: true, clock.GetUtcNow());
        if (!ended.IsDone) return ended;
        foreach (var step in sight.Rows.Where(s => s.IsOpen))
        {
            if (step.Case is { } number && await db.Set<Case>().FindAsync([number], stop) is { MayBeWithdrawn: true } open)
            {
                var withdrawn = await withdrawal.Prepare(open, reason, stop);
                if (!withdrawn.IsDone) return withdrawn;
            }
            else if (step.State is BundleStepState.Begun)
            {
                // Decided already: it ends as its department says.
                continue;
            }
            step.Drop();
        }
        journal.Append(sight.Found.Stream, new BundleEnded(Stopped: true));
        return await db.TrySave(stop);
    }

    private static List<SubmittedMaterial> Held(BundleCase found, BundleCaseStep step, List<MaterialNeed> needs)
    {
        List<SubmittedMaterial> own = step.Materials is { } typed ? JsonSerializer.Deserialize<List<SubmittedMaterial>>(typed, Journal.Json)! : [];
        return [.. own, .. found.ReadMaterials().Where(m => needs.Exists(n => n.Name == m.Name) && own.TrueForAll(o => o.Name != m.Name)).Select(m => m with { Code = needs.Find(n => n.Name == m.Name)!.Code })];
    }
}

/// <summary>A step as its applicant completes it.</summary>
internal sealed record StepForm(
    BundleCaseStep Step, OfferedStep Offered, BundleOffer Offer, JsonObject Answers, IReadOnlyList<FieldProblem> Problems, IReadOnlyList<MaterialNeed> Needs, IReadOnlyList<SubmittedMaterial> Held);
