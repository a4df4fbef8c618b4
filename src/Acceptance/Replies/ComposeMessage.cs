using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Joint;
using Yiwang.Catalogue;
using Yiwang.Directory;
using Yiwang.Exchange;
using Yiwang.Forms;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Replies;

/// <summary>Says what a message to the deciding system says (see docs/exchange-contract.md).</summary>
internal sealed class ComposeMessage(YiwangDb db, CaseActs acts, JointActs joint, CommitmentActs commitments, ComposeOpinion opinions, IDirectory directory, IForms forms) : ICaseMessages
{
    public async Task<IReadOnlyList<JsonObject>> Compose(IReadOnlyList<MessageRequested> requests, CancellationToken stop)
    {
        var numbers = requests.Select(r => r.Case).Distinct().ToList();
        var withForm = requests.Where(r => r.Submission is not null).Select(r => r.Case).Distinct().ToList();
        var cases = await db.Set<Case>().AsNoTracking().Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number, stop);
        var handed = await db.Set<Submission>().AsNoTracking().Where(s => withForm.Contains(s.Case)).ToDictionaryAsync(s => (s.Case, s.Number), stop);
        var composed = new List<JsonObject>();
        foreach (var request in requests)
        {
            composed.Add(cases.TryGetValue(request.Case, out var found)
                ? await Compose(request, found, handed.GetValueOrDefault((request.Case, request.Submission ?? 0)), stop)
                : await opinions.Compose(request, stop));
        }
        return composed;
    }

    private async Task<JsonObject> Compose(MessageRequested request, Case found, Submission? handed, CancellationToken stop)
    {
        return request.Type switch
        {
            MessageTypes.Dispatched => await Dispatched(found, handed!, stop),
            MessageTypes.Corrected => await With(new JsonObject { ["acceptance"] = new JsonObject { ["state"] = "pending", ["answerBy"] = Day(found.AnswerBy) } }, found, handed!, stop),
            MessageTypes.Accepted => new JsonObject { ["acceptedOn"] = Day(found.AcceptedOn), ["by"] = found.AcceptedBy is AcceptedBy.Silence ? "silence" : "window", ["legalDue"] = Day(found.LegalDue), ["promisedDue"] = Day(found.PromisedDue), ["owed"] = Owed(found), ["owedBy"] = Day(found.OwedBy) },
            MessageTypes.CorrectionRequired => new JsonObject { ["problems"] = JsonNode.Parse(found.CorrectionProblems!), ["by"] = "window", ["correctBy"] = Day(found.CorrectBy) },
            MessageTypes.MaterialSupplied => await With(new JsonObject { ["owed"] = Owed(found), ["legalDue"] = Day(found.LegalDue), ["promisedDue"] = Day(found.PromisedDue) }, found, handed!, stop),
            MessageTypes.LimitsChanged => new JsonObject { ["answerBy"] = Day(found.AnswerBy), ["legalDue"] = Day(found.LegalDue), ["promisedDue"] = Day(found.PromisedDue), ["provisional"] = found.DueProvisional, ["owed"] = Owed(found), ["owedBy"] = Day(found.OwedBy) },
            MessageTypes.OpinionsChanged => new JsonObject { ["opinions"] = new JsonArray([.. (await joint.Of(found, stop)).Select(ComposeOpinion.View)]) },
            MessageTypes.DepartmentChanged => new JsonObject { ["department"] = new JsonObject { ["code"] = found.Department, ["name"] = found.DepartmentName } },
            MessageTypes.CommitmentsChanged => new JsonObject { ["commitments"] = CommitmentsOnWire.Of(await commitments.Of(found, stop)) },
            MessageTypes.Urged => new JsonObject { ["urgedOn"] = Day(found.UrgedOn) },
            MessageTypes.Declined => new JsonObject { ["reason"] = found.Reason },
            MessageTypes.Withdrawn => new JsonObject { ["reason"] = found.Reason, ["ending"] = CaseWords.Code(found.Ending!.Value) },
            _ => throw new InvalidOperationException($"Nothing is said in a message of type {request.Type}."),
        };
    }

    private async Task<JsonObject> Dispatched(Case found, Submission handed, CancellationToken stop)
    {
        var item = await acts.Item(found, stop);
        var point = found.ServicePoint is { } code ? await directory.ServicePoint(code, stop) : null;
        return await With(new JsonObject
        {
            ["item"] = new JsonObject { ["code"] = found.Item.Value, ["version"] = found.ItemVersion, ["name"] = found.ItemName },
            ["department"] = new JsonObject { ["code"] = found.Department, ["name"] = found.DepartmentName },
            ["region"] = found.Region.Value,
            ["channel"] = found.Channel,
            ["servicePoint"] = point is null ? null : new JsonObject { ["code"] = point.Code, ["name"] = point.Name, ["region"] = point.Region.Value },
            ["applicant"] = new JsonObject { ["kind"] = found.ApplicantKind, ["name"] = found.ApplicantName, ["idNumber"] = found.ApplicantNumber, ["phone"] = found.ApplicantPhone },
            ["agent"] = found.ReadAgent() is { } agent ? new JsonObject { ["name"] = agent.Name, ["idNumber"] = agent.IdNumber, ["delegation"] = agent.Delegation } : null,
            ["submittedAt"] = found.SubmittedAt,
            ["acceptance"] = new JsonObject { ["state"] = "pending", ["acceptedOn"] = null, ["answerBy"] = Day(found.AnswerBy) },
            ["limits"] = Limits(item.Limits),
            ["result"] = item.ResultName,
            ["commitments"] = CommitmentsOnWire.Of(await commitments.Of(found, stop)),
            ["bundle"] = await Bundle(found, stop),
        }, found, handed, stop);
    }

    /// <summary>The 一件事 that the case is part of: what it is called and how many items it has.</summary>
    private async Task<JsonObject?> Bundle(Case found, CancellationToken stop)
    {
        if (found.Bundle is not { } number || await db.Set<BundleCase>().AsNoTracking().SingleOrDefaultAsync(b => b.Number == number, stop) is not { } bundle) return null;
        return new JsonObject { ["number"] = number.Value, ["name"] = bundle.Name };
    }

    private static JsonObject Limits(ItemLimits limits) => new()
    {
        ["legalDays"] = limits.LegalDays,
        ["legalDayKind"] = limits.LegalInWorkingDays ? "working" : "calendar",
        ["promisedDays"] = limits.PromisedDays,
    };

    private async Task<JsonObject> With(JsonObject data, Case found, Submission handed, CancellationToken stop)
    {
        var form = await forms.Of(found.Item, handed.FormVersion, stop);
        var municipal = (await directory.Department(found.Department, stop))?.MunicipalCode ?? "";
        FormOnWire.Put(data, [.. await FieldsSeen.By(form, municipal, directory, stop)], handed);
        data["materials"] = JsonNode.Parse(handed.Materials);
        return data;
    }

    private static JsonArray Owed(Case found) => new([.. found.ReadOwed().Select(m => new JsonObject { ["code"] = m.Code, ["name"] = m.Name })]);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
