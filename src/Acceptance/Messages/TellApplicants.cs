using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Outgoing;
using Yiwang.Acceptance.Reform;
using Yiwang.Acceptance.Timeline;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Messages;

/// <summary>Puts into the applicant's inbox what others have done with the case, in the words of its timeline, once each; outside, by text message and e-mail, that something was.</summary>
internal sealed class TellApplicants(YiwangDb db, TellOutside outside) : IJournalReader
{
    public static string Name => "acceptance.tell-applicants";

    public static TimeSpan Gather => TimeSpan.FromMilliseconds(250);

    public static IReadOnlyCollection<string> Kinds { get; } =
    [
        FactAttribute.KindOf<CaseAccepted>(), FactAttribute.KindOf<CorrectionRequested>(), FactAttribute.KindOf<CaseDeclined>(), FactAttribute.KindOf<ProcedureStarted>(),
        FactAttribute.KindOf<ProcedureEnded>(), FactAttribute.KindOf<LimitExtended>(), FactAttribute.KindOf<LimitsRecounted>(), FactAttribute.KindOf<AcceptanceRevoked>(),
        FactAttribute.KindOf<CaseDeemedWithdrawn>(), FactAttribute.KindOf<CaseTerminated>(), FactAttribute.KindOf<DecisionMade>(), FactAttribute.KindOf<LicenceIssued>(),
        FactAttribute.KindOf<CaseHandedOver>(), FactAttribute.KindOf<ApplicantReminded>(), FactAttribute.KindOf<RatingAnswered>(), FactAttribute.KindOf<CommitmentChecked>(), FactAttribute.KindOf<CaseClosed>(), FactAttribute.KindOf<CaseMoved>(),
    ];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        foreach (var (entry, found) in await db.CasesOf(entries, stop))
        {
            if (CaseTimeline.Line(found, entry) is not { } line) continue;
            db.Add(new Message
            {
                Id = Guid.CreateVersion7(entry.At), ApplicantKey = found.ApplicantKey, Case = found.Number, ItemName = found.ItemName, Title = line.Title, Words = line.Detail, At = entry.At,
            });
            await outside.Add(found, line, stop);
        }
    }
}
