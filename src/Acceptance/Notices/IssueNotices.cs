using System.Text.Json;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Notices;

/// <summary>
/// Issues the notice of each act, with the department's next number of its kind: once, and without gaps, in the transaction of the checkpoint. The act
/// itself waits for no number.
/// </summary>
internal sealed class IssueNotices(YiwangDb db, CaseActs acts, CommitmentActs commitments, NoticeAddress address) : IJournalReader
{
    public static string Name => "acceptance.issue-notices";

    public static IReadOnlyCollection<string> Kinds { get; } =
    [
        FactAttribute.KindOf<CaseAccepted>(), FactAttribute.KindOf<CorrectionRequested>(), FactAttribute.KindOf<CaseDeclined>(), FactAttribute.KindOf<ProcedureStarted>(),
        FactAttribute.KindOf<LimitExtended>(), FactAttribute.KindOf<AcceptanceRevoked>(), FactAttribute.KindOf<CaseDeemedWithdrawn>(), FactAttribute.KindOf<CaseTerminated>(),
        FactAttribute.KindOf<CaseHandedOver>(), FactAttribute.KindOf<CommitmentSigned>(), FactAttribute.KindOf<CommitmentChecked>(),
    ];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        foreach (var (entry, found) in await db.CasesOf(entries, stop))
        {
            // That all is well with a commitment is told, but not by a paper.
            if (entry.Kind == FactAttribute.KindOf<CommitmentChecked>() && Journal.Read<CommitmentChecked>(entry).Result is "kept" or "repaired") continue;
            IReadOnlyList<CommitmentNotice> signed = entry.Kind == FactAttribute.KindOf<CommitmentSigned>() ? await commitments.Of(found, stop) : [];
            await Issue(found, entry, NoticeWords.Of(entry, found, await acts.Item(found, stop), signed), stop);
        }
    }

    private async Task Issue(Case found, JournalEntry entry, (string Kind, NoticeValues Values) said, CancellationToken stop)
    {
        var template = NoticeTemplates.Of(said.Kind);
        var day = WorkCalendar.DayInNingbo(entry.At);
        var series = await db.Set<NoticeSeries>().FindAsync([found.Department, day.Year, said.Kind], stop);
        if (series is null) db.Add(series = new NoticeSeries { Department = found.Department, Year = day.Year, Kind = said.Kind });
        var number = $"{found.DepartmentName}{template.Series}〔{day.Year}〕{series.Next()}号";
        // What the addressee signs himself is addressed to nobody.
        var addressee = said.Kind is NoticeWords.Delivered or CommitmentWords.Paper ? "" : found.ApplicantName;
        db.Add(new Notice
        {
            Id = Guid.CreateVersion7(entry.At),
            Case = found.Number,
            Kind = said.Kind,
            Title = template.Title,
            Number = number,
            IssuedAt = entry.At,
            Text = JsonSerializer.Serialize(new OfficialDocument(
                template.Title, number, addressee, NoticeTemplates.Fill(template, said.Values), found.DepartmentName, day, address.Of(found.Number), NoticeAddress.Words), Journal.Json),
        });
    }
}
