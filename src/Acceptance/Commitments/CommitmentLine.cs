using Yiwang.Kernel.Calendar;

namespace Yiwang.Acceptance.Commitments;

/// <summary>A commitment, as pages show it.</summary>
/// <param name="Name">The material in whose place it stands.</param>
/// <param name="SignedBy">Who signed it.</param>
/// <param name="SignedOn">The day.</param>
/// <param name="State">How it stands, in words.</param>
/// <param name="Reason">What was found when it was checked; null where nothing was amiss.</param>
public sealed record CommitmentLine(string Name, string SignedBy, DateOnly SignedOn, string State, string? Reason)
{
    internal static CommitmentLine Of(CommitmentNotice one) => new(one.Name, one.SignedBy, WorkCalendar.DayInNingbo(one.SignedAt), CommitmentWords.State(one), one.Reason);
}
