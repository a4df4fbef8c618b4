using DepartmentSystems.Decide;
using DepartmentSystems.Store;

namespace DepartmentSystems.Pages;

/// <summary>What the pages call things.</summary>
public static class Words
{
    public static string Of(CaseState state) => state switch
    {
        CaseState.Pending => "待受理",
        CaseState.Handling => "办理中",
        CaseState.Correcting => "补正中",
        _ => "已办结",
    };

    public static string Of(CaseRecord about) => about.Ending is { } ending ? Of(ending) : Of(about.State);

    public static string Of(CaseEnding ending) => ending switch
    {
        CaseEnding.Granted => "已准予",
        CaseEnding.Refused => "不予许可",
        CaseEnding.Declined => "不予受理",
        _ => "已撤回",
    };

    /// <summary>The style of a case's state.</summary>
    public static string Tone(CaseRecord about) => (about.State, about.Ending) switch
    {
        (_, CaseEnding.Granted) => "good",
        (_, CaseEnding.Refused or CaseEnding.Declined) => "bad",
        (_, CaseEnding.Withdrawn) => "still",
        (CaseState.Pending, _) => "due",
        (CaseState.Correcting, _) => "wait",
        _ => "busy",
    };

    public static string Of(ReplyState state) => state switch
    {
        ReplyState.Pending => "待发送",
        ReplyState.Sent => "已送达",
        ReplyState.Refused => "平台不接受",
        _ => "已停发",
    };

    public static string Of(InboundState state) => state switch
    {
        InboundState.Waiting => "等前一条",
        InboundState.Processed => "已处理",
        _ => "未接受",
    };

    public static string Channel(string channel) => channel switch
    {
        "web" => "网上",
        "app" => "手机",
        "kiosk" => "自助机",
        "window" => "窗口",
        "api" => "接口",
        _ => channel,
    };

    /// <summary>What was done, for the page that follows.</summary>
    public static string Done(string act) => act is "resend" ? "已重新排队发送。" : Act.All.Contains(act, StringComparer.Ordinal) ? $"已完成：{Act.Word(act)}。结果正在送往一网平台。" : "";

    /// <summary>What an act brings about, said before it is done.</summary>
    public static IReadOnlyList<string> Consequences(string act, SystemProfile profile, CaseRecord about, DateOnly today) => act switch
    {
        Act.Accept => [$"受理日期记为 {NingboTime.Text(today)}，办理时限从此计算。", "受理后不能再要求补正，也不能不予受理。", "申请人会从一网平台收到受理通知。"],
        Act.Correction => ["一次性告知只有一次：这次没有写到的，以后不能再要求。", "办件转为“补正中”，申请人补正后回到“待受理”。", "您写的每一项都会原样告知申请人。"],
        Act.Decline => ["办件就此办结，不能恢复；申请人可以重新申请。", "理由会原样告知申请人。"],
        Act.Step => ["一网平台的办理进度会显示这个环节已经完成。", "意见会留在办件的历史中，不能修改。"],
        Act.Grant => [$"文号按顺序编为“{DocumentNumbers.Series(profile, about.Department, granted: true, today)}……号”，证照编号自动生成。", "依次回送一网平台三条消息：决定、发证、办结。", "办件就此办结，决定不能在本系统撤回。"],
        _ => [$"文号按顺序编为“{DocumentNumbers.Series(profile, about.Department, granted: false, today)}……号”。", "理由会原样告知申请人，申请人可以依法申请行政复议或者提起行政诉讼。", "回送一网平台决定和办结；决定不能在本系统撤回。"],
    };
}
