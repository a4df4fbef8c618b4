namespace Yiwang.Acceptance.Joint;

/// <summary>An opinion as the pages of a case show it.</summary>
/// <param name="Name">The department.</param>
/// <param name="State">Where it stands, in a word or two.</param>
/// <param name="Tag">The class of its tag.</param>
/// <param name="Due">By when it is to come; null when it has, or is not asked yet.</param>
/// <param name="Reason">The conditions or reasons; null while it has not come.</param>
public sealed record OpinionLine(string Name, string State, string Tag, DateOnly? Due, string? Reason)
{
    internal static OpinionLine Of(DepartmentOpinion opinion) => new(
        opinion.DepartmentName, OpinionWords.State(opinion), OpinionWords.Tag(opinion), opinion.IsOutstanding ? opinion.Due : null, opinion.State is OpinionState.Given ? opinion.Reason : null);
}
