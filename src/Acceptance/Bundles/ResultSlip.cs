using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Notices;
using Yiwang.Acceptance.Submit;
using Yiwang.Documents;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Pages;

namespace Yiwang.Acceptance.Bundles;

/// <summary>
/// 办理结果核验单: what a department decided, on paper for the next department, instead of asking the applicant for the
/// document that has just been issued (凡本平台已核发的证照，不再要求申请人提交).
/// </summary>
internal sealed class ResultSlip(IOfficialPaper paper, IMaterials materials, NoticeAddress address, TimeProvider clock)
{
    private const string Title = "办理结果核验单";

    /// <summary>The slip as the material that another step asks for. Raises where the machine cannot print: the step begins once it can.</summary>
    internal async Task<SubmittedMaterial> Of(MaterialNeed need, Case granted, CancellationToken stop)
    {
        var day = WorkCalendar.TodayInNingbo(clock);
        List<DocumentLine> lines =
        [
            new(LineStyle.Plain, $"办件编号：{granted.Number.Value}"),
            new(LineStyle.Plain, $"事　　项：{granted.ItemName}"),
            new(LineStyle.Plain, $"申 请 人：{granted.ApplicantName}（{Show.Masked(granted.ApplicantNumber)}）"),
            new(LineStyle.Plain, $"决定部门：{granted.DepartmentName}"),
            new(LineStyle.Plain, $"决定日期：{Show.Date(granted.DecidedOn!.Value)}"),
            new(LineStyle.Plain, $"决定文号：{granted.DocumentNumber}"),
            .. granted.LicenceNumber is { Length: > 0 } licence ? [new DocumentLine(LineStyle.Plain, $"{granted.LicenceName}：{licence}{(granted.LicenceValidTo is { } until ? $"，有效期至 {Show.Date(until)}" : "")}")] : Array.Empty<DocumentLine>(),
            new(LineStyle.Paragraph, $"本单由统一受理平台按上述办件的结果生成，作为“{need.Name}”提供给后续办理的部门，申请人不再重复提交。部门可以凭办件编号核验。"),
        ];
        var printed = paper.Print(new(Title, "", "", lines, "统一受理平台", day, address.Of(granted.Number), NoticeAddress.Words));
        if (!printed.IsDone) throw new InvalidOperationException($"The result of {granted.Number.Value} cannot be printed: {printed.Refusal.Code}.");
        using var content = new MemoryStream(printed.Value);
        var kept = await materials.Keep(content, $"{Title} {granted.Number.Value}.pdf", "application/pdf", stop);
        return new(need.Code, need.Name, kept.Id, kept.FileName, kept.ContentType, kept.Size, kept.Sha256);
    }
}
