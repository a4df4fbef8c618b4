using System.Text.Json.Nodes;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Catalogue;
using Yiwang.Directory;
using Yiwang.Forms;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Submit;

/// <summary>An application as any channel hands it in.</summary>
internal sealed record Application
{
    public required ItemCode Item { get; init; }

    /// <summary>The version that the applicant saw; null where the channel does not keep drafts.</summary>
    public int? ItemVersion { get; init; }

    public required RegionCode Region { get; init; }
    public string? ServicePoint { get; init; }
    public required string Channel { get; init; }
    public required Applicant Applicant { get; init; }
    public required JsonObject Form { get; init; }
    public required IReadOnlyList<MaterialChoice> Materials { get; init; }

    /// <summary>Who acts for the applicant; null where he acts himself.</summary>
    public CaseAgent? Agent { get; init; }

    /// <summary>The commitments that are signed in place of materials (告知承诺).</summary>
    public IReadOnlyList<SignedCommitment> Commitments { get; init; } = [];

    /// <summary>Materials that were taken over from earlier cases of the applicant, each with the case's number. Never set by a channel.</summary>
    public IReadOnlyDictionary<Guid, string>? Reused { get; init; }

    /// <summary>What was put into the form for the applicant; what is otherwise now is disputed.</summary>
    public IReadOnlyList<PrefilledValue> Prefilled { get; init; } = [];
}

/// <summary>申报、收件: checks an application whole, gives it a number and saves it with its journal entries. One core for all channels.</summary>
internal sealed class SubmitCaseHandler(
    ICatalogue catalogue, IForms forms, IDirectory directory, MaterialCheck materialCheck, CommitmentCheck commitmentCheck, OpenCase opening, CurrentActor actor)
{
    internal static readonly string[] Channels = ["web", "app", "kiosk", "window", "api"];

    /// <summary>Adds the case to the context. The caller saves, with what else belongs to the same transaction.</summary>
    internal async Task<Outcome<Case>> Prepare(Application application, CancellationToken stop)
    {
        var offered = await catalogue.Offer(application.Item, application.Region, stop);
        if (!offered.IsDone) return application.ItemVersion is null ? offered.Refusal : VersionGone(offered.Refusal);
        var offer = offered.Value;
        if (application.ItemVersion is { } seen && seen != offer.Item.Version) return VersionGone(null);
        if (!offer.Item.OnApplication)
            return new Refusal(RefusalKind.Invalid, "not-on-application", $"“{offer.Item.Name}”由部门依职权办理，不接受申报。", [new("itemCode", "请选择可以申报的事项")]);

        if (!actor.Actor.MayApplyFor(application.Item)) return NotDelegated;
        var problems = new List<FieldProblem>();
        if (application.Applicant.Kind is Applicant.Company && !offer.Item.ForCompanies) problems.Add(new("applicant.kind", $"“{offer.Item.Name}”只面向个人，请以个人身份申请"));
        if (!Channels.Contains(application.Channel, StringComparer.Ordinal)) problems.Add(new("channel", $"渠道应为 {string.Join("、", Channels)} 之一"));
        ServicePoint? point = null;
        if (application.ServicePoint is { Length: > 0 } code && (point = await directory.ServicePoint(code, stop)) is null) problems.Add(new("servicePointCode", $"没有服务点 {code}"));
        if (point is not null && !offer.MayBeHandedInAt(point)) problems.Add(new("servicePointCode", $"“{offer.Item.Name}”属地办理，请到{offer.Region.Name}的服务点或在网上申请"));
        var (applicant, wrong) = application.Applicant.Check();
        problems.AddRange(wrong);
        var form = await forms.Of(application.Item, stop);
        var answers = forms.Check(form, application.Form);
        problems.AddRange(answers.Problems);
        IReadOnlyList<MaterialNeed> needs = [.. MaterialCheck.Needs(offer.Item, form), .. application.Agent is { Delegation: null } ? new[] { CaseAgent.Letter } : []];
        problems.AddRange(AgentProblems(application.Agent, applicant));
        // A material that is handed in after all needs no commitment.
        List<SignedCommitment> signed = [.. application.Commitments.Where(c => application.Materials.All(m => m.Code != c.Code)).DistinctBy(c => c.Code, StringComparer.Ordinal)];
        problems.AddRange(await commitmentCheck.Problems(needs, signed, applicant, stop));
        var materials = await materialCheck.Check(needs, application.Materials, there: 0, signed, stop, application.Reused);
        if (!materials.IsDone)
        {
            if (materials.Refusal.Kind is not RefusalKind.Invalid) return materials.Refusal;
            problems.AddRange(materials.Refusal.Fields);
        }
        if (problems.Count > 0) return Refusal.Invalid(problems);
        return await opening.Open(new(offer, application.Region, point, application.Channel, applicant, actor.Actor.JournalName, form.Version, answers.Values, materials.Value)
        {
            Agent = application.Agent,
            Commitments = [.. signed.Select(c => c with { Name = needs.First(n => n.Code == c.Code).Name })],
            Disputed = Prefill.Disputed(application.Prefilled, answers.Values),
        }, stop);
    }

    /// <summary>The item is not among those for which the delegation holds.</summary>
    internal static Refusal NotDelegated { get; } = new(RefusalKind.Forbidden, "not-delegated", "委托书里没有写这个事项，请委托人另行委托，或由本人办理。", [new("regionCode", "委托书里没有写这个事项")]);

    /// <summary>What is wrong with who acts for an applicant.</summary>
    internal static IEnumerable<FieldProblem> AgentProblems(CaseAgent? agent, Applicant applicant)
    {
        if (agent is null) yield break;
        if (agent.Name.Length is 0 or > Applicant.NameMaxLength) yield return new("agent.name", "请填写代办人的姓名");
        if (!ResidentId.TryRead(agent.IdNumber, out var number, out var reason)) yield return new("agent.idNumber", reason);
        else if (number.Value == applicant.IdNumber) yield return new("agent.idNumber", "代办人就是申请人，不用填写");
    }

    private static Refusal VersionGone(Refusal? because) => new(
        RefusalKind.Conflict, "item-version-withdrawn",
        because is null ? "您填写期间，该事项的办理要求已更新。已填内容仍在草稿中，请打开草稿核对新的要求后再提交。" : $"您填写期间，该事项已停止办理或调整：{because.Reason}");
}
