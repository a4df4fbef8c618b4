using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Cases;

/// <summary>How screens and the API name states, endings and channels.</summary>
internal static class CaseWords
{
    internal static string State(CaseState state) => state switch
    {
        CaseState.Received => "已收件",
        CaseState.AwaitingCorrection => "待补正",
        CaseState.Accepted => "办理中",
        CaseState.Decided => "已决定",
        _ => "已办结",
    };

    internal static string Ending(ItemCode item, CaseEnding? ending) => ending switch
    {
        CaseEnding.Granted => "准予办结",
        CaseEnding.Refused => item.RefusalWord,
        CaseEnding.Declined => "不予受理",
        CaseEnding.Withdrawn => "撤回",
        CaseEnding.DeemedWithdrawn => "视为撤回",
        CaseEnding.AcceptanceRevoked => "撤销受理",
        CaseEnding.Terminated => "终止办理",
        _ => "办结",
    };

    /// <summary>The state in a word or two, with the ending when there is one.</summary>
    internal static string Status(Case found) => found is { Ending: CaseEnding.Granted, NotGranted: not null } ? "部分准予" : found.State is CaseState.Closed or CaseState.Decided ? Ending(found.Item, found.Ending)
        : found.Running is not null ? "特别程序" : found.Owed is not null ? "容缺受理" : State(found.State);

    /// <summary>The state as the API names it.</summary>
    internal static string Code(CaseState state) => state switch
    {
        CaseState.Received => "received",
        CaseState.AwaitingCorrection => "awaiting-correction",
        CaseState.Accepted => "accepted",
        CaseState.Decided => "decided",
        _ => "closed",
    };

    /// <summary>The ending as the API, the contract and the journal name it.</summary>
    internal static string Code(CaseEnding ending) => ending switch
    {
        CaseEnding.Granted => "granted",
        CaseEnding.Refused => "refused",
        CaseEnding.Declined => "declined",
        CaseEnding.Withdrawn => "withdrawn",
        CaseEnding.DeemedWithdrawn => "deemed-withdrawn",
        CaseEnding.AcceptanceRevoked => "acceptance-revoked",
        _ => "terminated",
    };

    internal static string Channel(string channel) => channel switch
    {
        "web" => "网上申报",
        "app" => "手机申报",
        "kiosk" => "自助机申报",
        "window" => "窗口收件",
        _ => "接口申报",
    };

    /// <summary>The class of a state's tag.</summary>
    internal static string Tag(Case found) => (found.State, found.Ending) switch
    {
        (CaseState.AwaitingCorrection, _) => "bg-orange-lt",
        (_, CaseEnding.Granted) => "bg-green-lt",
        (_, CaseEnding.Refused or CaseEnding.Declined or CaseEnding.AcceptanceRevoked) => "bg-red-lt",
        (_, CaseEnding.Withdrawn or CaseEnding.DeemedWithdrawn or CaseEnding.Terminated) => "bg-secondary-lt",
        _ => "bg-blue-lt",
    };
}
