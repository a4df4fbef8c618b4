using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Yiwang.Exchange;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling.Inbox;

/// <summary>Takes the exchange's messages as any department's system does: proves the sender, takes each once and in order.</summary>
internal sealed class TakeMessage(YiwangDb db, ILocalSigning signing, TimeProvider clock) : ILocalSystem
{
    public string Code => ExchangeNames.HandlingSystem;

    public async Task<Outcome> Receive(ReadOnlyMemory<byte> body, string signature, CancellationToken stop)
    {
        if (!signing.IsFromPlatform(Code, body, signature)) return new Refusal(RefusalKind.Unproven, "bad-signature", "签名不符。");
        var message = JsonNode.Parse(body.Span)!.AsObject();
        var id = (string)message["id"]!;
        if (await db.Set<TakenMessage>().AnyAsync(m => m.Id == id, stop)) return Outcome.Done;

        var about = CaseNumber.Parse((string)message["subject"]!, null);
        var sequence = (int)message["sequence"]!;
        var task = await db.Set<HandlingTask>().FindAsync([about], stop);
        // The platform sends a case's messages one at a time, so a gap is a fault of the sender: it is asked to try again.
        if (sequence != (task?.TakenUpTo ?? 0) + 1) return new Refusal(RefusalKind.Unavailable, "out-of-order", $"序号应为 {(task?.TakenUpTo ?? 0) + 1}，收到 {sequence}。");
        db.Add(new TakenMessage(id, about, sequence));
        Apply(task, message, about, sequence);
        return await db.TrySave(stop);
    }

    private void Apply(HandlingTask? task, JsonObject message, CaseNumber about, int sequence)
    {
        var data = message["data"]!.AsObject();
        var type = (string)message["type"]!;
        if (type == MessageTypes.Dispatched) db.Add(task = New(about, data));
        else if (type == MessageTypes.OpinionRequested && task is null) db.Add(task = NewOpinion(about, data));
        if (task is null) throw new InvalidOperationException($"{type} came before {MessageTypes.Dispatched}.");
        task.TakenUpTo = sequence;
        switch (type)
        {
            case MessageTypes.Dispatched:
                if (data["commitments"] is JsonArray { Count: > 0 } signed) task.ToldCommitments(Commitments(signed));
                return;
            case MessageTypes.DepartmentChanged:
                task.MoveTo((string)data["department"]!["code"]!, (string)data["department"]!["name"]!);
                return;
            case MessageTypes.CommitmentsChanged:
                task.ToldCommitments(Commitments(data["commitments"]));
                return;
            case MessageTypes.OpinionRequested:
                (task.Form, task.FormFields, task.Materials) = (Write(data["form"]), Write(data["formFields"]), Write(data["materials"]));
                if (data["commitments"] is JsonArray { Count: > 0 } share) task.ToldCommitments(Commitments(share));
                task.AskedAgain((string?)data["note"], Day(data["due"]) ?? task.AnswerBy);
                break;
            case MessageTypes.OpinionsChanged:
                task.ToldOpinions(Opinions(data["opinions"]));
                return;
            case MessageTypes.Urged:
                task.Urged(Day(data["urgedOn"]));
                return;
            case MessageTypes.OpinionWithdrawn:
                break;
            case MessageTypes.Accepted:
                task.PromisedDue = Day(data["promisedDue"]);
                task.Owes(Names(data["owed"]), Day(data["owedBy"]));
                break;
            case MessageTypes.LimitsChanged:
                (task.AnswerBy, task.PromisedDue) = (Day(data["answerBy"]) ?? task.AnswerBy, Day(data["promisedDue"]) ?? task.PromisedDue);
                task.Owes(Names(data["owed"]), Day(data["owedBy"]));
                return;
            case MessageTypes.MaterialSupplied:
                (task.Materials, task.PromisedDue) = (Write(data["materials"]), Day(data["promisedDue"]) ?? task.PromisedDue);
                task.Owes(Names(data["owed"]), null);
                return;
            case MessageTypes.Corrected:
                (task.Form, task.FormFields, task.Materials) = (Write(data["form"]), Write(data["formFields"]), Write(data["materials"]));
                task.AnswerBy = Day(data["acceptance"]?["answerBy"]) ?? task.AnswerBy;
                break;
            case MessageTypes.CorrectionRequired or MessageTypes.Declined or MessageTypes.Withdrawn:
                break;
            default:
                throw new InvalidOperationException($"The contract has no message {type}.");
        }
        task.Told(type, (string?)data["ending"]);
    }

    private static string Opinions(JsonNode? opinions) => JsonSerializer.Serialize((opinions as JsonArray ?? []).Select(o => new ToldOpinion(
        (string)o!["department"]!["code"]!, (string)o["department"]!["name"]!, (string)o["state"]!, (string?)o["opinion"], (string?)o["reason"], (int)o["round"]!, Day(o["due"]))), Journal.Json);

    private static List<ToldCommitment> Commitments(JsonNode? told) => [.. (told as JsonArray ?? []).Select(c => new ToldCommitment(
        (string)c!["code"]!, (string)c["name"]!, (string)c["signedBy"]!, (string)c["state"]!, Day(c["checkBy"]), Day(c["correctBy"]), (string?)c["reason"]))];

    private HandlingTask NewOpinion(CaseNumber about, JsonObject data) => new()
    {
        Case = about,
        Item = (string)data["item"]!["code"]!,
        ItemName = (string)data["item"]!["name"]!,
        ResultName = "",
        Department = (string)data["department"]!["code"]!,
        DepartmentName = (string)data["department"]!["name"]!,
        Lead = (string)data["lead"]!["name"]!,
        Region = RegionOf((string)data["department"]!["code"]!),
        ApplicantName = (string)data["applicant"]!["name"]!,
        ReceivedAt = (string)data["lead"]!["name"]!,
        AnswerBy = Day(data["due"])!.Value,
        PromisedDays = 0,
        Form = Write(data["form"]),
        FormFields = Write(data["formFields"]),
        Materials = Write(data["materials"]),
        ArrivedAt = clock.GetUtcNow(),
    };

    private static List<string> Names(JsonNode? materials) => [.. (materials as JsonArray ?? []).Select(m => (string?)m!["name"] ?? "")];

    private HandlingTask New(CaseNumber about, JsonObject data) => new()
    {
        Case = about,
        Item = (string)data["item"]!["code"]!,
        ItemName = (string)data["item"]!["name"]!,
        ResultName = (string?)data["result"] ?? "",
        Department = (string)data["department"]!["code"]!,
        DepartmentName = (string)data["department"]!["name"]!,
        Region = RegionOf((string)data["department"]!["code"]!),
        ApplicantName = (string)data["applicant"]!["name"]!,
        AgentName = (string?)data["agent"]?["name"],
        ReceivedAt = (string?)data["servicePoint"]?["name"] ?? "网上",
        AnswerBy = Day(data["acceptance"]!["answerBy"])!.Value,
        PromisedDays = (int)data["limits"]!["promisedDays"]!,
        Form = Write(data["form"]),
        FormFields = Write(data["formFields"]),
        Materials = Write(data["materials"]),
        ArrivedAt = clock.GetUtcNow(),
    };

    /// <summary>SCJG@330203 is the county's, SCJG the city's.</summary>
    private static RegionCode RegionOf(string department) => department.Split('@') is [_, var region] ? RegionCode.Parse(region, null) : RegionCode.Ningbo;

    private static DateOnly? Day(JsonNode? node) => node is null ? null : DateOnly.ParseExact((string)node!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Write(JsonNode? node) => node?.ToJsonString(Journal.Json) ?? "{}";
}
