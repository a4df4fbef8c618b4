using Yiwang.Acceptance.Cases;

namespace Yiwang.Acceptance.Commitments;

/// <summary>A commitment in an application that is not handed in yet.</summary>
/// <param name="Code">The code of the material in whose place it stands.</param>
/// <param name="Name">The material's name.</param>
/// <param name="SignedBy">Who signed it: the applicant; for a company the person who may sign for it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Paper">The paper as it was signed at a window; null where it was signed in the browser.</param>
public sealed record SignedCommitment(string Code, string Name, string SignedBy, DateTimeOffset At, SubmittedMaterial? Paper = null)
{
    /// <summary>With what the name of a scanned commitment begins.</summary>
    internal const string PaperPrefix = "告知承诺书（";

    /// <summary>What a scanned commitment is called among the materials.</summary>
    internal static string PaperName(string material) => $"{PaperPrefix}{material}）";
}
