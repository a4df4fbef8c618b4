using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.HandOver;

/// <summary>取件、送达: records that the result reached the applicant. The name or parcel number stays with the case, not in the journal.</summary>
internal sealed class HandOverResultHandler(YiwangDb db, Journal journal, TimeProvider clock)
{
    internal async Task<Outcome> Run(Case found, HandOverWay way, string? to, CancellationToken stop)
    {
        var outcome = found.HandOver(way, to ?? "", clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CaseHandedOver(way is HandOverWay.Counter ? "counter" : "sent"));
        return await db.TrySave(stop);
    }
}
