using DepartmentSystems.Materials;
using DepartmentSystems.Store;

namespace DepartmentSystems.Receive;

/// <summary>Lets a message of the platform take effect on the case.</summary>
public static class ApplyMessage
{
    /// <summary>Who acts when the platform does.</summary>
    public const string PlatformName = "一网平台";

    /// <summary>Applies the message, or marks it as refused; either way its number is used up. Gives the case.</summary>
    public static async Task<CaseRecord> Run(DeskDb db, CaseRecord? about, InboundMessage message, Envelope envelope, DateTimeOffset now, CancellationToken stop)
    {
        var data = MessageData.Read(message.Type, envelope.Data, out _)!;
        Refusal? refusal = null;
        if (about is null) about = OpenCase.Run(db, message, (MessageData.Dispatched)data, now);
        else refusal = await Apply(db, about, data, now, stop);

        about.ReceivedUpTo = message.Sequence;
        message.State = refusal is null ? InboundState.Processed : InboundState.Refused;
        (message.Code, message.Reason) = (refusal?.Code, refusal?.Reason);
        return about;
    }

    private static async Task<Refusal?> Apply(DeskDb db, CaseRecord about, MessageData data, DateTimeOffset now, CancellationToken stop)
    {
        switch (data)
        {
            case MessageData.Corrected corrected when about.State is CaseState.Correcting:
                about.Form = corrected.Form.ToJsonString();
                about.State = CaseState.Pending;
                about.TurnSince = now;
                await KeepMaterials.Run(db, about.Number, corrected.Materials, now, stop);
                about.Note(db, now, PlatformName, "申请人已补正，重新待受理");
                return null;
            case MessageData.MaterialSupplied supplied:
                about.Form = supplied.Form.ToJsonString();
                about.DueOn = supplied.PromisedDue ?? supplied.LegalDue ?? about.DueOn;
                await KeepMaterials.Run(db, about.Number, supplied.Materials, now, stop);
                about.Note(db, now, PlatformName, "申请人已补交材料", supplied.Owed is { Count: > 0 } left ? $"还欠{string.Join("、", left.Select(m => m.Name))}" : "已补齐");
                return null;
            case MessageData.LimitsChanged limits:
                about.DueOn = limits.PromisedDue ?? limits.LegalDue ?? about.DueOn;
                about.Note(db, now, PlatformName, "期限变动", limits.Owed is { Count: > 0 } owed ? $"容缺受理，还欠{string.Join("、", owed.Select(m => m.Name))}" : $"{about.DueOn:yyyy-MM-dd} 前办结");
                return null;
            case MessageData.Urged:
                about.Note(db, now, PlatformName, "申请人催办");
                return null;
            case MessageData.Accepted accepted:
                // The platform's word stands; where our own acceptance was quicker it only adds the days.
                if (about.State is CaseState.Pending or CaseState.Correcting)
                {
                    about.State = CaseState.Handling;
                    about.TurnSince = now;
                }
                about.AcceptedOn ??= accepted.AcceptedOn;
                about.DueOn = accepted.PromisedDue ?? accepted.LegalDue;
                about.Note(db, now, By(accepted.By), accepted.By is "silence" ? "逾期未答复，视为受理" : "已受理");
                return null;
            case MessageData.CorrectionRequired asked:
                if (about.State is CaseState.Pending) about.State = CaseState.Correcting;
                about.CorrectionAsked = true;
                about.Note(db, now, By(asked.By), "一次性告知补正", string.Join("；", asked.Problems.Select(p => $"{p.What}：{p.Why}")));
                return null;
            case MessageData.Declined declined:
                about.End(CaseEnding.Declined, declined.Reason);
                about.Note(db, now, By("window"), "不予受理", declined.Reason);
                return null;
            case MessageData.Withdrawn withdrawn:
                about.End(CaseEnding.Withdrawn, withdrawn.Reason);
                about.Note(db, now, PlatformName, withdrawn.Ending switch { "deemed-withdrawn" => "视为撤回", "acceptance-revoked" => "撤销受理", _ => "申请人已撤回" }, withdrawn.Reason);
                return null;
            default:
                return about.State is CaseState.Closed
                    ? new(StatusCodes.Status409Conflict, "case-closed", "本件已经办结。")
                    : new(StatusCodes.Status409Conflict, "wrong-state", "本件现在不能接收这种消息。");
        }
    }

    private static string By(string? by) => by switch { "window" => "综合窗口（代受理）", _ => PlatformName };
}
