using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Delivery;

/// <summary>选择送达方式: for a case, or once for all results of a bundle.</summary>
internal sealed class ChooseDelivery(YiwangDb db, Journal journal, CaseActs acts, IDirectory directory)
{
    /// <summary>Whether a result can be sent by courier: the guide of the item says so.</summary>
    internal async Task<bool> MaySend(Case found, CancellationToken stop) => (await acts.Item(found, stop)).Conveniences.Contains("物流快递", StringComparer.Ordinal);

    /// <summary>The service centres at which results can be collected, and the point where it was handed in.</summary>
    internal async Task<IReadOnlyList<ServicePoint>> Points(string? origin, CancellationToken stop)
    {
        var points = new List<ServicePoint>();
        if (origin is not null && await directory.ServicePoint(origin, stop) is { } first) points.Add(first);
        foreach (var region in await directory.CityAndCounties(stop))
            points.AddRange((await directory.PointsOf(region.Code, stop)).Where(p => p.HasQueue && p.Code != origin));
        return points;
    }

    internal async Task<Outcome> Run(Case found, IFormCollection posted, CancellationToken stop)
    {
        var choice = await Read(posted, found.ServicePoint, await MaySend(found, stop), stop);
        if (!choice.IsDone) return choice.Refusal;
        var outcome = found.Deliver(choice.Value);
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream(), new DeliveryChosen(choice.Value.Point, choice.Value.PointName));
        return await db.TrySave(stop);
    }

    /// <summary>一次送达: for all results of a bundle, those that are still to come too.</summary>
    internal async Task<Outcome> Run(BundleCase found, IFormCollection posted, CancellationToken stop)
    {
        var cases = await db.Set<Case>().Where(c => c.Bundle == found.Number).ToListAsync(stop);
        var choice = await Read(posted, found.ServicePoint, await MaySend(found.Number, stop), stop);
        if (!choice.IsDone) return choice.Refusal;
        found.Deliver(choice.Value);
        foreach (var one in cases.Where(c => c.MayChooseDelivery))
        {
            one.Deliver(choice.Value);
            journal.Append(one.Stream(), new DeliveryChosen(choice.Value.Point, choice.Value.PointName));
        }
        return await db.TrySave(stop);
    }

    /// <summary>Whether the results of a bundle can be sent: each item's guide lets it.</summary>
    internal async Task<bool> MaySend(CaseNumber bundle, CancellationToken stop)
    {
        foreach (var one in await db.Set<Case>().AsNoTracking().Where(c => c.Bundle == bundle).ToListAsync(stop))
        {
            if (!await MaySend(one, stop)) return false;
        }
        return true;
    }

    private async Task<Outcome<DeliveryChoice>> Read(IFormCollection posted, string? origin, bool maySend, CancellationToken stop)
    {
        if (posted["way"] == "sent")
        {
            if (!maySend) return Refusal.Invalid([new("way", "这个事项的结果不能快递，请选择领取的服务点")]);
            var to = new SendAddress(posted["sendName"].ToString().Trim(), posted["sendPhone"].ToString().Trim(), posted["sendAddress"].ToString().Trim());
            return to.Problems() is { Count: > 0 } wrong ? Refusal.Invalid(wrong) : new DeliveryChoice(null, null, to);
        }
        if (posted["way"] != "counter") return Refusal.Invalid([new("way", "请选择怎样拿结果")]);
        var code = posted["point"].ToString();
        return (await Points(origin, stop)).FirstOrDefault(p => p.Code == code) is { } point ? new DeliveryChoice(point.Code, point.Name, null) : Refusal.Invalid([new("point", "请选择领取的服务点")]);
    }
}
