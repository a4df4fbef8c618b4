using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Changes;

/// <summary>Whether the elements of a base item are complete and lawful, so that it can be published. Every problem names the field of its form.</summary>
internal sealed class ItemCheck(YiwangDb db, IDirectory directory)
{
    private const int DeepestMain = 8;
    private HashSet<string>? _themes, _licences;

    /// <summary>Everything that is wrong; empty when it can be published.</summary>
    internal async Task<List<FieldProblem>> Problems(ServiceItem item, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        void Bad(string field, string message) => problems.Add(new(field, message));

        if (item.Name.Trim().Length is 0 or > ItemVersion.NameMaxLength) Bad("name", $"请填写事项名称，不超过 {ItemVersion.NameMaxLength} 字");
        if (ItemWords.Categories.All(c => c.Name != item.Category)) Bad("category", "请选择权力类别");
        else if (ItemWords.Categories.First(c => c.Name == item.Category).Letters != item.Code.Category) Bad("category", $"事项编码 {item.Code} 不是“{item.Category}”的编码");
        if (await directory.Department(item.Department, stop) is not { } department) Bad("department", "请选择主管部门");
        else if (!department.Current) Bad("department", $"{department.Name}已撤销，请改为承接其职责的部门");
        _themes ??= [.. (await db.Set<ThemeRow>().AsNoTracking().ToListAsync(stop)).Select(t => t.Name)];
        _licences ??= [.. await db.Set<ListRow>().AsNoTracking().Where(r => r.List == ListRow.Licences).Select(r => r.Id).ToListAsync(stop)];
        problems.AddRange(ItemRules.Problems(item, _themes, _licences));
        if (await MainProblem(item, stop) is { } main) Bad("main", main);
        await Shares(item, Bad, stop);
        Applying(item, Bad);
        Basis(item, Bad);
        Materials(item, Bad);
        Limits(item, Bad);
        return problems;
    }

    /// <summary>A department that is asked must exist, be asked once, and know what it gets; the time for all of them is part of the lead's own.</summary>
    private async Task Shares(ServiceItem item, Action<string, string> bad, CancellationToken stop)
    {
        var known = item.Materials.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var share in item.Joint?.Shares ?? [])
        {
            if (await directory.Department(share.Department, stop) is not { Current: true } department) bad("jointShares", "征求意见的部门应是现有的部门");
            else if (share.Department == item.Department) bad("jointShares", $"{department.ShortName}是牵头部门，不用向自己征求意见");
            else if (share.Days is < 1 or > 45) bad("jointShares", $"{department.ShortName}的时限应为 1 至 45 个工作日（行政许可法第四十二条）");
            else if (share.Materials.FirstOrDefault(m => !known.Contains(m)) is { } stray) bad("jointShares", $"分送给{department.ShortName}的材料“{stray}”不在申请材料中");
        }
        foreach (var twice in (item.Joint?.Shares ?? []).GroupBy(s => s.Department, StringComparer.Ordinal).Where(g => g.Count() > 1)) bad("jointShares", $"部门 {twice.Key} 重复");
    }

    // 行政许可法 4、国发〔2016〕11号: what is asked for must rest on a law.
    private static void Basis(ServiceItem item, Action<string, string> bad)
    {
        if (item.Category != Lists.ItemEntry.Service && item.LegalBasis.All(b => b.Law.Trim().Length == 0)) bad("legalBasis", "行政权力事项应有设定依据，请至少填写一条");
        if (item.LegalBasis.Any(b => b.Law.Trim().Length == 0)) bad("legalBasis", "有设定依据没有写明法律、法规或文件名称");
        if (item.Charge.Charged && (item.Charge.Standard.Length == 0 || item.Charge.Basis.Length == 0)) bad("charge", "收费事项应写明收费标准和依据（行政许可法第五十八条）");
        if (item.Intermediaries.Any(i => i.Name.Length == 0 || i.Basis.Length == 0)) bad("intermediaries", "中介服务应写明名称和设定依据，没有法定依据的不能要求（国发〔2016〕11号）");
        if (item.Questions.Any(q => q.Question.Length == 0 || q.Answer.Length == 0)) bad("questions", "常见问题应有问有答");
        if (item.Places.Any(p => p.Name.Length == 0 || p.Address.Length == 0)) bad("places", "办理地点应有名称和地址");
    }

    private static void Applying(ServiceItem item, Action<string, string> bad)
    {
        if (item.OnApplication && item.Applicants.Count == 0) bad("applicants", "请至少选择一类服务对象");
        if (item.OnApplication && item.Visits is null or < 0 or > 9) bad("visits", "请填写到现场次数，0 到 9");
        if (item.Scope is { } scope && !ItemWords.Scopes.Contains(scope, StringComparer.Ordinal)) bad("scope", $"通办范围“{scope}”不认识");
        if (item.OnlineDepth.Length > 0 && !ItemWords.OnlineDepths.Contains(item.OnlineDepth, StringComparer.Ordinal)) bad("onlineDepth", $"网上办理深度“{item.OnlineDepth}”不认识");
    }

    private static void Materials(ServiceItem item, Action<string, string> bad)
    {
        foreach (var material in item.Materials)
        {
            // 国办发〔2018〕45号: no catch-all.
            if (material.Name.Contains("其他材料", StringComparison.Ordinal) || material.Name.Contains("其它材料", StringComparison.Ordinal)) bad("materials", $"材料“{material.Name}”是兜底条款，应写明具体材料（国办发〔2018〕45号）");
            if (material.Copies is < 0 or > 99) bad("materials", $"材料“{material.Name}”的份数应为 0 到 99");
        }
        foreach (var twice in item.Materials.GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)) bad("materials", $"材料“{twice.Key}”重复");
    }

    private static void Limits(ServiceItem item, Action<string, string> bad)
    {
        if (item.Limits.PromisedDays is < 0 or > 999) bad("promisedDays", "承诺期限应为 0 到 999 个工作日");
        if (item.Limits.LegalDays is < 0 or > 999) bad("legalDays", "法定期限应为 0 到 999 天，法律没有规定的留空");
        if (!ItemWords.CaseKinds.Contains(item.Limits.Kind, StringComparer.Ordinal)) bad("caseKind", "请选择办件类型");
    }

    // A main item that is, over others, a sub-item of its own sub-item would have no end.
    private async Task<string?> MainProblem(ServiceItem item, CancellationToken stop)
    {
        var chain = new List<ItemCode> { item.Code };
        for (var main = item.Main; main is { } code;)
        {
            if (chain.Contains(code)) return $"主项循环：{string.Join(" → ", chain.Append(code).Select(c => c.Value))}";
            if (chain.Count > DeepestMain) return "主项层次过深";
            chain.Add(code);
            var found = await db.Set<ItemVersion>().AsNoTracking().Where(v => v.Code == code && v.EndedAt == null).SingleOrDefaultAsync(stop);
            if (found is null) return $"主项 {code} 不存在或已取消";
            main = found.Read().Main;
        }
        return null;
    }
}
