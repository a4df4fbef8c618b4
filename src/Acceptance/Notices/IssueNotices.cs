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

    public static TimeSpan Gather => TimeSpan.FromMilliseconds(250);

    public static IReadOnlyCollection<string> Kinds { get; } =
    [
        FactAttribute.KindOf<CaseAccepted>(), FactAttribute.KindOf<CorrectionRequested>(), FactAttribute.KindOf<CaseDeclined>(), FactAttribute.KindOf<ProcedureStarted>(),
        FactAttribute.KindOf<LimitExtended>(), FactAttribute.KindOf<AcceptanceRevoked>(), FactAttribute.KindOf<CaseDeemedWithdrawn>(), FactAttribute.KindOf<CaseTerminated>(),
        FactAttribute.KindOf<CaseHandedOver>(), FactAttribute.KindOf<CommitmentSigned>(), FactAttribute.KindOf<CommitmentChecked>(), FactAttribute.KindOf<DecisionMade>(),
    ];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        foreach (var (entry, found) in await db.CasesOf(entries, stop))
        {
            IReadOnlyList<CommitmentNotice> signed = entry.Kind == FactAttribute.KindOf<CommitmentSigned>() ? await commitments.Of(found, stop) : [];
            if (NoticeWords.Of(entry, found, await acts.Item(found, stop), signed) is { } said) await Issue(found, entry, said, stop);
        }
    }

    private async Task Issue(Case found, JournalEntry entry, (string Kind, NoticeValues Values) said, CancellationToken stop)
    {
        var template = NoticeTemplates.Of(said.Kind);
        var day = WorkCalendar.DayInNingbo(entry.At);
        var number = said.Values["documentNumber"];
        if (number.Length == 0) number = await Number(found, said.Kind, template, day.Year, stop);
        var title = NoticeTemplates.Fill(template.Title, said.Values);
        // What the addressee signs himself is addressed to nobody.
        var addressee = said.Kind is NoticeWords.Delivered or CommitmentWords.Paper ? "" : found.ApplicantName;
        db.Add(new Notice
        {
            Id = Guid.CreateVersion7(entry.At),
            Case = found.Number,
            Kind = said.Kind,
            Title = title,
            Number = number,
            IssuedAt = entry.At,
            Text = JsonSerializer.Serialize(new OfficialDocument(
                title, number, addressee, NoticeTemplates.Fill(template, said.Values), found.DepartmentName, day, address.Of(found.Number), NoticeAddress.Words), Journal.Json),
        });
    }

    private async Task<string> Number(Case found, string kind, NoticeTemplate template, int year, CancellationToken stop)
    {
        var series = await db.Set<NoticeSeries>().FindAsync([found.Department, year, kind], stop);
        if (series is null) db.Add(series = new NoticeSeries { Department = found.Department, Year = year, Kind = kind });
        return $"{found.DepartmentName}{template.Series}〔{year}〕{series.Next()}号";
    }
}
