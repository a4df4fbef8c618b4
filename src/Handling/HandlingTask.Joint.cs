using System.Text.Json;
using Yiwang.Exchange;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling;

/// <summary>并联审批, from both sides: our opinion on another department's case, and the opinions of others on ours.</summary>
internal sealed partial class HandlingTask
{
    /// <summary>What is to be talked over (协调), from the second round on.</summary>
    public string? Note { get; private set; }

    /// <summary>The opinions of other departments on our case as the platform told them, JSON; null where none is asked.</summary>
    public string? OpinionsTold { get; private set; }

    public IReadOnlyList<ToldOpinion> ReadOpinions() => OpinionsTold is null ? [] : JsonSerializer.Deserialize<List<ToldOpinion>>(OpinionsTold, Journal.Json)!;

    /// <summary>意见: agree, conditional or disagree; the last two say why.</summary>
    public Outcome GiveOpinion(string answer, string? reason)
    {
        if (!IsOpinion) return new Refusal(RefusalKind.Conflict, "wrong-state", "本件由本部门决定，不是征求意见。");
        return Reasoned(reason, required: answer is not OpinionAnswers.Agree) ?? From(TaskState.New, "答复意见", () => (State, Result, Reason) = (TaskState.Done, answer, reason?.Trim()));
    }

    /// <summary>协调: asks those again who were against it or set conditions.</summary>
    public Outcome Reconsider(IReadOnlyList<string> departments, string? note)
    {
        if (departments.Count == 0) return Wrong("departments", "请选择要协调的部门");
        if (departments.FirstOrDefault(d => !ReadOpinions().Any(o => o.Code == d && o.Opinion is OpinionAnswers.Disagree or OpinionAnswers.Conditional)) is not null) return Wrong("departments", "只能和有不同意见的部门协调");
        return Reasoned(note, required: true, "reconsiderNote") ?? From(TaskState.Accepted, "协调", () => { });
    }

    /// <summary>The platform told how the opinions stand.</summary>
    public void ToldOpinions(string opinions)
    {
        OpinionsTold = opinions;
        Revision++;
    }

    /// <summary>We are asked again.</summary>
    public void AskedAgain(string? note, DateOnly due)
    {
        (Note, AnswerBy) = (note, due);
        (State, Result, Reason, EndedBy) = (TaskState.New, null, null, null);
    }

    private List<string> Outstanding() => [.. ReadOpinions().Where(o => o.State is "asked" or "overdue").Select(o => o.Name)];
}

/// <summary>An opinion of another department on our case.</summary>
/// <param name="Code">The department.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">waiting, asked, overdue, given or withdrawn.</param>
/// <param name="Opinion">agree, conditional, disagree or silence; null while it has not come.</param>
/// <param name="Reason">The conditions or reasons.</param>
/// <param name="Round">How often it was asked.</param>
/// <param name="Due">Its limit.</param>
public sealed record ToldOpinion(string Code, string Name, string State, string? Opinion, string? Reason, int Round, DateOnly? Due);
