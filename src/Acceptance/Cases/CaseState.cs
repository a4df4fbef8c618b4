namespace Yiwang.Acceptance.Cases;

/// <summary>Where a case stands (办件状态).</summary>
internal enum CaseState
{
    /// <summary>已收件: waiting to be accepted, for five working days at most.</summary>
    Received,

    /// <summary>待补正: the applicant has been told everything that is missing.</summary>
    AwaitingCorrection,

    /// <summary>已受理: the limits run, the department reviews.</summary>
    Accepted,

    /// <summary>已决定: the result is known, its document is being made.</summary>
    Decided,

    /// <summary>已办结.</summary>
    Closed,
}

/// <summary>How a case ended.</summary>
internal enum CaseEnding
{
    /// <summary>准予.</summary>
    Granted,

    /// <summary>不予.</summary>
    Refused,

    /// <summary>不予受理.</summary>
    Declined,

    /// <summary>撤回.</summary>
    Withdrawn,

    /// <summary>视为撤回: no correction came in time.</summary>
    DeemedWithdrawn,

    /// <summary>撤销受理: owed materials did not come in time.</summary>
    AcceptanceRevoked,

    /// <summary>终止办理.</summary>
    Terminated,
}

/// <summary>Who did an act of acceptance.</summary>
internal enum AcceptedBy
{
    /// <summary>The comprehensive window, on the department's behalf.</summary>
    Window,

    /// <summary>The department's system.</summary>
    Department,

    /// <summary>Nobody: five working days of silence (行政许可法 32).</summary>
    Silence,
}
