using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue;

/// <summary>What holds of every item, imported or written by an editor: its words are known and its numbers fit one another.</summary>
internal static class ItemRules
{
    /// <summary>Everything that does not hold, by the field of its form.</summary>
    /// <param name="item">The item.</param>
    /// <param name="themes">The themes of both kinds.</param>
    /// <param name="licences">The codes of the licence catalogue (证照目录).</param>
    internal static IEnumerable<FieldProblem> Problems(ServiceItem item, IReadOnlySet<string> themes, IReadOnlySet<string> licences)
    {
        if (item.Levels.Count == 0) yield return new("levels", "请至少选择一个行使层级");
        foreach (var level in item.Levels.Concat(item.AcceptLevels).Distinct(StringComparer.Ordinal).Except(ItemWords.Levels, StringComparer.Ordinal)) yield return new("levels", $"行使层级“{level}”不认识");
        if (item.PowerSource.Length > 0 && !ItemWords.PowerSources.Contains(item.PowerSource, StringComparer.Ordinal)) yield return new("powerSource", $"权力来源“{item.PowerSource}”不认识");
        foreach (var form in item.HandlingForms.Except(ItemWords.HandlingForms, StringComparer.Ordinal)) yield return new("handlingForms", $"办理形式“{form}”不认识");
        foreach (var theme in item.PersonalThemes.Concat(item.CorporateThemes).Where(t => !themes.Contains(t))) yield return new("themes", $"主题“{theme}”不在主题表中");
        for (var i = 0; i < item.Materials.Count; i++)
        {
            var material = item.Materials[i];
            if (material.Name.Trim().Length == 0) yield return new("materials", $"第 {i + 1} 项材料没有名称");
            if (material.ReplacedByLicence is { } licence && !licences.Contains(licence)) yield return new("materials", $"材料“{material.Name}”引用的证照 {licence} 不在证照目录中");
        }
        // 承诺期限 may be shorter than the legal limit, never longer (行政许可法 42, 43).
        if (item.Limits is { LegalInWorkingDays: true, LegalDays: { } legal } && item.Limits.PromisedDays > legal) yield return new("promisedDays", $"承诺期限 {item.Limits.PromisedDays} 个工作日，超过法定期限 {legal} 个工作日");
        foreach (var branch in item.Discretion)
        {
            if (branch is { Name.Length: 0 } or { Unit.Length: 0 } or { Tiers.Count: 0 }) yield return new("discretion", "有裁量情形缺少名称、单位或档次");
            else if (branch.Min > branch.Max || branch.Tiers.Any(t => t.Min > t.Max || t.Min < branch.Min || t.Max > branch.Max)) yield return new("discretion", $"裁量情形“{branch.Name}”的档次超出法定幅度");
        }
    }
}
