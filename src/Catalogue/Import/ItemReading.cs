using System.Globalization;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;

namespace Yiwang.Catalogue.Import;

/// <summary>Turns a row of items.json into an item, or reports everything that is wrong with it.</summary>
internal sealed class ItemReading(ImportReport report, IReadOnlyDictionary<string, string[]> departments, IReadOnlySet<string> themes, IReadOnlySet<string> licences)
{
    /// <summary>The item as version 0, to be numbered by the import; null when the row is bad.</summary>
    internal ServiceItem? Read(JsonRow<ItemSource> row)
    {
        var source = row.Value;
        var before = report.Problems.Count;
        void Bad(string reason) => report.Bad(row.File, row.Line, $"{source.Id ?? "(无编号)"}：{reason}");

        if (!ItemCode.TryRead(source.Id, out var code, out var reason)) Bad(reason);
        CatalogCode? catalog = null;
        ZhejiangPowerCode? local = null;
        ItemCode? main = null;
        if (source.NationalBaseCode is { Length: > 0 })
        {
            if (CatalogCode.TryRead(source.NationalBaseCode, out var read, out reason)) catalog = read;
            else Bad(reason);
        }
        if (source.ZhejiangCode is { Length: > 0 })
        {
            if (ZhejiangPowerCode.TryRead(source.ZhejiangCode, out var read, out reason)) local = read;
            else Bad(reason);
        }
        if (source.MainItem is { Length: > 0 })
        {
            if (!ItemCode.TryRead(source.MainItem, out var read, out reason)) Bad(reason);
            else if (read == code) Bad("主项不能是事项自己");
            else main = read;
        }
        if (source.Name is not { Length: > 0 and <= ItemVersion.NameMaxLength }) Bad("名称缺失或过长");
        if (source.Category is not { Length: > 0 and <= ItemVersion.CategoryMaxLength }) Bad("类别缺失");
        if (source.DepartmentNow is null || !departments.ContainsKey(source.DepartmentNow)) Bad($"部门 {source.DepartmentNow} 不在部门表中");
        if (source.Limits is null) Bad("缺少办理期限");
        if (source.Joint is { } joint)
        {
            if (joint.Name is not { Length: > 0 }) Bad("联办事项没有名称");
            foreach (var part in (joint.Partners ?? []).Prepend(joint.Lead ?? "").Concat((joint.Shares ?? []).Select(s => s.Department ?? "")).Where(d => !departments.ContainsKey(d))) Bad($"联办部门 {part} 不在部门表中");
        }
        DateOnly? validTo = null;
        if (source.ValidTo is { Length: > 0 } text)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) validTo = day;
            else Bad($"有效期“{text}”不是日期");
        }
        // What is too broken to be an item is not held against the rules of items.
        if (source is not { Name: not null, Category: not null, DepartmentNow: not null, Limits: not null }) return null;
        var item = Item(source, code, validTo) with { CatalogCode = catalog, LocalCode = local, Main = main };
        foreach (var problem in ItemRules.Problems(item, themes, licences)) Bad(problem.Message);
        return report.Problems.Count > before ? null : item;
    }

    private ServiceItem Item(ItemSource source, ItemCode code, DateOnly? validTo) => new()
    {
        Code = code,
        Version = 0,
        Name = source.Name!,
        Category = source.Category!,
        Department = source.DepartmentNow!,
        Levels = source.ExerciseLevels,
        AcceptLevels = source.AcceptLevels ?? [],
        Scope = source.Scope,
        LegalBasis = [.. source.LegalBasis.Select(b => new LegalBasis(b.Law ?? "", b.ArticleCn ?? "", b.Verified))],
        PowerSource = source.PowerSource ?? "",
        Conditions = source.Conditions,
        Quota = source.Quota ?? "",
        Limits = Limits(source.Limits!),
        ResultName = source.Result?.Name ?? "",
        ResultValidity = source.Result?.Validity ?? "",
        Applicants = source.ServiceObjects,
        PersonalThemes = source.Themes?.Personal ?? [],
        CorporateThemes = source.Themes?.Corporate ?? [],
        Online = source.Online?.ApplyOnline ?? false,
        OnlineDepth = source.Online?.DepthName ?? "",
        Visits = source.Visits,
        VisitsReason = source.VisitsReason ?? "",
        HandlingForms = source.HandlingForms,
        Conveniences = [.. source.Online?.Mobile is true ? ["移动端办理"] : Array.Empty<string>(), .. source.Online?.Delivery is true ? ["物流快递"] : Array.Empty<string>()],
        Places = source.Places,
        ConsultVia = source.ConsultVia ?? "",
        ComplainVia = source.ComplainVia ?? "",
        Intermediaries = source.Intermediaries,
        Questions = source.Questions,
        Charge = new(source.Charge?.Charged ?? false, source.Charge?.Standard ?? "", source.Charge?.Basis ?? "", source.Charge?.Confidence == "low", source.Charge?.Reduction ?? ""),
        Materials = [.. source.Materials.Select(Material)],
        Steps = [.. source.Workflow.Select(s => new ItemStep(s.Step ?? "", s.MaxDays, s.Key))],
        PenaltyKinds = source.PenaltyKinds,
        Discretion = [.. source.Discretion.Select(d => new DiscretionBranch(d.Branch ?? "", d.Unit ?? "", d.StatutoryMin, d.StatutoryMax, [.. (d.Tiers ?? []).Select(t => new DiscretionTier(t.Tier ?? "", t.Circumstances ?? "", t.Min, t.Max))]))],
        DiscretionBasis = source.DiscretionBasis?.Replace("legal_basis", "设定依据", StringComparison.Ordinal) ?? "",
        SpecialProcedures = source.SpecialProcedures,
        Joint = source.Joint is { Name: not null, Lead: { } lead } joint && departments.ContainsKey(lead) ? Joint(joint) : null,
        Popularity = (int)source.VolumeWeight,
        Note = source.Note ?? "",
        Samples = [.. source.Confidence.Where(c => c.Value == "low").Select(c => c.Key), .. ComputedTiers(source) ? [ServiceItem.DiscretionTiers] : Array.Empty<string>()],
        ValidTo = validTo,
    };

    // Tiers that were computed from the legal range are not the department's published standard (裁量基准), and their basis says so.
    private static bool ComputedTiers(ItemSource source) => source.DiscretionBasis?.Contains("推算", StringComparison.Ordinal) is true;

    private JointHandling Joint(JointSource joint)
    {
        var lead = departments[joint.Lead!][0];
        return new(joint.Name!, lead, [.. (joint.Partners ?? []).Where(departments.ContainsKey).SelectMany(p => departments[p]).Where(p => p != lead).Distinct(StringComparer.Ordinal)], joint.Mode ?? "", Parts(joint.Sub), Parts(joint.Optional))
        {
            Shares = [.. (joint.Shares ?? []).Where(s => s.Department is not null && departments.ContainsKey(s.Department)).Select(s => new JointShare(departments[s.Department!][0], s.Days, s.Materials ?? [], s.Fields ?? [], s.SilenceAgrees, s.Binding, s.Basis ?? ""))],
        };

        // The codes in brackets are for those who keep the list.
        static List<string> Parts(List<string>? parts) => [.. (parts ?? []).Select(p => p.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && char.IsAsciiLetterUpper(p[open + 1]) ? p[..open] : p)];
    }

    private static ItemLimits Limits(LimitsSource limits) => new(
        limits.LegalDays, limits.LegalDayKind is not "自然日",
        limits.LegalSourceArticle is { Length: > 0 } article ? article : (limits.LegalSource ?? "").Replace("default: ", "", StringComparison.Ordinal),
        limits.PromisedDays, limits.ItemKind ?? "", limits.ExcludedFromLimit ?? []);

    private static ItemMaterial Material(MaterialSource material, int index) => new(
        $"M{index + 1:00}", material.Name ?? "", material.Required, material.Form ?? "", material.Copies, material.Source ?? "",
        material is { CanBeReplacedByLicence: true, LicenceId.Length: > 0 } ? material.LicenceId : null, material.AllowLate, material.Basis ?? "", material.Notes ?? "", material.AllowCommitment);
}
