namespace Yiwang.Catalogue.Reductions;

/// <summary>A material that is asked for less.</summary>
/// <param name="Material">Its name.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Licence">The code of the licence that replaces it; null when none does.</param>
internal sealed record Reduced(string Material, ReductionKind Kind, string? Licence = null);

/// <summary>What a newer version of an item asks for less than the one before (材料精简, 浙江省保障“最多跑一次”改革规定 8).</summary>
internal static class ReducedMaterials
{
    /// <summary>The materials; of a first version, those that a licence replaces from the beginning.</summary>
    internal static List<Reduced> Between(ServiceItem? before, ServiceItem after)
    {
        var now = after.Materials.ToLookup(m => m.Name, StringComparer.Ordinal);
        var then = (before?.Materials ?? []).ToLookup(m => m.Name, StringComparer.Ordinal);
        var reduced = Dropped(before?.Materials ?? [], after.Materials).ConvertAll(name => new Reduced(name, ReductionKind.Dropped));
        foreach (var material in after.Materials)
        {
            var old = then[material.Name].FirstOrDefault();
            if (material.ReplacedByLicence is { } licence && old?.ReplacedByLicence is null) reduced.Add(new(material.Name, ReductionKind.Licence, licence));
            if (old is { Required: true } && !material.Required) reduced.Add(new(material.Name, ReductionKind.Optional));
            else if (old is { MayFollow: false } && material.MayFollow) reduced.Add(new(material.Name, ReductionKind.Deferrable));
        }
        return reduced;
    }

    /// <summary>Whether a reduction still holds under a version.</summary>
    internal static bool Holds(ReductionKind kind, string name, ServiceItem item)
    {
        var material = item.Materials.FirstOrDefault(m => m.Name == name);
        return kind switch
        {
            ReductionKind.Dropped => material is null,
            ReductionKind.Licence => material?.ReplacedByLicence is not null,
            ReductionKind.Optional => material is { Required: false },
            _ => material is { MayFollow: true },
        };
    }

    // A material that only got another name is none less: each new name takes the place of the nearest one that is gone.
    private static List<string> Dropped(IReadOnlyList<ItemMaterial> before, IReadOnlyList<ItemMaterial> after)
    {
        var gone = before.Select((m, i) => (m.Name, At: i)).Where(m => after.All(a => a.Name != m.Name)).ToList();
        foreach (var added in after.Select((m, i) => (m.Name, At: i)).Where(m => before.All(b => b.Name != m.Name)))
        {
            if (gone.Count == 0) break;
            gone.Remove(gone.MinBy(g => Math.Abs(g.At - added.At)));
        }
        return gone.ConvertAll(g => g.Name);
    }
}
