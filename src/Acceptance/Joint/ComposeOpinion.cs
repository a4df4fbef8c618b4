using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Replies;
using Yiwang.Directory;
using Yiwang.Exchange;
using Yiwang.Forms;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Joint;

/// <summary>Says what a department that is asked for its opinion is told: its share of form and materials, and nothing else (see docs/exchange-contract.md).</summary>
internal sealed class ComposeOpinion(YiwangDb db, CaseActs acts, IForms forms, IDirectory directory)
{
    internal async Task<JsonObject> Compose(MessageRequested request, CancellationToken stop)
    {
        var opinion = await db.Set<DepartmentOpinion>().AsNoTracking().SingleAsync(o => o.Number == request.Case, stop);
        if (request.Type == MessageTypes.OpinionWithdrawn) return new JsonObject { ["case"] = opinion.Case.Value, ["reason"] = opinion.State is OpinionState.Given ? "逾期未答复，视为同意" : "牵头的办件已经办结" };
        var found = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Number == opinion.Case, stop);
        var handed = await db.Set<Submission>().AsNoTracking().SingleAsync(s => s.Case == found.Number && s.Number == request.Submission, stop);
        var item = await acts.Item(found, stop);
        var share = JointActs.Share(item, opinion);
        var form = await forms.Of(found.Item, handed.FormVersion, stop);
        var fields = (await FieldsSeen.By(form, share.Department, directory, stop)).Where(f => share.Fields.Count == 0 || share.Fields.Contains(f.Label, StringComparer.Ordinal)).ToList();
        var data = new JsonObject
        {
            ["case"] = found.Number.Value,
            ["item"] = new JsonObject { ["code"] = found.Item.Value, ["version"] = found.ItemVersion, ["name"] = found.ItemName },
            ["department"] = new JsonObject { ["code"] = opinion.Department, ["name"] = opinion.DepartmentName },
            ["lead"] = new JsonObject { ["code"] = found.Department, ["name"] = found.DepartmentName },
            ["applicant"] = new JsonObject { ["kind"] = found.ApplicantKind, ["name"] = found.ApplicantName, ["idNumber"] = found.ApplicantNumber, ["phone"] = found.ApplicantPhone },
            ["round"] = opinion.Round,
            ["note"] = opinion.Round > 1 ? opinion.Reason : null,
            ["due"] = Day(opinion.Due),
            ["silenceAgrees"] = share.SilenceAgrees,
            ["basis"] = share.Basis,
            ["commitments"] = CommitmentsOnWire.Of((await db.Set<CommitmentNotice>().AsNoTracking().Where(c => c.Case == found.Number).ToListAsync(stop)).Where(c => share.Materials.Count == 0 || share.Materials.Contains(c.Name, StringComparer.Ordinal))),
            ["materials"] = new JsonArray([.. JsonNode.Parse(handed.Materials)!.AsArray().Where(m => share.Materials.Count == 0 || share.Materials.Contains((string)m!["name"]!, StringComparer.Ordinal)).Select(m => m!.DeepClone())]),
        };
        FormOnWire.Put(data, fields, handed);
        return data;
    }

    /// <summary>How the lead sees an opinion.</summary>
    internal static JsonObject View(DepartmentOpinion opinion) => new()
    {
        ["department"] = new JsonObject { ["code"] = opinion.Department, ["name"] = opinion.DepartmentName },
        ["state"] = opinion.State switch { OpinionState.Waiting => "waiting", OpinionState.Asked => opinion.Escalated ? "overdue" : "asked", OpinionState.Given => "given", _ => "withdrawn" },
        ["opinion"] = opinion.Answer is { } answer && opinion.State is OpinionState.Given ? OpinionWords.Code(answer) : null,
        ["reason"] = opinion.State is OpinionState.Given ? opinion.Reason : null,
        ["round"] = opinion.Round,
        ["due"] = Day(opinion.Due),
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
