using System.Text.Json.Nodes;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange;

/// <summary>Asked of the room that owns cases: what do these messages say?</summary>
public interface ICaseMessages
{
    /// <summary>The <c>data</c> of each message in their order, with the platform's own field names.</summary>
    Task<IReadOnlyList<JsonObject>> Compose(IReadOnlyList<MessageRequested> requests, CancellationToken stop);
}

/// <summary>
/// Ordered of the room that owns cases: let a department's reply take effect. It runs in the exchange's transaction, so the
/// department learns in the answer itself whether its reply took effect, and a crash undoes both.
/// </summary>
public interface ICaseReplies
{
    /// <summary>Brings cases into the context of the scope at once, so that taking replies about them asks for none by itself.</summary>
    Task Load(IReadOnlyCollection<CaseNumber> cases, CancellationToken stop);

    /// <summary>Changes the case in the context of the scope without saving, or refuses.</summary>
    Task<Outcome> Take(DepartmentReply reply, CancellationToken stop);
}

/// <summary>Asked by rooms: which system decides?</summary>
public interface IExchangeRoutes
{
    /// <summary>The system that decides an item for a department of this kind; the platform's handling room when it has none of its own.</summary>
    ValueTask<string> SystemFor(string municipalDepartment, ItemCode item, CancellationToken stop);
}

/// <summary>A system that lives in this process. It gets the same bytes and the same signature as one outside.</summary>
public interface ILocalSystem
{
    /// <summary>Its code.</summary>
    string Code { get; }

    /// <summary>Takes a message; done means that it is stored durably.</summary>
    Task<Outcome> Receive(ReadOnlyMemory<byte> body, string signature, CancellationToken stop);
}

/// <summary>What a sender is told.</summary>
/// <param name="Status"><c>processed</c>, <c>duplicate</c> or <c>waiting</c>.</param>
public sealed record ReceiptOfMessage(string Status);

/// <summary>The way in for replies: what the HTTP endpoint and local systems call alike.</summary>
public interface IExchangeInbox
{
    /// <summary>Takes a signed message.</summary>
    Task<Outcome<ReceiptOfMessage>> Receive(ReadOnlyMemory<byte> body, string? signature, CancellationToken stop);
}

/// <summary>Signing for a system that lives in this process.</summary>
public interface ILocalSigning
{
    /// <summary>Signs a message of a local system to the platform, with that system's own key.</summary>
    string Sign(string system, ReadOnlyMemory<byte> body);

    /// <summary>Whether a message to a local system was signed by the platform.</summary>
    bool IsFromPlatform(string system, ReadOnlyMemory<byte> body, string signature);
}

/// <summary>Materials, as a system may fetch them.</summary>
public interface IExchangeMaterials
{
    /// <summary>A material that a message to this system named; null otherwise.</summary>
    Task<SharedFile?> Open(string system, Guid material, CancellationToken stop);
}

/// <summary>A material's bytes with what is needed to show them.</summary>
public sealed record SharedFile(Stream Content, string FileName, string ContentType, long Size);
