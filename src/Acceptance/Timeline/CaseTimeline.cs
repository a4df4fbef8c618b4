using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Delivery;
using Yiwang.Acceptance.Reform;
using Yiwang.Acceptance.Transfers;
using Yiwang.Exchange;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Pages;

namespace Yiwang.Acceptance.Timeline;

/// <summary>A line of a case's timeline.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Kind">A stable word for what happened.</param>
/// <param name="Title">What happened.</param>
/// <param name="Organ">Who did it.</param>
/// <param name="Detail">More about it; empty when there is nothing more.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Title, string Organ, string Detail);

/// <summary>The timeline of a case, read from its stream of the journal: what the applicant sees is what was recorded.</summary>
internal sealed class CaseTimeline(YiwangDb db)
{
    internal async Task<IReadOnlyList<TimelineEntry>> Read(Case about, CancellationToken stop)
    {
        var stream = about.Stream();
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Version).ToListAsync(stop);
        return [.. entries.Select(e => Line(about, e)).OfType<TimelineEntry>()];
    }

    /// <summary>Who acts for the applicant: a window official may write down what somebody at the counter wants.</summary>
    private static string Applicant(Case about, JournalEntry entry) =>
        entry.Actor.StartsWith(Actor.OfficialKind, StringComparison.Ordinal) ? $"申请人（{about.ServicePointName ?? "窗口"}代办）" : "申请人";

    /// <summary>A fact in the words of the timeline; null for one that it does not show.</summary>
    internal static TimelineEntry? Line(Case about, JournalEntry entry)
    {
        var department = about.DepartmentName;
        return entry.Kind switch
        {
            "acceptance.case-submitted" => New("submitted", CaseWords.Channel(about.Channel), about.ServicePointName ?? "统一受理平台", $"已转送{department}，{Show.Date(Journal.Read<CaseSubmitted>(entry).AnswerBy)}前答复是否受理"),
            "acceptance.case-accepted" when Journal.Read<CaseAccepted>(entry) is var f => New("accepted", f.By == "silence" ? "视为受理" : f.Owed is null ? "已受理" : "容缺受理", f.By == "window" ? about.ServicePointName ?? "综合窗口" : department,
                $"{(f.By == "silence" ? "五个工作日内未答复，依法自收到材料之日起受理。" : "")}受理日期 {Show.Date(f.AcceptedOn)}，承诺 {Show.Date(f.PromisedDue)} 前办结{(f.Owed is { } owed ? $"。{string.Join("、", owed)}请在 {Show.Date(f.OwedBy!.Value)} 前补交" : "")}"),
            "acceptance.procedure-started" when Journal.Read<ProcedureStarted>(entry) is var f => New("procedure", $"开始{ProcedureKinds.Name(f.Kind)}", department, $"{f.Reason}。约 {f.PlannedDays} 个工作日，不计入办理期限（行政许可法第四十五条）"),
            "acceptance.procedure-ended" when Journal.Read<ProcedureEnded>(entry) is var f => New("procedure-ended", $"{ProcedureKinds.Name(f.Kind)}结束", department, $"办理期限顺延至 {Show.Date(f.PromisedDue)}"),
            "acceptance.limit-extended" when Journal.Read<LimitExtended>(entry) is var f => New("extended", "延长办理期限", department, $"经{f.Approver}批准延长 {f.Days} 个工作日，{Show.Date(f.PromisedDue)} 前办结。理由：{f.Reason}"),
            "acceptance.material-supplied" when Journal.Read<MaterialSupplied>(entry) is var f => New("supplied", "已补交材料", Applicant(about, entry), $"{string.Join("、", f.Supplied)}{(f.StillOwed.Count > 0 ? $"；还欠{string.Join("、", f.StillOwed)}" : $"，{Show.Date(f.PromisedDue)} 前办结")}"),
            "acceptance.opinion-asked" when Journal.Read<OpinionAsked>(entry) is var f => New("opinion-asked", f.Round > 1 ? $"再次征求{f.DepartmentName}意见" : $"征求{f.DepartmentName}意见", department, $"{Show.Date(f.Due)}前答复{(f.Note.Length > 0 ? $"。协调内容：{f.Note}" : "")}"),
            "acceptance.opinion-answered" when Journal.Read<OpinionAnswered>(entry) is var f => New("opinion", $"{f.DepartmentName}：{OpinionAnswers.Name(f.Answer)}", f.Answer == "silence" ? "统一受理平台" : f.DepartmentName, f.Reason),
            "acceptance.opinion-overdue" when Journal.Read<OpinionOverdue>(entry) is var f => New("opinion-overdue", $"{f.DepartmentName}逾期未答复意见", "统一受理平台", $"期限 {Show.Date(f.Due)} 已过，已告知牵头部门督促"),
            "acceptance.applicant-reminded" when Journal.Read<ApplicantReminded>(entry) is var f => New("reminded", "提醒申请人", "统一受理平台", $"请在 {Show.Date(f.By)} 前{f.What}"),
            "acceptance.rating-answered" => New("rating-answered", "评价已回复", about.ServicePointName ?? department, ""),
            "acceptance.commitment-signed" when Journal.Read<CommitmentSigned>(entry) is var f => New("committed", "作出承诺", Applicant(about, entry), $"以承诺代替{f.Name}"),
            "acceptance.commitments-to-check" when Journal.Read<CommitmentsToCheck>(entry) is var f => New("commitments-to-check", "承诺待核查", department, $"{Show.Date(f.CheckBy)} 前核查：{string.Join("、", f.Names)}"),
            "acceptance.commitment-check-overdue" when Journal.Read<CommitmentCheckOverdue>(entry) is var f => New("commitment-overdue", "承诺逾期未核查", "统一受理平台", $"{f.Name}应在 {Show.Date(f.CheckBy)} 前核查"),
            "acceptance.commitment-checked" when Journal.Read<CommitmentChecked>(entry) is var f => New("commitment-checked", f.Result switch { "kept" => "承诺核查属实", "ordered" => "责令限期整改", "broken" => "承诺不实，记入信用记录", _ => "信用已修复" }, department,
                $"{f.Name}{(f.Reason.Length > 0 ? $"：{f.Reason}" : "")}{(f.CorrectBy is { } by ? $"。请在 {Show.Date(by)} 前整改" : "")}"),
            "acceptance.delivery-chosen" when Journal.Read<DeliveryChosen>(entry) is var f => New("delivery-chosen", "选择送达方式", Applicant(about, entry), f.Point is null ? "快递送达" : $"到{f.PointName}领取"),
            "acceptance.papers-moved" when Journal.Read<PapersMoved>(entry) is var f => New("papers", $"{(f.Kind == "papers" ? "纸质材料" : "办理结果")}{f.Step switch { "sent" => $"已送往{f.To}", "received" => $"已送到{f.To}", _ => "在途中缺失" }}", f.Step == "sent" ? f.From : f.To, f.Slip),
            "acceptance.case-moved" when Journal.Read<CaseMoved>(entry) is var f => New("moved", "办理部门变更", "统一受理平台", $"因机构调整，由{f.DepartmentName}继续办理"),
            "acceptance.case-urged" => New("urged", "催办", "申请人", Journal.Read<CaseUrged>(entry).Words),
            "acceptance.acceptance-revoked" => New("revoked", "撤销受理", department, Journal.Read<AcceptanceRevoked>(entry).Reason),
            "acceptance.case-deemed-withdrawn" => New("deemed-withdrawn", "视为撤回", "统一受理平台", $"补正期限 {Show.Date(Journal.Read<CaseDeemedWithdrawn>(entry).CorrectBy)} 已过，没有补正"),
            "acceptance.case-terminated" => New("terminated", "终止办理", department, Journal.Read<CaseTerminated>(entry).Reason),
            "acceptance.limits-recounted" when Journal.Read<LimitsRecounted>(entry) is var f => New("limits", "期限重新计算", "统一受理平台",
                $"放假安排已公布，{(f.PromisedDue is { } promised ? $"{Show.Date(promised)} 前办结" : $"{Show.Date(f.AnswerBy)} 前答复是否受理")}"),
            "acceptance.correction-requested" when Journal.Read<CorrectionRequested>(entry) is var f => New("correction-requested", "一次性告知补正", f.By == "window" ? about.ServicePointName ?? "综合窗口" : department, string.Join("；", f.Problems.Select(p => p.Why.Length > 0 ? $"{p.What}（{p.Why}）" : p.What)) + (f.CorrectBy is { } last ? $"。请在 {Show.Date(last)} 前补正" : "")),
            "acceptance.case-corrected" => New("corrected", "已补正", Applicant(about, entry), $"{Show.Date(Journal.Read<CaseCorrected>(entry).AnswerBy)}前答复是否受理"),
            "acceptance.case-declined" => New("declined", "不予受理", department, Journal.Read<CaseDeclined>(entry).Reason),
            "acceptance.case-withdrawn" => New("withdrawn", "已撤回", Applicant(about, entry), Journal.Read<CaseWithdrawn>(entry).Reason),
            "acceptance.step-completed" when Journal.Read<StepCompleted>(entry) is var f => New("step", f.Step, f.Organ, f.Opinion),
            "acceptance.decision-made" when Journal.Read<DecisionMade>(entry) is var f => New("decided", f.Result == "granted" ? f.Excluded is null ? "决定：准予" : "决定：部分准予" : $"决定：{about.Item.RefusalWord}", department, string.Join("　", new[] { f.DocumentNumber, f.Reason, f.Excluded is null ? "" : $"不予批准：{string.Join("；", f.Excluded.Select(e => $"{e.What}（{e.Why}）"))}" }.Where(t => t.Length > 0))),
            "acceptance.licence-issued" when Journal.Read<LicenceIssued>(entry) is var f => New("licence", $"已制发{f.Name}", department, f.Number),
            "acceptance.case-closed" when Journal.Read<CaseClosed>(entry).Ending is "granted" or "refused" => New("closed", "办结", department, ""),
            "acceptance.case-handed-over" when Journal.Read<CaseHandedOver>(entry) is var f => New("handed-over", f.Way == "counter" ? "窗口取件" : "已寄出", about.ServicePointName ?? "出件窗口", ""),
            _ => null,
        };

        TimelineEntry New(string kind, string title, string organ, string detail) => new(entry.At, kind, title, organ, detail);
    }
}
