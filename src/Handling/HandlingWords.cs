namespace Yiwang.Handling;

/// <summary>How screens name the states of a task.</summary>
internal static class HandlingWords
{
    internal static string State(HandlingTask task) => task switch
    {
        { State: TaskState.New } => "待受理",
        { State: TaskState.AwaitingCorrection } => "待补正",
        { State: TaskState.Accepted, Reviewed: true } => "待决定",
        { State: TaskState.Accepted } => "待审查",
        { Result: "granted" } => "准予",
        { Result: "refused" } => "不予许可",
        { EndedBy: "withdrawn" } => "申请人撤回",
        _ => "不予受理",
    };
}
