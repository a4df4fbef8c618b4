namespace Yiwang.Acceptance.Joint;

/// <summary>How screens, the contract and the journal name answers.</summary>
internal static class OpinionWords
{
    private static readonly (OpinionAnswer Answer, string Code, string Name)[] Answers =
    [
        (OpinionAnswer.Agree, "agree", "同意"), (OpinionAnswer.Conditional, "conditional", "附条件同意"), (OpinionAnswer.Disagree, "disagree", "不同意"), (OpinionAnswer.Silence, "silence", "逾期视为同意"),
    ];

    internal static string Code(OpinionAnswer answer) => Answers.First(a => a.Answer == answer).Code;

    internal static string Name(string code) => Answers.First(a => a.Code == code).Name;

    /// <summary>The answer that a department may give; null for any other word.</summary>
    internal static OpinionAnswer? Read(string code) => code is "silence" ? null : Answers.Where(a => a.Code == code).Select(a => (OpinionAnswer?)a.Answer).FirstOrDefault();

    /// <summary>Where an opinion stands, in a word or two.</summary>
    internal static string State(DepartmentOpinion opinion) => opinion.State switch
    {
        OpinionState.Waiting => "受理后征求意见",
        OpinionState.Asked => opinion.Escalated ? "逾期未答复，已督促" : opinion.Round > 1 ? $"第 {opinion.Round} 轮协调中" : "征求意见中",
        OpinionState.Given => Name(Code(opinion.Answer!.Value)),
        _ => "不再需要",
    };

    internal static string Tag(DepartmentOpinion opinion) => opinion switch
    {
        { State: OpinionState.Asked, Escalated: true } => "bg-orange-lt",
        { State: OpinionState.Given, Answer: OpinionAnswer.Disagree } => "bg-red-lt",
        { State: OpinionState.Given } => "bg-green-lt",
        { State: OpinionState.Withdrawn } => "bg-secondary-lt",
        _ => "bg-blue-lt",
    };
}
