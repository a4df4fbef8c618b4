using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DepartmentSystems.Store;

namespace DepartmentSystems.Receive;

/// <summary>The data of each message of the platform, as the contract names it. Unknown members are ignored.</summary>
public abstract record MessageData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
    private const int DigestLength = 64;

    /// <summary>Reads the data of a type; null with the reason when it does not fit.</summary>
    public static MessageData? Read(string type, JsonElement data, out string? problem)
    {
        try
        {
            problem = null;
            MessageData? read = type switch
            {
                MessageTypes.Dispatched => data.Deserialize<Dispatched>(Options),
                MessageTypes.Corrected => data.Deserialize<Corrected>(Options),
                MessageTypes.MaterialSupplied => data.Deserialize<MaterialSupplied>(Options),
                MessageTypes.LimitsChanged => data.Deserialize<LimitsChanged>(Options),
                MessageTypes.Urged => data.Deserialize<Urged>(Options),
                MessageTypes.Accepted => data.Deserialize<Accepted>(Options),
                MessageTypes.CorrectionRequired => data.Deserialize<CorrectionRequired>(Options),
                MessageTypes.Declined => data.Deserialize<Declined>(Options),
                MessageTypes.Withdrawn => data.Deserialize<Withdrawn>(Options),
                _ => null,
            };
            if (read is null) problem = $"不认识的消息类型 {type}。";
            var materials = read switch { Dispatched d => d.Materials, Corrected c => c.Materials, MaterialSupplied s => s.Materials, _ => [] };
            // The digest becomes a file name, so it must be one.
            if (materials.Any(m => m.Sha256.Length != DigestLength || !m.Sha256.All(char.IsAsciiHexDigit))) problem = "材料的 sha256 应为 64 位十六进制数。";
            if (materials.Any(m => m.Size < 0)) problem = "材料的 size 不对。";
            return problem is null ? read : null;
        }
        catch (JsonException exception)
        {
            problem = $"data 与 {type} 不符：{exception.Path}";
            return null;
        }
    }

    /// <summary>Reads the data of a message that was stored, and so was read before.</summary>
    public static MessageData Read(InboundMessage message) => Read(message.Type, Envelope.Read(Encoding.UTF8.GetBytes(message.Body))!.Data, out _)!;

    /// <summary>A case to handle.</summary>
    public sealed record Dispatched(ItemPart Item, DepartmentPart Department, string Region, string Channel, ApplicantPart Applicant, AcceptancePart Acceptance,
        JsonObject Form, IReadOnlyList<MaterialPart> Materials, DateTimeOffset? SubmittedAt = null, ServicePointPart? ServicePoint = null, LimitsPart? Limits = null,
        IReadOnlyList<FieldPart>? FormFields = null, string? Result = null) : MessageData;

    /// <summary>The applicant has supplied what was asked for.</summary>
    public sealed record Corrected(JsonObject Form, IReadOnlyList<MaterialPart> Materials, IReadOnlyList<FieldPart>? FormFields = null) : MessageData;

    /// <summary>The applicant has handed in materials that were owed.</summary>
    public sealed record MaterialSupplied(JsonObject Form, IReadOnlyList<MaterialPart> Materials, IReadOnlyList<OwedPart>? Owed = null, DateOnly? LegalDue = null, DateOnly? PromisedDue = null) : MessageData;

    /// <summary>The platform has counted the limits anew, or says what is owed.</summary>
    public sealed record LimitsChanged(DateOnly? LegalDue = null, DateOnly? PromisedDue = null, IReadOnlyList<OwedPart>? Owed = null, DateOnly? OwedBy = null) : MessageData;

    /// <summary>The applicant asks to hurry.</summary>
    public sealed record Urged(DateOnly? UrgedOn = null) : MessageData;

    /// <summary>Accepted on the department's behalf.</summary>
    public sealed record Accepted(DateOnly AcceptedOn, string? By = null, DateOnly? LegalDue = null, DateOnly? PromisedDue = null) : MessageData;

    /// <summary>The window asked for corrections.</summary>
    public sealed record CorrectionRequired(IReadOnlyList<ProblemPart> Problems, string? By = null) : MessageData;

    /// <summary>The window declined.</summary>
    public sealed record Declined(string? Reason = null) : MessageData;

    /// <summary>The case has ended on the platform: the applicant has withdrawn, or the law says so.</summary>
    public sealed record Withdrawn(string? Reason = null, string? Ending = null) : MessageData;
}
