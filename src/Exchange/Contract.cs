using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Exchange;

/// <summary>The types of messages (see docs/exchange-contract.md).</summary>
public static class MessageTypes
{
    public const string Dispatched = "case.dispatched";
    public const string Corrected = "case.corrected";
    public const string Withdrawn = "case.withdrawn";
    public const string MaterialSupplied = "material.supplied";
    public const string LimitsChanged = "limits.changed";
    public const string Urged = "case.urged";
    public const string OpinionRequested = "opinion.requested";
    public const string OpinionWithdrawn = "opinion.withdrawn";
    public const string OpinionsChanged = "opinions.changed";
    public const string DepartmentChanged = "department.changed";
    public const string CommitmentsChanged = "commitments.changed";
    public const string Accepted = "case.accepted";
    public const string Declined = "case.declined";
    public const string CorrectionRequired = "correction.required";
    public const string ProcedureStarted = "procedure.started";
    public const string ProcedureEnded = "procedure.ended";
    public const string LimitExtended = "limit.extended";
    public const string OpinionGiven = "opinion.given";
    public const string OpinionReconsider = "opinion.reconsider";
    public const string StepCompleted = "step.completed";
    public const string DecisionMade = "decision.made";
    public const string CommitmentChecked = "commitment.checked";
    public const string LicenceIssued = "licence.issued";
    public const string Terminated = "case.terminated";
    public const string Closed = "case.closed";
}

/// <summary>
/// A room asks, in the transaction of its own change, that a system be told something about a case. The exchange's reader makes
/// the message of it. The entry names what to say, not the words: personal data stays out of the journal.
/// </summary>
/// <param name="System">The system to tell.</param>
/// <param name="Case">The case.</param>
/// <param name="Type">The type of message.</param>
/// <param name="Item">The case's item, by which the system's mapping is found.</param>
/// <param name="Submission">Which submission of the case the message carries; null when it carries none.</param>
[Fact("exchange.message-requested")]
public sealed record MessageRequested(string System, CaseNumber Case, string Type, ItemCode Item, int? Submission);

/// <summary>A message could not be delivered and waits for an operator (死信).</summary>
[Fact("exchange.message-dead")]
public sealed record MessageDead(string System, CaseNumber Case, Guid Message, string Type, int Attempts);

/// <summary>An operator sent a dead message again.</summary>
[Fact("exchange.message-resent")]
public sealed record MessageResent(string System, CaseNumber Case, Guid Message);

/// <summary>A reply could not take effect, for good.</summary>
[Fact("exchange.reply-refused")]
public sealed record ReplyRefused(string System, CaseNumber Case, string Type, string Code);

/// <summary>A reply of a department's system whose sender, order and newness are proven.</summary>
/// <param name="System">The system.</param>
/// <param name="Case">The case.</param>
/// <param name="Type">One of <see cref="MessageTypes"/>.</param>
/// <param name="At">When it happened, as the system says (UTC).</param>
/// <param name="Data">What it says.</param>
public sealed record DepartmentReply(string System, CaseNumber Case, string Type, DateTimeOffset At, JsonElement Data);

/// <summary>A CloudEvent of the contract.</summary>
internal sealed record Envelope
{
    public const string PlatformSource = "urn:yiwang:platform";

    [JsonPropertyName("specversion")] public string? SpecVersion { get; init; }
    [JsonPropertyName("id")] public string? Id { get; init; }
    [JsonPropertyName("source")] public string? Source { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("subject")] public string? Subject { get; init; }
    [JsonPropertyName("time")] public DateTimeOffset? Time { get; init; }
    [JsonPropertyName("sequence")] public int? Sequence { get; init; }
    [JsonPropertyName("datacontenttype")] public string? DataContentType { get; init; }
    [JsonPropertyName("data")] public JsonElement Data { get; init; }

    public static string Write(Guid id, string type, CaseNumber about, int sequence, DateTimeOffset time, JsonObject data) => new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = id.ToString(),
        ["source"] = PlatformSource,
        ["type"] = type,
        ["subject"] = about.Value,
        ["time"] = time,
        ["sequence"] = sequence,
        ["datacontenttype"] = "application/json",
        ["data"] = data,
    }.ToJsonString(Journal.Json);
}
