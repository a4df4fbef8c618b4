namespace DepartmentSystems.Store;

/// <summary>What became of a message of the platform.</summary>
public enum InboundState { Waiting, Processed, Refused }

/// <summary>A message of the platform, by (source, id).</summary>
public sealed class InboundMessage
{
    public required string Source { get; init; }
    public required string Id { get; init; }
    public required string Case { get; init; }
    public required int Sequence { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public InboundState State { get; set; }
    public string? Code { get; set; }
    public string? Reason { get; set; }
}

/// <summary>
/// What became of a reply. Refused: the platform will never take it and its number is used up (409).
/// Stopped: it must be mended first, and what follows it waits (400, 401, 404).
/// </summary>
public enum ReplyState { Pending, Sent, Refused, Stopped }

/// <summary>A message to the platform, written together with the change that it tells of.</summary>
public sealed class Reply
{
    public required string Id { get; init; }
    public required string Case { get; init; }
    public required int Sequence { get; init; }
    public required string Type { get; init; }

    /// <summary>The CloudEvent as it is sent; each attempt sends these bytes.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public ReplyState State { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public int? Status { get; set; }
    public string? Code { get; set; }
    public string? Answer { get; set; }
    public DateTimeOffset? SentAt { get; set; }
}

/// <summary>A signature that was seen.</summary>
public sealed class SeenSignature
{
    public required string Kid { get; init; }
    public required string Jti { get; init; }
    public required DateTimeOffset At { get; init; }
}
