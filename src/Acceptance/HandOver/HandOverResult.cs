using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.HandOver;

/// <summary>取件、送达: records that the result reached the applicant. The name or parcel number stays with the case, not in the journal.</summary>
internal sealed class HandOverResultHandler(YiwangDb db, Journal journal, CollectCode codes, TimeProvider clock)
{
    /// <param name="found">The case.</param>
    /// <param name="way">How.</param>
    /// <param name="to">Who collects, or the number of the parcel; of who shows the code the applicant's name where none is given.</param>
    /// <param name="code">The code that who collects has shown; empty where the window has looked at the identity card instead.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<Outcome> Run(Case found, HandOverWay way, string? to, string? code, CancellationToken stop)
    {
        var byCode = way is HandOverWay.Counter && code?.Trim() is { Length: > 0 };
        if (byCode && code!.Trim() != codes.Of(found.Number)) return Refusal.Invalid([new("collectCode", "取件码不对。请申请人在“我的办件”里查看，或核对身份证后不填取件码。")]);
        if (byCode && string.IsNullOrWhiteSpace(to)) to = found.ApplicantName;
        var outcome = found.HandOver(way, to ?? "", clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new CaseHandedOver(way is HandOverWay.Counter ? "counter" : "sent", byCode));
        return await db.TrySave(stop);
    }
}
