using Yiwang.Identity.Accounts;

namespace Yiwang.Handling.Decide;

/// <summary>How duties are separated: <c>Handling:SeparateReview</c>; by default always but in a demonstration, where one person plays them all.</summary>
/// <param name="ReviewFromDecision">Whether who reviewed may not decide.</param>
internal sealed record DutySettings(bool ReviewFromDecision);

/// <summary>审查与决定分离.</summary>
internal sealed class SeparateDuties(DutySettings settings, IColleagues colleagues)
{
    /// <summary>Whether an official may not decide a task because he reviewed it. Where nobody else of the department could, he may.</summary>
    internal async Task<bool> Bar(HandlingTask task, string official, CancellationToken stop) =>
        settings.ReviewFromDecision && task.State is not TaskState.Done && task.Reviewer == official
        && (await colleagues.HandlersOf(task.Department, task.Region, stop)).Any(c => c.JournalName != official && !task.IsRecused(c.JournalName));
}
