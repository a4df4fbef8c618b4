using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Commitments;

/// <summary>告知承诺: the applicant signed a commitment in place of a material.</summary>
/// <param name="Code">The material's code.</param>
/// <param name="Name">The material's name.</param>
/// <param name="OnPaper">Whether it was signed on paper at a window.</param>
[Fact("acceptance.commitment-signed")]
public sealed record CommitmentSigned(string Code, string Name, bool OnPaper);

/// <summary>The case was granted on commitments: until when each is to be checked.</summary>
[Fact("acceptance.commitments-to-check")]
public sealed record CommitmentsToCheck(IReadOnlyList<string> Names, DateOnly CheckBy);

/// <summary>承诺核查: what the department found.</summary>
/// <param name="Code">The material's code.</param>
/// <param name="Name">The material's name.</param>
/// <param name="Result">kept, ordered (to be put right, 责令限期整改), broken (不实) or repaired (信用修复).</param>
/// <param name="Reason">What was found; empty where it was kept.</param>
/// <param name="CorrectBy">The last day for putting it right; null unless that was ordered.</param>
[Fact("acceptance.commitment-checked")]
public sealed record CommitmentChecked(string Code, string Name, string Result, string Reason, DateOnly? CorrectBy);

/// <summary>The day for checking a commitment has passed, and the department has not said what it found.</summary>
[Fact("acceptance.commitment-check-overdue")]
public sealed record CommitmentCheckOverdue(string Code, string Name, DateOnly CheckBy);
