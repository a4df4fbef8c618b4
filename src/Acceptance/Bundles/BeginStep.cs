using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Submit;
using Yiwang.Directory;
using Yiwang.Forms;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Bundles;

/// <summary>Opens the case of a step whose turn has come: with its share of the answers and materials, and with the results of the steps before it.</summary>
internal sealed class BeginStep(YiwangDb db, OfferBundles bundles, IForms forms, IDirectory directory, OpenCase opening, ResultSlip slips, Journal journal)
{
    /// <summary>Begins each waiting step that waits for nothing more. The caller saves.</summary>
    internal async Task BeginReady(BundleCase found, IReadOnlyList<BundleCaseStep> steps, BundleOffer offer, CancellationToken stop)
    {
        var chosen = Chosen(offer, steps);
        foreach (var step in steps.Where(s => s.State is BundleStepState.Waiting))
        {
            if (chosen.FirstOrDefault(s => s.Step.Key == step.Key) is not { } offered) continue;
            if (BundleOffer.Awaited(offered, chosen).All(a => steps.Single(s => s.Key == a.Step.Key).State is BundleStepState.Granted)) await Begin(found, step, steps, offer, stop);
        }
    }

    /// <summary>Begins a step, or says what it lacks and leaves it incomplete. The caller saves.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> Begin(BundleCase found, BundleCaseStep step, IReadOnlyList<BundleCaseStep> steps, BundleOffer offer, CancellationToken stop)
    {
        var chosen = Chosen(offer, steps);
        var offered = chosen.Single(s => s.Step.Key == step.Key);
        var cases = await CasesOf(steps, stop);
        var answers = Answers(found.ReadAnswers(), step, offered, offer, key => Number(cases.GetValueOrDefault(key)));
        var check = forms.Check(offered.Form, answers);
        var materials = await Materials(found, step, offered, chosen, cases, stop);
        var signed = Signed(found, offered, materials);
        var missing = offered.Needs.Where(n => n is { Required: true, MayFollow: false } && materials.TrueForAll(m => m.Code != n.Code) && signed.TrueForAll(c => c.Code != n.Code)).Select(n => new FieldProblem($"materials.{n.Code}", $"请上传“{n.Name}”"));
        List<FieldProblem> problems = [.. check.Problems, .. missing];
        found.Touch();
        if (problems.Count > 0)
        {
            step.LackSomething();
            journal.Append(found.Stream, new BundleStepIncomplete(step.Key, step.Title, [.. problems.Select(p => p.Field)]));
            return problems;
        }
        var region = Region(offered.Step.Route, found.ReadAnswers(), found.Region);
        var at = await bundles.OfferAt(step.Item, region, stop);
        var place = at.IsDone ? at.Value : offered.Offer;
        var point = found.ServicePoint is { } code ? await directory.ServicePoint(code, stop) : null;
        var opened = await opening.Open(new(place, place.Region.Code, point, found.Channel, found.Applicant, found.SubmittedBy, offered.Form.Version, check.Values, materials) { Bundle = found.Number, Commitments = signed, Agent = found.ReadAgent() }, stop);
        if (found.ReadDelivery() is { } delivery) opened.Deliver(delivery);
        step.Begin(opened.Number, opened.DepartmentName);
        journal.Append(found.Stream, new BundleStepBegun(step.Key, step.Title, opened.Number, opened.DepartmentName));
        return [];
    }

    /// <summary>The answers to an item's form: the bundle's, what other steps brought forth, and what was filled in for this step alone.</summary>
    internal static JsonObject Answers(JsonObject bundle, BundleCaseStep? step, OfferedStep offered, BundleOffer offer, Func<string, string?> result)
    {
        var answers = new JsonObject();
        var origins = offer.Merged.Sources[offered.Step.Key];
        foreach (var field in offered.Form.Fields().Where(f => f.Calculate is null))
        {
            if (origins.TryGetValue(field.Name, out var origin) && origin.Value(field.Type, bundle, result) is { } value) answers[field.Name] = value;
        }
        foreach (var (name, value) in step?.Answers is { } own ? JsonNode.Parse(own)!.AsObject() : [])
        {
            if (value is null) answers.Remove(name);
            else answers[name] = value.DeepClone();
        }
        return answers;
    }

    private async Task<List<SubmittedMaterial>> Materials(
        BundleCase found, BundleCaseStep step, OfferedStep offered, IReadOnlyList<OfferedStep> chosen, Dictionary<string, Case> cases, CancellationToken stop)
    {
        var handedIn = found.ReadMaterials();
        List<SubmittedMaterial> own = step.Materials is { } typed ? JsonSerializer.Deserialize<List<SubmittedMaterial>>(typed, Journal.Json)! : [];
        var materials = new List<SubmittedMaterial>();
        foreach (var need in offered.Needs)
        {
            var anew = own.Where(m => m.Code == need.Code).ToList();
            if (anew.Count > 0) materials.AddRange(anew);
            else if (BundleOffer.ResultThatIs(need, offered, chosen) is { } from && cases.TryGetValue(from.Step.Key, out var granted)) materials.Add(await slips.Of(need, granted, stop));
            else materials.AddRange(handedIn.Where(m => m.Name == need.Name || m.Name == SignedCommitment.PaperName(need.Name)).Select(m => m with { Code = need.Code }));
        }
        // The letter of authority goes to each department.
        materials.AddRange(handedIn.Where(m => m.Code == CaseAgent.LetterCode));
        return materials;
    }

    /// <summary>The commitments that stand in for materials of a step, which it has not after all.</summary>
    private static List<SignedCommitment> Signed(BundleCase found, OfferedStep offered, List<SubmittedMaterial> materials) =>
    [
        .. found.ReadCommitments().Select(c => (Signed: c, Need: offered.Needs.FirstOrDefault(n => n.Name == c.Name && n.MayCommit)))
            .Where(c => c.Need is not null && materials.TrueForAll(m => m.Code != c.Need.Code || m.Name != c.Need.Name)).Select(c => c.Signed with { Code = c.Need!.Code }),
    ];

    /// <summary>The region that an answer names (归口), down to its county; the bundle's own where it names none.</summary>
    private static RegionCode Region(string? route, JsonObject answers, RegionCode otherwise)
    {
        var named = route is null ? null : answers[route] is JsonObject place ? place["region"]?.ToString() : answers[route]?.ToString();
        return RegionCode.TryParse(named, CultureInfo.InvariantCulture, out var region) ? region.County : otherwise;
    }

    /// <summary>The steps of an application, as they are offered now.</summary>
    internal static IReadOnlyList<OfferedStep> Chosen(BundleOffer offer, IReadOnlyList<BundleCaseStep> steps) => [.. offer.Steps.Where(s => steps.Any(c => c.Key == s.Step.Key))];

    private async Task<Dictionary<string, Case>> CasesOf(IReadOnlyList<BundleCaseStep> steps, CancellationToken stop)
    {
        var granted = steps.Where(s => s is { State: BundleStepState.Granted, Case: not null }).ToDictionary(s => s.Case!.Value, s => s.Key);
        var numbers = granted.Keys.ToList();
        return (await db.Set<Case>().AsNoTracking().Where(c => numbers.Contains(c.Number)).ToListAsync(stop)).ToDictionary(c => granted[c.Number], StringComparer.Ordinal);
    }

    private static string? Number(Case? granted) => granted?.LicenceNumber ?? granted?.DocumentNumber;
}
