namespace Yiwang.Acceptance.HandOver;

/// <summary>What the window posts when a result is collected or sent.</summary>
public sealed class HandOverInput
{
    /// <summary>counter or sent.</summary>
    public string? Way { get; set; }

    /// <summary>Who collects, or the number of the parcel.</summary>
    public string? Text { get; set; }

    /// <summary>The code that was shown.</summary>
    public string? Code { get; set; }
}
