namespace DepartmentSystems.Decide;

/// <summary>What a clerk can do with a case.</summary>
public static class Act
{
    public const string Accept = "accept";
    public const string Correction = "correction";
    public const string Decline = "decline";
    public const string Step = "step";
    public const string Grant = "grant";
    public const string Refuse = "refuse";

    public static IReadOnlyList<string> All { get; } = [Accept, Correction, Decline, Step, Grant, Refuse];

    /// <summary>The act in words, as its button says.</summary>
    public static string Word(string act) => act switch
    {
        Accept => "受理",
        Correction => "一次性告知补正",
        Decline => "不予受理",
        Step => "审查通过",
        Grant => "准予",
        Refuse => "不予许可",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No such act."),
    };
}

/// <summary>What is missing, and why.</summary>
public sealed record Problem(string What, string Why);

/// <summary>What the clerk says with an act. Each act uses its own members.</summary>
public sealed record ActInput
{
    public string? Officer { get; init; }
    public string? Reason { get; init; }
    public IReadOnlyList<Problem>? Problems { get; init; }
    public string? Step { get; init; }
    public string? Opinion { get; init; }
    public string? LicenceName { get; init; }
    public string? LicenceNumber { get; init; }
    public DateOnly? ValidTo { get; init; }

    public string OfficerOr(string other) => string.IsNullOrWhiteSpace(Officer) ? other : Officer.Trim();
}
