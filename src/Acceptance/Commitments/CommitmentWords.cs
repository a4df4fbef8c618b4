using System.Globalization;
using Yiwang.Acceptance.Notices;
using Yiwang.Kernel.Pages;

namespace Yiwang.Acceptance.Commitments;

/// <summary>What is said about commitments.</summary>
internal static class CommitmentWords
{
    /// <summary>The template of the paper: what the applicant is told, and what he promises.</summary>
    internal const string Paper = "commitment";

    internal static string State(CommitmentNotice found) => found.State switch
    {
        CommitmentState.Signed => "还没有据此作出决定",
        CommitmentState.ToCheck => $"待核查，{Show.Date(found.CheckBy!.Value)}{(found.CheckByProvisional ? "（暂定）" : "")}前核查",
        CommitmentState.Kept => "核查属实",
        CommitmentState.Ordered => $"限 {Show.Date(found.CorrectBy!.Value)} 前整改",
        CommitmentState.Broken => "不实，已记入信用记录",
        _ => "曾经不实，信用已修复",
    };

    /// <summary>The state as the exchange contract names it.</summary>
    internal static string Code(CommitmentState state) => state switch
    {
        CommitmentState.Signed => "signed", CommitmentState.ToCheck => "to-check", CommitmentState.Kept => "kept", CommitmentState.Ordered => "ordered", CommitmentState.Broken => "broken", _ => "repaired",
    };

    /// <summary>The values of the paper's template. The number is empty while there is no case yet, the signer while nobody has signed.</summary>
    internal static void Fill(NoticeValues values, string material, string basis, string notes, string signedBy, DateTimeOffset? at)
    {
        (values["material"], values["basis"], values["notes"], values["signer"]) = (material, basis, notes.TrimEnd('。'), signedBy);
        values["signedOn"] = at is { } moment ? Kernel.Calendar.WorkCalendar.DayInNingbo(moment).ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : "";
        values["checkDays"] = CommitmentNotice.CheckDays.ToString(CultureInfo.InvariantCulture);
    }
}
