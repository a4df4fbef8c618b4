using Yiwang.Exchange;
using Yiwang.Kernel.Pages;

namespace Yiwang.Acceptance.Cases;

/// <summary>How a case stands, in one sentence: who has it, and by when.</summary>
internal static class CaseSentence
{
    /// <summary>For the applicant.</summary>
    internal static string Own(Case found) => found.State switch
    {
        CaseState.AwaitingCorrection => "请按下面的要求补正，补正后继续办理",
        CaseState.Closed => found.Ending switch
        {
            CaseEnding.Granted => $"已办结{(found.LicenceName is { } name ? $"，{name}已制发" : "")}",
            CaseEnding.Refused => $"理由：{found.Reason}",
            CaseEnding.Withdrawn => "您已撤回这份申请",
            CaseEnding.DeemedWithdrawn or CaseEnding.AcceptanceRevoked => $"{found.Reason}。需要办理的，可以重新申请",
            _ => $"理由：{found.Reason}",
        },
        _ => Public(found),
    };

    /// <summary>For whoever knows the number: without reasons, which may name people.</summary>
    internal static string Public(Case found) => found.State switch
    {
        CaseState.Received => $"{found.DepartmentName}将在 {Show.DateWithWeekday(found.AnswerBy)}{(found.AnswerByProvisional ? "（暂定）" : "")}前答复是否受理",
        CaseState.AwaitingCorrection => found.CorrectBy is { } last ? $"已告知申请人补正，限 {Show.DateWithWeekday(last)}前" : "已告知申请人补正",
        CaseState.Accepted when found.Running is { } running => $"{found.DepartmentName}正在进行{ProcedureKinds.Name(running.Kind)}（约 {running.PlannedDays} 个工作日），这段时间不计入办理期限",
        CaseState.Accepted => $"{found.DepartmentName}正在办理，最晚 {Show.DateWithWeekday(found.PromisedDue!.Value)}办结",
        CaseState.Decided => "已作出决定，正在制作结果文书",
        _ => found.Ending is CaseEnding.Granted ? "已办结，结果可以领取" : "已办结",
    };
}
