using Yiwang.Directory;

namespace Yiwang.Forms;

/// <summary>字段可见部门: which fields of a form a department is shown.</summary>
public static class FieldsSeen
{
    /// <summary>The fields that are shown to a department, also as the one that continues another after a reform (机构改革).</summary>
    /// <param name="form">The form.</param>
    /// <param name="municipal">The municipal department, such as <c>GAJ</c>.</param>
    /// <param name="directory">Says who continues whom.</param>
    /// <param name="stop">Ends the wait.</param>
    public static async Task<IReadOnlyList<FormField>> By(FormDefinition form, string municipal, IDirectory directory, CancellationToken stop)
    {
        var own = new HashSet<string>(StringComparer.Ordinal) { municipal };
        foreach (var code in form.Fields().SelectMany(f => f.Sees ?? []).Distinct(StringComparer.Ordinal))
        {
            if ((await directory.Continues(code, stop))?.Code == municipal) own.Add(code);
        }
        return [.. form.FieldsFor(own)];
    }
}
