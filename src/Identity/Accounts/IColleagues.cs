using Yiwang.Kernel.Identifiers;

namespace Yiwang.Identity.Accounts;

/// <summary>An official with whom others share work.</summary>
/// <param name="JournalName">How the journal names the official.</param>
/// <param name="Name">The name that screens show.</param>
public sealed record Colleague(string JournalName, string Name);

/// <summary>Questions about who works where today.</summary>
public interface IColleagues
{
    /// <summary>The officials who decide for a department (审批人员), or for all departments of its region; who has been locked out is none of them any more.</summary>
    Task<IReadOnlyList<Colleague>> HandlersOf(string department, RegionCode region, CancellationToken stop);
}
