using Yiwang.Exchange;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Handling;

/// <summary>How screens name the states of a task.</summary>
internal static class HandlingWords
{
    internal static string Refusal(HandlingTask task) => ItemCode.Parse(task.Item, null).RefusalWord;

    internal static string State(HandlingTask task) => task switch
    {
        { State: TaskState.New, Lead: not null } => "待答复意见",
        { State: TaskState.New } => "待受理",
        { State: TaskState.AwaitingCorrection } => "待补正",
        { State: TaskState.Accepted, Procedure: { } kind } => $"特别程序：{ProcedureKinds.Name(kind)}",
        { State: TaskState.Accepted, Reviewed: true } => "待决定",
        { State: TaskState.Accepted } => "待审查",
        { Result: "granted" } => "准予",
        { Lead: not null, Result: { } answer } => OpinionAnswers.Name(answer),
        { EndedBy: "not-needed" } => "不再需要",
        { Result: "refused" } => Refusal(task),
        { EndedBy: "withdrawn" } => "申请人撤回",
        { EndedBy: "deemed-withdrawn" } => "视为撤回",
        { EndedBy: "acceptance-revoked" } => "撤销受理",
        { EndedBy: "terminated" } => "终止办理",
        _ => "不予受理",
    };
}
