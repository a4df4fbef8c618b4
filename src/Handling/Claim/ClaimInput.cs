namespace Yiwang.Handling.Claim;

/// <summary>What the form about who handles a task posts.</summary>
public sealed class ClaimInput
{
    /// <summary>claim, release, hand or recuse: the pressed button's value.</summary>
    public string? Act { get; set; }

    /// <summary>The colleague to whom it is handed.</summary>
    public string? Colleague { get; set; }

    /// <summary>Why the reader stands aside.</summary>
    public string? Ground { get; set; }
}
