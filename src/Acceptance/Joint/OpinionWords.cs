using Yiwang.Exchange;

namespace Yiwang.Acceptance.Joint;

/// <summary>How the contract and screens name answers.</summary>
internal static class OpinionWords
{
    internal static string Code(OpinionAnswer answer) => answer switch
    {
        OpinionAnswer.Agree => OpinionAnswers.Agree,
        OpinionAnswer.Conditional => OpinionAnswers.Conditional,
        OpinionAnswer.Disagree => OpinionAnswers.Disagree,
        _ => OpinionAnswers.Silence,
    };

    /// <summary>The answer that a department may give; null for any other word.</summary>
    internal static OpinionAnswer? Read(string code) => code switch
    {
        OpinionAnswers.Agree => OpinionAnswer.Agree,
        OpinionAnswers.Conditional => OpinionAnswer.Conditional,
        OpinionAnswers.Disagree => OpinionAnswer.Disagree,
        _ => null,
    };

    /// <summary>Where an opinion stands, in a word or two.</summary>
    internal static string State(DepartmentOpinion opinion) => opinion.State switch
    {
        OpinionState.Waiting => "受理后征求意见",
        OpinionState.Asked => opinion.Escalated ? "逾期未答复，已督促" : opinion.Round > 1 ? $"第 {opinion.Round} 轮协调中" : "征求意见中",
        OpinionState.Given => OpinionAnswers.Name(Code(opinion.Answer!.Value)),
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
