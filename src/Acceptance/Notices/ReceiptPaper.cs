using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Pages;

namespace Yiwang.Acceptance.Notices;

/// <summary>
/// 收件凭证 on paper: what was taken in, by whom, and by when it will be answered (行政许可法 32). The place that received it issues it in its own name
/// (浙江省保障“最多跑一次”改革规定 5); its number is the case's.
/// </summary>
internal sealed class ReceiptPaper(YiwangDb db, NoticeAddress address)
{
    internal async Task<OfficialDocument> Of(Case found, CancellationToken stop)
    {
        var first = await db.Set<Submission>().AsNoTracking().SingleAsync(s => s.Case == found.Number && s.Number == 1, stop);
        var materials = Received(first.ReadMaterials());
        return new("收件凭证", "", "",
        [
            new(LineStyle.Plain, $"办件编号：{found.Number.Value}"),
            new(LineStyle.Plain, $"申请事项：{found.ItemName}"),
            new(LineStyle.Plain, $"申 请 人：{found.ApplicantName}（{Show.Masked(found.ApplicantNumber)}）"),
            new(LineStyle.Plain, $"收件时间：{Show.Time(found.SubmittedAt)}"),
            new(LineStyle.Plain, $"收件方式：{CaseWords.Channel(found.Channel)}"),
            new(LineStyle.Plain, $"决定部门：{found.DepartmentName}"),
            new(LineStyle.Plain, $"最晚答复：{Show.DateWithWeekday(found.AnswerBy)}{(found.AnswerByProvisional ? "（暂定）" : "")}前答复是否受理"),
            .. materials,
            new(LineStyle.Paragraph, "逾期没有答复的，自收到申请材料之日起即为受理（《中华人民共和国行政许可法》第三十二条）。请保管好办件编号，凭编号和证件号后四位查询进度。"),
        ], found.ServicePointName ?? found.DepartmentName, WorkCalendar.DayInNingbo(found.SubmittedAt), address.Of(found.Number), NoticeAddress.Words);
    }

    /// <summary>The receipt of a bundle (一件事): one for all of its items.</summary>
    internal OfficialDocument Of(BundleCase found, IReadOnlyList<BundleCaseStep> steps) => new("收件凭证", "", "",
    [
        new(LineStyle.Plain, $"一件事编号：{found.Number.Value}"),
        new(LineStyle.Plain, $"办理内容：{found.Name}"),
        new(LineStyle.Plain, $"申 请 人：{found.ApplicantName}（{Show.Masked(found.ApplicantNumber)}）"),
        new(LineStyle.Plain, $"收件时间：{Show.Time(found.SubmittedAt)}"),
        new(LineStyle.Plain, $"收件方式：{CaseWords.Channel(found.Channel)}"),
        new(LineStyle.Plain, $"联办下列事项 {steps.Count} 项："),
        .. steps.Select((s, index) => new DocumentLine(LineStyle.Entry, $"{index + 1}．{s.Title}（{s.DepartmentName}）")),
        .. Received(found.ReadMaterials()),
        new(LineStyle.Paragraph, "各项由主管部门分别在五个工作日内答复是否受理，逾期没有答复的，自收到申请材料之日起即为受理（《中华人民共和国行政许可法》第三十二条）；等待前项结果的事项，自转送之日起算。凭编号和证件号后四位查询进度。"),
    ], found.ServicePointName ?? "统一受理平台", WorkCalendar.DayInNingbo(found.SubmittedAt), address.Of(found.Number), NoticeAddress.Words);

    private static List<DocumentLine> Received(IReadOnlyList<SubmittedMaterial> materials) =>
    [
        new(LineStyle.Plain, materials.Count > 0 ? $"收到下列材料 {materials.Count} 份：" : "没有收到材料。"),
        .. materials.Select((m, index) => new DocumentLine(LineStyle.Entry, $"{index + 1}．{m.Name}（电子文件，{Show.Size(m.Size)}）")),
    ];
}
