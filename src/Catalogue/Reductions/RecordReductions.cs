using Yiwang.Catalogue.Publish;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Reductions;

/// <summary>Writes down what publications ask for less. Prepares only, for the transaction of the publication.</summary>
internal sealed class RecordReductions(YiwangDb db)
{
    private const string FromTheBeginning = "公布时即可由系统核验证照，不用提交";

    /// <summary>A version of a base item came into force.</summary>
    internal void Base(ServiceItem? before, ServiceItem after, ItemHistory history, string reason, DateTimeOffset at)
    {
        foreach (var open in history.Reductions.Where(r => r.EndedAt is null && r.Region.Value.Length == 0 && !ReducedMaterials.Holds(r.Kind, r.Material, after)).ToList()) open.End(at);
        foreach (var open in history.Reductions.Where(r => r.EndedAt is null)) (open.ItemName, open.Department, open.Sample) = (after.Name, after.Department, Sampled(after));
        foreach (var reduced in ReducedMaterials.Between(before, after)) Add(after, default, reduced, history, before is null ? FromTheBeginning : reason, at);
    }

    /// <summary>A region carries an item out with elements of its own.</summary>
    internal void Own(ServiceItem item, RegionCode region, LocalElements local, ItemHistory history, string reason, DateTimeOffset at)
    {
        foreach (var open in history.Reductions.Where(r => r.EndedAt is null && r.Region == region && !local.SparedMaterials.Contains(r.Material, StringComparer.Ordinal)).ToList()) open.End(at);
        foreach (var name in local.SparedMaterials.Distinct(StringComparer.Ordinal)) Add(item, region, new(name, ReductionKind.Dropped), history, reason, at);
    }

    /// <summary>An item ended.</summary>
    internal static void End(ItemHistory history, DateTimeOffset at)
    {
        foreach (var open in history.Reductions.Where(r => r.EndedAt is null)) open.End(at);
    }

    private static bool Sampled(ServiceItem item) => item.IsSample("materials");

    private void Add(ServiceItem item, RegionCode region, Reduced reduced, ItemHistory history, string reason, DateTimeOffset at)
    {
        var own = history.Reductions.Where(r => r.Region == region).ToList();
        if (own.Exists(r => r.EndedAt is null && r.Material == reduced.Material && r.Kind == reduced.Kind)) return;
        var reduction = new MaterialReduction
        {
            Id = MaterialReduction.IdOf(item.Code, region, own.Count + 1), Code = item.Code, Region = region, ItemName = item.Name, Department = item.Department, Sample = Sampled(item),
            Material = reduced.Material, Kind = reduced.Kind, Licence = reduced.Licence, Reason = reason, Since = at,
        };
        history.Reductions.Add(reduction);
        db.Add(reduction);
    }
}
