using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Notices;

/// <summary>
/// Issues the notice of each act, with the department's next number of its kind: once, and without gaps, in the transaction of the checkpoint. The act
/// itself waits for no number.
/// </summary>
internal sealed class IssueNotices(YiwangDb db, CaseActs acts, NoticeAddress address) : IJournalReader
{
    public static string Name => "acceptance.issue-notices";

    public static IReadOnlyCollection<string> Kinds { get; } =
    [
        FactAttribute.KindOf<CaseAccepted>(), FactAttribute.KindOf<CorrectionRequested>(), FactAttribute.KindOf<CaseDeclined>(), FactAttribute.KindOf<ProcedureStarted>(),
        FactAttribute.KindOf<LimitExtended>(), FactAttribute.KindOf<AcceptanceRevoked>(), FactAttribute.KindOf<CaseDeemedWithdrawn>(), FactAttribute.KindOf<CaseTerminated>(),
        FactAttribute.KindOf<CaseHandedOver>(),
    ];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        var numbers = entries.Select(NumberOf).Distinct().ToList();
        var cases = await db.Set<Case>().AsNoTracking().Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number, stop);
        foreach (var entry in entries)
        {
            var found = cases[NumberOf(entry)];
            await Issue(found, entry, NoticeWords.Of(entry, found, await acts.Item(found, stop)), stop);
        }
    }

    private async Task Issue(Case found, JournalEntry entry, (string Kind, NoticeValues Values) said, CancellationToken stop)
    {
        var template = NoticeTemplates.Of(said.Kind);
        var day = WorkCalendar.DayInNingbo(entry.At);
        var series = await db.Set<NoticeSeries>().FindAsync([found.Department, day.Year, said.Kind], stop);
        if (series is null) db.Add(series = new NoticeSeries { Department = found.Department, Year = day.Year, Kind = said.Kind });
        var number = $"{found.DepartmentName}{template.Series}〔{day.Year}〕{series.Next()}号";
        // The receipt of a service of documents is signed by whoever takes them, so it is addressed to nobody.
        var addressee = said.Kind == NoticeWords.Delivered ? "" : found.ApplicantName;
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

    private static CaseNumber NumberOf(JournalEntry entry) => CaseNumber.Parse(entry.Stream["case/".Length..], null);
}
