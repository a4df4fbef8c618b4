using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.HandOver;

/// <summary>取件、送达: records that the result reached the applicant. The name or parcel number stays with the case, not in the journal.</summary>
internal sealed class HandOverResultHandler(YiwangDb db, Journal journal, CollectCode codes, CurrentActor actor, TimeProvider clock)
{
    /// <param name="found">The case.</param>
    /// <param name="way">How.</param>
    /// <param name="to">Who collects, or the number of the parcel; of who shows the code the applicant's name where none is given.</param>
    /// <param name="code">The code that who collects has shown; empty where the window has looked at the identity card instead.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<Outcome> Run(Case found, HandOverWay way, string? to, string? code, CancellationToken stop)
    {
        var byCode = way is HandOverWay.Counter && code?.Trim() is { Length: > 0 };
        if (byCode && !codes.Fits(code!.Trim(), found)) return WrongCode;
        if (byCode && string.IsNullOrWhiteSpace(to)) to = found.ApplicantName;
        var outcome = Record(found, way, to, byCode);
        return outcome.IsDone ? await db.TrySave(stop) : outcome;
    }

    /// <summary>一次送达: all results of a bundle that wait, at once.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="way">How.</param>
    /// <param name="to">Who collects, or the number of the parcel.</param>
    /// <param name="code">The code that who collects has shown; empty where the window has looked at the identity card instead.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<Outcome> Run(BundleCase bundle, HandOverWay way, string? to, string? code, CancellationToken stop)
    {
        var byCode = way is HandOverWay.Counter && code?.Trim() is { Length: > 0 };
        if (byCode && code!.Trim() != codes.Of(bundle.Number)) return WrongCode;
        if (byCode && string.IsNullOrWhiteSpace(to)) to = bundle.ApplicantName;
        var ready = await db.Set<Case>().Where(c => c.Bundle == bundle.Number && c.ReadyAt != null).ToListAsync(stop);
        if (ready.Count == 0) return new Refusal(RefusalKind.Conflict, "nothing-ready", "没有等着取的结果。");
        foreach (var one in ready)
        {
            if (Record(one, way, to, byCode) is { IsDone: false } refused) return refused;
        }
        return await db.TrySave(stop);
    }

    private static Refusal WrongCode { get; } = Refusal.Invalid([new("collectCode", "取件码不对。请申请人在“我的办件”里查看，或核对身份证后不填取件码。")]);

    private Outcome Record(Case found, HandOverWay way, string? to, bool byCode)
    {
        var outcome = found.HandOver(way, to ?? "", clock.GetUtcNow());
        if (outcome.IsDone) journal.Append(found.Stream(), new CaseHandedOver(way is HandOverWay.Counter ? "counter" : "sent", byCode, actor.Actor.ServicePoint));
        return outcome;
    }
}
