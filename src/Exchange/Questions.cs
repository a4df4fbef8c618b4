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

/// <summary>Whether messages reach a system.</summary>
public enum SystemState
{
    /// <summary>未接入: there is nowhere to send to yet.</summary>
    NotConnected,

    /// <summary>已暂停.</summary>
    Paused,

    /// <summary>连不上.</summary>
    Down,

    /// <summary>正常.</summary>
    Up,
}

/// <summary>How a connected system stands.</summary>
/// <param name="Code">The system's code.</param>
/// <param name="Name">The system's name.</param>
/// <param name="State">Whether messages reach it.</param>
/// <param name="RetryAt">When one that is down is tried again (UTC); null otherwise.</param>
/// <param name="Pending">Messages that wait for it.</param>
/// <param name="Dead">Messages that are tried no more (停发).</param>
/// <param name="Oldest">When the oldest that waits was written (UTC); null where none waits.</param>
public sealed record SystemStanding(string Code, string Name, SystemState State, DateTimeOffset? RetryAt, int Pending, int Dead, DateTimeOffset? Oldest);

/// <summary>Asked by rooms: how do the connected systems stand, as this node sees them?</summary>
public interface ISystemStandings
{
    /// <summary>All systems by their codes.</summary>
    Task<IReadOnlyList<SystemStanding>> Now(CancellationToken stop);
}
