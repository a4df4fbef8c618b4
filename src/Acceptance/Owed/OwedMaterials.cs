using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Submit;
using Yiwang.Catalogue;
using Yiwang.Forms;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Owed;

/// <summary>Which required materials a case has not, because the guide lets them follow (容缺).</summary>
internal sealed class OwedMaterials(YiwangDb db, IForms forms)
{
    internal async Task<IReadOnlyList<OwedMaterial>> Of(Case found, ServiceItem item, CancellationToken stop)
    {
        if (!item.Materials.Any(m => m is { Required: true, MayFollow: true })) return [];
        var last = await db.LastSubmission(found.Number, stop);
        var form = await forms.Of(found.Item, last.FormVersion, stop);
        var there = last.ReadMaterials().Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        there.UnionWith(await db.Set<CommitmentNotice>().Where(c => c.Case == found.Number).Select(c => c.Code).ToListAsync(stop));
        return [.. MaterialCheck.Needs(item, form).Where(n => n is { Required: true, MayFollow: true } && !there.Contains(n.Code)).Select(n => new OwedMaterial(n.Code, n.Name))];
    }
}
