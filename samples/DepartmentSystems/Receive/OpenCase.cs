using DepartmentSystems.Materials;
using DepartmentSystems.Store;

namespace DepartmentSystems.Receive;

/// <summary>Makes a case of a <c>case.dispatched</c>.</summary>
public static class OpenCase
{
    public static CaseRecord Run(DeskDb db, InboundMessage message, MessageData.Dispatched data, DateTimeOffset now)
    {
        var accepted = data.Acceptance.State is "accepted";
        var opened = new CaseRecord
        {
            Number = message.Case,
            Item = data.Item.Code,
            ItemName = data.Item.Name,
            Department = data.Department.Name,
            Region = data.Region,
            Channel = data.Channel,
            ServicePoint = data.ServicePoint?.Name,
            ApplicantKind = data.Applicant.Kind,
            ApplicantName = data.Applicant.Name,
            ApplicantNumber = data.Applicant.IdNumber,
            ApplicantPhone = data.Applicant.Phone,
            SubmittedAt = data.SubmittedAt,
            ArrivedAt = now,
            AnswerBy = data.Acceptance.AnswerBy,
            Limits = LimitsText(data.Limits),
            Form = data.Form.ToJsonString(),
            State = accepted ? CaseState.Handling : CaseState.Pending,
            AcceptedOn = data.Acceptance.AcceptedOn,
            TurnSince = now,
        };
        db.Add(opened);
        KeepMaterials.Add(db, opened.Number, data.Materials, now);
        opened.Note(db, now, ApplyMessage.PlatformName, accepted ? "派件到本部门，窗口已代为受理" : "派件到本部门，待受理", data.ServicePoint is { } point ? $"收件：{point.Name}" : null);
        return opened;
    }

    private static string? LimitsText(LimitsPart? limits)
    {
        var parts = new List<string>();
        if (limits?.LegalDays is { } legal) parts.Add($"法定 {legal} 个{(limits.LegalDayKind is "calendar" ? "自然日" : "工作日")}");
        if (limits?.PromisedDays is { } promised) parts.Add($"承诺 {promised} 个工作日");
        return parts.Count == 0 ? null : string.Join("，", parts);
    }
}
