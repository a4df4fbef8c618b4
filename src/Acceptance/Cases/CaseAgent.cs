namespace Yiwang.Acceptance.Cases;

/// <summary>Who acts for the applicant (代理人, 行政许可法 29 (2)).</summary>
/// <param name="Name">The name.</param>
/// <param name="IdNumber">The resident ID.</param>
/// <param name="Delegation">The delegation that was given online; null where the letter of authority was handed in at a window.</param>
public sealed record CaseAgent(string Name, string IdNumber, string? Delegation)
{
    /// <summary>The code under which a letter of authority is handed in.</summary>
    internal const string LetterCode = "agent-letter";

    /// <summary>The letter that the agent hands in at a window (授权委托书).</summary>
    internal static Submit.MaterialNeed Letter { get; } = new(LetterCode, "授权委托书", true, "原件1份", "申请人自备", false);
}
