namespace DepartmentSystems.Receive;

/// <summary>The types of messages, in both directions.</summary>
public static class MessageTypes
{
    public const string Dispatched = "case.dispatched";
    public const string Corrected = "case.corrected";
    public const string Withdrawn = "case.withdrawn";
    public const string MaterialSupplied = "material.supplied";
    public const string LimitsChanged = "limits.changed";
    public const string Urged = "case.urged";
    public const string Accepted = "case.accepted";
    public const string Declined = "case.declined";
    public const string CorrectionRequired = "correction.required";
    public const string StepCompleted = "step.completed";
    public const string DecisionMade = "decision.made";
    public const string LicenceIssued = "licence.issued";
    public const string Closed = "case.closed";

    /// <summary>The type in words.</summary>
    public static string Word(string type) => type switch
    {
        Dispatched => "派件",
        Corrected => "补正材料",
        Withdrawn => "撤回",
        MaterialSupplied => "补交材料",
        LimitsChanged => "期限变动",
        Urged => "催办",
        Accepted => "受理",
        Declined => "不予受理",
        CorrectionRequired => "一次性告知",
        StepCompleted => "环节完成",
        DecisionMade => "决定",
        LicenceIssued => "发证",
        Closed => "办结",
        _ => type,
    };
}
