namespace DepartmentSystems.Store;

/// <summary>Where a case is in the department: 待受理, 补正中, 办理中, 已办结.</summary>
public enum CaseState { Pending, Correcting, Handling, Closed }

/// <summary>How a case ended.</summary>
public enum CaseEnding { Granted, Refused, Declined, Withdrawn }

/// <summary>A case as the department keeps it.</summary>
public sealed class CaseRecord
{
    public required string Number { get; init; }
    public required string Item { get; init; }
    public required string ItemName { get; init; }
    public required string Department { get; init; }
    public required string Region { get; init; }
    public required string Channel { get; init; }
    public string? ServicePoint { get; init; }
    public required string ApplicantKind { get; init; }
    public required string ApplicantName { get; init; }
    public string? ApplicantNumber { get; init; }
    public string? ApplicantPhone { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public DateOnly? AnswerBy { get; init; }
    public string? Limits { get; init; }

    /// <summary>The form as it is now, a JSON object with the names of this system.</summary>
    public required string Form { get; set; }

    public CaseState State { get; set; }
    public CaseEnding? Ending { get; set; }
    public DateOnly? AcceptedOn { get; set; }
    public DateOnly? DueOn { get; set; }

    /// <summary>The one notice of what is missing has been given.</summary>
    public bool CorrectionAsked { get; set; }

    public string? Reason { get; set; }
    public string? DocumentNumber { get; set; }
    public string? LicenceName { get; set; }
    public string? LicenceNumber { get; set; }

    /// <summary>The last message of the platform that took effect or was refused for good.</summary>
    public int ReceivedUpTo { get; set; }

    /// <summary>The number of the last reply.</summary>
    public int RepliedUpTo { get; set; }

    /// <summary>Since when it is the department's turn; the automatic handling counts from here.</summary>
    public DateTimeOffset TurnSince { get; set; }

    /// <summary>What was done last, for the list.</summary>
    public string LastEvent { get; set; } = "";
}

/// <summary>One line of a case's history.</summary>
public sealed class HistoryEntry
{
    public int Id { get; init; }
    public required string Case { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }
    public required string Text { get; init; }
    public string? Detail { get; init; }
}
