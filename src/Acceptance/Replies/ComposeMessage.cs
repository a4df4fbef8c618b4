using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Catalogue;
using Yiwang.Directory;
using Yiwang.Exchange;
using Yiwang.Forms;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Replies;

/// <summary>Says what a message to the deciding system says (see docs/exchange-contract.md).</summary>
internal sealed class ComposeMessage(YiwangDb db, CaseActs acts, IDirectory directory, IForms forms) : ICaseMessages
{
    public async Task<JsonObject> Compose(MessageRequested request, CancellationToken stop)
    {
        var found = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Number == request.Case, stop);
        return request.Type switch
        {
            MessageTypes.Dispatched => await Dispatched(found, await Handed(request, stop), stop),
            MessageTypes.Corrected => await With(new JsonObject(), found, await Handed(request, stop), stop),
            MessageTypes.Accepted => new JsonObject { ["acceptedOn"] = Day(found.AcceptedOn), ["by"] = found.AcceptedBy is AcceptedBy.Silence ? "silence" : "window", ["legalDue"] = Day(found.LegalDue), ["promisedDue"] = Day(found.PromisedDue) },
            MessageTypes.CorrectionRequired => new JsonObject { ["problems"] = JsonNode.Parse(found.CorrectionProblems!), ["by"] = "window" },
            MessageTypes.Declined or MessageTypes.Withdrawn => new JsonObject { ["reason"] = found.Reason },
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
            ["submittedAt"] = found.SubmittedAt,
            ["acceptance"] = new JsonObject { ["state"] = "pending", ["acceptedOn"] = null, ["answerBy"] = Day(found.AnswerBy) },
            ["limits"] = Limits(item.Limits),
            ["result"] = item.ResultName,
        }, found, handed, stop);
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
        data["form"] = handed.ReadForm();
        data["formFields"] = new JsonArray([.. form.Fields().Select(f => new JsonObject { ["name"] = f.Name, ["label"] = f.Label, ["type"] = f.Type })]);
        data["materials"] = JsonNode.Parse(handed.Materials);
        return data;
    }

    private async Task<Submission> Handed(MessageRequested request, CancellationToken stop) =>
        await db.Set<Submission>().AsNoTracking().SingleAsync(s => s.Case == request.Case && s.Number == request.Submission, stop);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
