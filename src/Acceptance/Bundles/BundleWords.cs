using Yiwang.Acceptance.Cases;

namespace Yiwang.Acceptance.Bundles;

/// <summary>How a bundle and its steps stand, in words.</summary>
internal static class BundleWords
{
    internal static string State(BundleStepState state) => state switch
    {
        BundleStepState.Waiting => "等待前面的结果",
        BundleStepState.Incomplete => "等您补充",
        BundleStepState.Begun => "办理中",
        BundleStepState.Granted => "已办成",
        BundleStepState.Failed => "没有办成",
        _ => "不再办理",
    };

    internal static string Tag(BundleStepState state) => state switch
    {
        BundleStepState.Incomplete or BundleStepState.Failed => "bg-orange-lt",
        BundleStepState.Begun => "bg-blue-lt",
        BundleStepState.Granted => "bg-green-lt",
        _ => "bg-secondary-lt",
    };

    /// <summary>How a step stands, as its case does once there is one.</summary>
    internal static string State(StepLine line) => line switch
    {
        { Step.State: BundleStepState.Begun, Case: { } found } => CaseWords.Status(found),
        { Awaits.Count: > 0 } => $"等待{string.Concat(line.Awaits.Select(a => $"“{a}”"))}的结果",
        _ => State(line.Step.State),
    };

    internal static string State(BundleCase found, IReadOnlyList<BundleCaseStep> steps) => found switch
    {
        { EndedAt: not null, Stopped: true } => "已停办",
        { EndedAt: not null } => "全部办结",
        _ when steps.Any(s => s.State is BundleStepState.Incomplete) => "等您补充",
        _ => $"办理中，{steps.Count} 项已办成 {steps.Count(s => s.State is BundleStepState.Granted)} 项",
    };
}
