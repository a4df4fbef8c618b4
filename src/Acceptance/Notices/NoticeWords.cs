using System.Globalization;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Catalogue;
using Yiwang.Exchange;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Notices;

/// <summary>What a notice has to say of the act that it tells of.</summary>
internal static class NoticeWords
{
    internal const string Delivered = "delivered";

    /// <summary>The kind of notice of a fact, and the values of its template; null for what is told without a paper.</summary>
    internal static (string Kind, NoticeValues Values)? Of(JournalEntry entry, Case found, ServiceItem item, IReadOnlyList<CommitmentNotice> commitments)
    {
        var values = new NoticeValues
        {
            ["applicant"] = found.ApplicantName, ["item"] = found.ItemName, ["number"] = found.Number.Value, ["received"] = Day(found.ReceivedOn),
            ["law"] = item.Category == "行政许可" ? "依照《中华人民共和国行政许可法》第三十二条第一款第五项的规定，" : "",
        };
        var kind = entry.Kind switch
        {
            "acceptance.case-accepted" => Accepted(Journal.Read<CaseAccepted>(entry), values),
            "acceptance.correction-requested" => Correction(Journal.Read<CorrectionRequested>(entry), values),
            "acceptance.case-declined" => Reasoned("declined", Journal.Read<CaseDeclined>(entry).Reason, values),
            "acceptance.procedure-started" => Procedure(Journal.Read<ProcedureStarted>(entry), values),
            "acceptance.limit-extended" => Extended(Journal.Read<LimitExtended>(entry), values),
            "acceptance.acceptance-revoked" => Reasoned("revoked", Journal.Read<AcceptanceRevoked>(entry).Reason, values),
            "acceptance.case-deemed-withdrawn" => Lapsed(Journal.Read<CaseDeemedWithdrawn>(entry), values),
            "acceptance.case-terminated" => Reasoned("terminated", Journal.Read<CaseTerminated>(entry).Reason, values),
            "acceptance.decision-made" => Decided(Journal.Read<DecisionMade>(entry), found, values),
            "acceptance.commitment-signed" => Committed(Journal.Read<CommitmentSigned>(entry), commitments, item, values),
            "acceptance.commitment-checked" => Checked(Journal.Read<CommitmentChecked>(entry), values),
            _ => HandedOver(entry, found, values),
        };
        return kind is null ? null : (kind, values);
    }

    private static string? Decided(DecisionMade fact, Case found, NoticeValues values)
    {
        // A department with a system of its own writes its decisions itself.
        if (found.System != ExchangeNames.HandlingSystem) return null;
        (values["reason"], values["refusal"], values["documentNumber"]) = (fact.Reason.Length > 0 ? Sentence(fact.Reason) : "", found.Item.RefusalWord, fact.DocumentNumber);
        (values["partly"], values["fits"], values["grant"]) = fact.Excluded is null ? ("", "符合法定条件", "准予") : ("是", "部分符合法定条件", "准予符合条件的部分");
        values.Add("excluded", [.. (fact.Excluded ?? []).Select(e => $"{e.What}：{e.Why}")]);
        return fact.Result;
    }

    private static string Committed(CommitmentSigned fact, IReadOnlyList<CommitmentNotice> commitments, ServiceItem item, NoticeValues values)
    {
        var (signed, material) = (commitments.First(c => c.Code == fact.Code), item.Materials.FirstOrDefault(m => m.Code == fact.Code));
        CommitmentWords.Fill(values, fact.Name, material?.Basis ?? "", material?.Notes ?? "", signed.SignedBy, signed.SignedAt);
        values["numbered"] = $"（办件编号：{values["number"]}）";
        return CommitmentWords.Paper;
    }

    private static string? Checked(CommitmentChecked fact, NoticeValues values)
    {
        if (fact.Result is "kept" or "repaired") return null;
        (values["material"], values["reason"], values["correctBy"]) = (fact.Name, Sentence(fact.Reason), fact.CorrectBy is { } by ? Day(by) : "");
        return fact.Result == "ordered" ? "rectify" : "broken";
    }

    private static string Accepted(CaseAccepted fact, NoticeValues values)
    {
        values["silence"] = fact.By == "silence" ? "是" : "";
        (values["acceptedOn"], values["promisedDue"], values["legal"]) = (Day(fact.AcceptedOn), Day(fact.PromisedDue), Legal(fact.LegalDue));
        values["owedBy"] = fact.OwedBy is { } by ? Day(by) : "";
        values.Add("owed", fact.Owed ?? []);
        return "accepted";
    }

    private static string Correction(CorrectionRequested fact, NoticeValues values)
    {
        values["correctBy"] = fact.CorrectBy is { } by ? Day(by) : "";
        values.Add("problems", [.. fact.Problems.Select(p => p.Why.Length > 0 ? $"{p.What}：{p.Why}" : p.What)]);
        return "correction";
    }

    private static string Procedure(ProcedureStarted fact, NoticeValues values)
    {
        (values["procedure"], values["reason"], values["startedOn"]) = (ProcedureKinds.Name(fact.Kind), Sentence(fact.Reason), Day(fact.StartedOn));
        values["days"] = fact.PlannedDays.ToString(CultureInfo.InvariantCulture);
        return "procedure";
    }

    private static string Extended(LimitExtended fact, NoticeValues values)
    {
        (values["reason"], values["approver"], values["promisedDue"], values["legal"]) = (Sentence(fact.Reason), fact.Approver, Day(fact.PromisedDue), Legal(fact.LegalDue));
        values["days"] = fact.Days.ToString(CultureInfo.InvariantCulture);
        return "extended";
    }

    private static string Lapsed(CaseDeemedWithdrawn fact, NoticeValues values)
    {
        values["correctBy"] = Day(fact.CorrectBy);
        return "lapsed";
    }

    private static string HandedOver(JournalEntry entry, Case found, NoticeValues values)
    {
        values["way"] = Journal.Read<CaseHandedOver>(entry).Way == "counter" ? "窗口直接送达" : $"邮寄送达（单号 {found.HandedOverTo}）";
        values["place"] = found.ServicePointName ?? found.DepartmentName;
        values["deliveredOn"] = Day(Kernel.Calendar.WorkCalendar.DayInNingbo(entry.At));
        values["papers"] = string.Join('、', new[] { found.DocumentNumber is { Length: > 0 } document ? $"决定书（{document}）" : null, found.LicenceName is { } licence ? $"{licence}（{found.LicenceNumber}）" : null }.OfType<string>());
        return Delivered;
    }

    private static string Reasoned(string kind, string reason, NoticeValues values)
    {
        values["reason"] = kind == "revoked" ? reason.TrimEnd('。') : Sentence(reason);
        return kind;
    }

    private static string Legal(DateOnly? due) => due is { } day ? $"，法定期限至{Day(day)}" : "";

    private static string Sentence(string text) => text.EndsWith('。') ? text : $"{text}。";

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
