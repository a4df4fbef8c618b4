using System.Text.Json;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Drafts;
using Yiwang.Acceptance.Submit;
using Yiwang.Directory;
using Yiwang.Forms;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Bundles;

/// <summary>一件事申报: checks the merged form and every item's share of it, gives one number, and passes on what waits for nothing else.</summary>
internal sealed class SubmitBundle(
    YiwangDb db, Journal journal, IForms forms, IDirectory directory, MaterialCheck materialCheck, CommitmentCheck commitmentCheck, BeginStep beginning, CaseNumbers numbers, PersonalSeal seal, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Adds the application to the context. The caller saves, with what else belongs to the same transaction.</summary>
    internal async Task<Outcome<BundleCase>> Prepare(Draft draft, BundleOffer offer, string channel, CancellationToken stop)
    {
        var (applicant, problems) = new Applicant(draft.ApplicantKind, draft.ApplicantName, draft.ApplicantNumber, draft.ApplicantPhone).Check();
        if (applicant.Kind is Applicant.Company ? !offer.Bundle.ForCompanies : !offer.Bundle.ForPersons) problems.Add(new("applicant.kind", $"“{offer.Bundle.Name}”只面向{(offer.Bundle.ForPersons ? "个人" : "单位")}"));
        var check = forms.Check(offer.Merged.Form, draft.ReadForm());
        problems.AddRange(check.Problems);
        var chosen = offer.Chosen(check.Values);
        if (chosen.Count == 0) problems.Add(new("form", "请至少选择一个联办事项"));
        foreach (var step in chosen) problems.AddRange(ShareProblems(step, offer, check).Where(p => problems.TrueForAll(known => known.Field != p.Field)));
        var point = draft.ServicePoint is { } code ? await directory.ServicePoint(code, stop) : null;
        if (point is not null && chosen.FirstOrDefault(s => !s.Offer.MayBeHandedInAt(point)) is { } local) problems.Add(new("servicePointCode", $"“{local.Step.Title}”属地办理，请到{offer.Region.Name}的服务点或在网上申请"));
        if (chosen.Any(s => !actor.Actor.MayApplyFor(s.Step.Item))) return SubmitCaseHandler.NotDelegated;
        IReadOnlyList<MaterialNeed> needs = [.. offer.Needs(chosen), .. draft.ReadAgent() is { Delegation: null } ? new[] { CaseAgent.Letter } : []];
        problems.AddRange(SubmitCaseHandler.AgentProblems(draft.ReadAgent(), applicant));
        List<SignedCommitment> signed = [.. draft.ReadCommitments().Where(c => needs.Any(n => n.Code == c.Code))];
        problems.AddRange(await commitmentCheck.Problems(needs, signed, applicant, stop));
        var materials = await materialCheck.Check(needs, [.. draft.ReadMaterials().Select(m => new MaterialChoice(m.Code, m.Id))], there: 0, signed, stop, draft.ReadReused());
        if (!materials.IsDone)
        {
            if (materials.Refusal.Kind is not RefusalKind.Invalid) return materials.Refusal;
            problems.AddRange(materials.Refusal.Fields);
        }
        if (problems.Count > 0) return Refusal.Invalid(problems);
        return await Add(offer, chosen, point, channel, applicant, check, materials.Value, signed, draft.Agent, stop);
    }

    private async Task<BundleCase> Add(
        BundleOffer offer, IReadOnlyList<OfferedStep> chosen, ServicePoint? point, string channel, Applicant applicant, CheckedForm check, IReadOnlyList<SubmittedMaterial> materials, List<SignedCommitment> signed, string? agent, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var found = new BundleCase
        {
            Number = await numbers.Next(db, offer.Region.Code, WorkCalendar.DayInNingbo(now), stop),
            Bundle = offer.Bundle.Code,
            Name = offer.Bundle.Name,
            Region = offer.Region.Code,
            Channel = channel,
            ServicePoint = point?.Code,
            ServicePointName = point?.Name,
            ApplicantKind = applicant.Kind!,
            ApplicantName = applicant.Name!,
            ApplicantNumber = applicant.IdNumber!,
            ApplicantPhone = applicant.Phone!,
            ApplicantKey = seal.LookUp(applicant.IdNumber!),
            SubmittedBy = actor.Actor.JournalName,
            SubmittedAt = now,
            Answers = check.Values.ToJsonString(Journal.Json),
            Form = JsonSerializer.Serialize(offer.Merged.Form, Journal.Json),
            Materials = JsonSerializer.Serialize(materials, Journal.Json),
            Agent = agent,
            Commitments = signed.Count == 0 ? null : JsonSerializer.Serialize(signed, Journal.Json),
        };
        List<BundleCaseStep> steps = [.. chosen.Select((s, i) => new BundleCaseStep { Bundle = found.Number, Key = s.Step.Key, Order = i, Item = s.Step.Item, Title = s.Step.Title, DepartmentName = s.Offer.Department.Name })];
        db.Add(found);
        db.AddRange(steps);
        journal.Open(found.Stream, new BundleSubmitted(found.Number, found.Bundle, found.Name, found.Region, found.Channel, found.ServicePoint, [.. steps.Select(s => s.Key)]));
        await beginning.BeginReady(found, steps, offer, stop);
        return found;
    }

    /// <summary>What an item's own form says of its share, by the names that the person saw. What another step will bring forth is not held against it yet.</summary>
    private IEnumerable<FieldProblem> ShareProblems(OfferedStep step, BundleOffer offer, CheckedForm check)
    {
        var origins = offer.Merged.Sources[step.Step.Key];
        foreach (var problem in forms.Check(step.Form, BeginStep.Answers(check.Values, null, step, offer, _ => null)).Problems)
        {
            var name = problem.Field["form.".Length..].Split('.', '[')[0];
            if (!origins.TryGetValue(name, out var origin) || origin.Result is not null) continue;
            yield return new(origin.Field is { } field ? $"form.{field}" : problem.Field, problem.Message);
        }
    }
}
