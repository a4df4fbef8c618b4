using Microsoft.EntityFrameworkCore;
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
        var materials = first.ReadMaterials().Select((m, index) => new DocumentLine(LineStyle.Entry, $"{index + 1}．{m.Name}（电子文件，{Show.Size(m.Size)}）")).ToList();
        return new("收件凭证", "", "",
        [
            new(LineStyle.Plain, $"办件编号：{found.Number.Value}"),
            new(LineStyle.Plain, $"申请事项：{found.ItemName}"),
            new(LineStyle.Plain, $"申 请 人：{found.ApplicantName}（{Show.Masked(found.ApplicantNumber)}）"),
            new(LineStyle.Plain, $"收件时间：{Show.Time(found.SubmittedAt)}"),
            new(LineStyle.Plain, $"收件方式：{CaseWords.Channel(found.Channel)}"),
            new(LineStyle.Plain, $"决定部门：{found.DepartmentName}"),
            new(LineStyle.Plain, $"最晚答复：{Show.DateWithWeekday(found.AnswerBy)}{(found.AnswerByProvisional ? "（暂定）" : "")}前答复是否受理"),
            new(LineStyle.Plain, materials.Count > 0 ? $"收到下列材料 {materials.Count} 份：" : "没有收到材料。"),
            .. materials,
            new(LineStyle.Paragraph, "逾期没有答复的，自收到申请材料之日起即为受理（《中华人民共和国行政许可法》第三十二条）。请保管好办件编号，凭编号和证件号后四位查询进度。"),
        ], found.ServicePointName ?? found.DepartmentName, WorkCalendar.DayInNingbo(found.SubmittedAt), address.Of(found.Number), NoticeAddress.Words);
    }
}
