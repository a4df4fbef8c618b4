using System.Globalization;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Elements;

/// <summary>The elements of a base item, in the order of its form (GB/T 39554.2-2020; 行政许可法 30).</summary>
internal static class ItemElements
{
    private const string YesNoHint = "是 或 否";

    /// <summary>The columns of places of an item, base or implementing.</summary>
    internal static IReadOnlyList<ElementColumn> PlaceColumns { get; } = [new("名称"), new("地址"), new("办理时间"), new("电话")];

    /// <summary>The columns of questions and answers, base or implementing.</summary>
    internal static IReadOnlyList<ElementColumn> QuestionColumns { get; } = [new("问题"), new("回答", ElementKind.LongText)];

    /// <summary>All sections.</summary>
    internal static IReadOnlyList<ElementSection<ServiceItem>> Sections { get; } =
    [
        new("basics", "基本信息",
        [
            Text("name", "事项名称", i => i.Name, (i, v) => i with { Name = v }) with { MaxLength = ItemVersion.NameMaxLength },
            new("department", "主管部门", ElementKind.Choice, i => ElementValue.Of(i.Department), (i, v, _) => i with { Department = v.Text }) { Choices = ChoiceSource.Departments, Hint = "市级部门；各地由同类部门承接。" },
            new("levels", "行使层级", ElementKind.Choices, i => ElementValue.Of(i.Levels), (i, v, _) => i with { Levels = v.List }) { Choices = Words(ItemWords.Levels) },
            new("acceptLevels", "受理层级", ElementKind.Choices, i => ElementValue.Of(i.AcceptLevels), (i, v, _) => i with { AcceptLevels = v.List }) { Choices = Words(ItemWords.Levels), Hint = "可以在哪些层级的窗口交材料。" },
            new("scope", "通办范围", ElementKind.Choice, i => ElementValue.Of(i.Scope ?? ""), (i, v, _) => i with { Scope = v.Text.Length > 0 ? v.Text : null }) { Choices = Words(ItemWords.Scopes), Hint = "依职权、不由申请开始的事项留空。" },
            new("powerSource", "权力来源", ElementKind.Choice, i => ElementValue.Of(i.PowerSource), (i, v, _) => i with { PowerSource = v.Text }) { Choices = Words(ItemWords.PowerSources) },
            Code<CatalogCode>("catalogCode", "国家基本编码", i => i.CatalogCode?.Value, (i, c) => i with { CatalogCode = c }, "12 位数字（GB/T 39554.1-2020），没有的留空。"),
            Code<ZhejiangPowerCode>("localCode", "浙江权力编码", i => i.LocalCode?.Value, (i, c) => i with { LocalCode = c }, "例如 许可-00193-001，没有的留空。"),
            Code<ItemCode>("main", "主项", i => i.Main?.Value, (i, c) => i with { Main = c }, "子项填主项的事项编码，其他留空。"),
        ]),
        new("basis", "设定依据",
        [
            new("legalBasis", "设定依据", ElementKind.Rows, i => ElementValue.Of(i.LegalBasis.Select(b => new[] { b.Law, b.Article, b.Verified ? ElementValue.Yes : ElementValue.No })),
                (i, v, _) => i with { LegalBasis = [.. v.Rows.Select(r => new LegalBasis(r[0], r[1], r[2] == ElementValue.Yes))] })
            { Columns = [new("法律、法规或文件"), new("条款"), new("已核对原文", ElementKind.YesNo)], SampleKey = "legal_basis", Hint = "例如：公司法，第六条。" },
        ]),
        new("conditions", "对象和条件",
        [
            new("applicants", "服务对象", ElementKind.Choices, i => ElementValue.Of(i.Applicants), (i, v, _) => i with { Applicants = v.List }) { Choices = Words(ItemWords.Applicants) },
            new("personalThemes", "个人办事主题", ElementKind.Choices, i => ElementValue.Of(i.PersonalThemes), (i, v, _) => i with { PersonalThemes = v.List }) { Choices = ChoiceSource.PersonalThemes },
            new("corporateThemes", "法人办事主题", ElementKind.Choices, i => ElementValue.Of(i.CorporateThemes), (i, v, _) => i with { CorporateThemes = v.List }) { Choices = ChoiceSource.CorporateThemes },
            new("conditions", "受理条件", ElementKind.Lines, i => ElementValue.Of(i.Conditions), (i, v, _) => i with { Conditions = v.List }) { SampleKey = "conditions", Hint = "一行一条，每条都能单独判断是否符合。" },
            Text("quota", "数量限制", i => i.Quota, (i, v) => i with { Quota = v }) with { Hint = "没有数量限制的留空。" },
        ]),
        new("limits", "办理期限",
        [
            new("caseKind", "办件类型", ElementKind.Choice, i => ElementValue.Of(i.Limits.Kind), (i, v, _) => i with { Limits = i.Limits with { Kind = v.Text } }) { Choices = Words(ItemWords.CaseKinds) },
            new("legalDays", "法定期限", ElementKind.Number, i => ElementValue.Of(i.Limits.LegalDays), (i, v, p) => i with { Limits = i.Limits with { LegalDays = v.Number("legalDays", "法定期限", p) } }) { SampleKey = "legal_limit", Hint = "法律没有规定的留空。" },
            new("legalUnit", "法定期限单位", ElementKind.Choice, i => ElementValue.Of(i.Limits.LegalInWorkingDays ? "工作日" : "自然日"), (i, v, _) => i with { Limits = i.Limits with { LegalInWorkingDays = v.Text != "自然日" } }) { Choices = Words(["工作日", "自然日"]) },
            Text("legalSource", "法定期限依据", i => i.Limits.LegalSource, (i, v) => i with { Limits = i.Limits with { LegalSource = v } }),
            new("promisedDays", "承诺期限（工作日）", ElementKind.Number, i => ElementValue.Of(i.Limits.PromisedDays), (i, v, p) => i with { Limits = i.Limits with { PromisedDays = v.Number("promisedDays", "承诺期限", p) ?? 0 } }) { SampleKey = "promised_limit", Hint = "不超过法定期限；即办件填 0。" },
            Lines("excluded", "不计入期限的程序", i => i.Limits.Excluded, (i, v) => i with { Limits = i.Limits with { Excluded = v } }, "一行一项，例如 专家评审（行政许可法第四十五条）。"),
            Lines("specialProcedures", "特别程序", i => i.SpecialProcedures, (i, v) => i with { SpecialProcedures = v }, "一行一项，例如 现场核查。"),
        ]),
        new("applying", "办理方式",
        [
            YesNo("online", "可以网上申报", i => i.Online, (i, v) => i with { Online = v }),
            new("onlineDepth", "网上办理深度", ElementKind.Choice, i => ElementValue.Of(i.OnlineDepth), (i, v, _) => i with { OnlineDepth = v.Text }) { Choices = Words(ItemWords.OnlineDepths), SampleKey = "online_depth" },
            new("visits", "到现场次数", ElementKind.Number, i => ElementValue.Of(i.Visits), (i, v, p) => i with { Visits = v.Number("visits", "到现场次数", p) }) { Hint = "0 表示一次都不用跑。" },
            Text("visitsReason", "到现场原因", i => i.VisitsReason, (i, v) => i with { VisitsReason = v }),
            new("handlingForms", "办理形式", ElementKind.Choices, i => ElementValue.Of(i.HandlingForms), (i, v, _) => i with { HandlingForms = v.List }) { Choices = Words(ItemWords.HandlingForms) },
            new("conveniences", "便利措施", ElementKind.Choices, i => ElementValue.Of(i.Conveniences), (i, v, _) => i with { Conveniences = v.List }) { Choices = Words(ItemWords.Conveniences) },
        ]),
        new("materials", "申请材料",
        [
            new("materials", "申请材料", ElementKind.Rows, i => ElementValue.Of(i.Materials.Select(MaterialCells)), WriteMaterials)
            {
                Columns =
                [
                    new("材料名称"), new("必要", ElementKind.YesNo), new("形式"), new("份数", ElementKind.Number), new("来源", ElementKind.Choice) { Choices = Words(ItemWords.MaterialSources) },
                    new("可替代的证照", ElementKind.Choice) { Choices = ChoiceSource.Licences }, new("可容缺后补", ElementKind.YesNo), new("要求依据"), new("填报须知"),
                    new("可承诺代替", ElementKind.YesNo),
                ],
                SampleKey = "materials", Hint = "不能写“其他材料”这样的兜底条款。形式例如 原件1份、复印件1份或电子核验。",
            },
        ]),
        new("charge", "收费和中介服务",
        [
            YesNo("charged", "收费", i => i.Charge.Charged, (i, v) => i with { Charge = i.Charge with { Charged = v, Sample = false } }),
            Text("charge", "收费标准", i => i.Charge.Standard, (i, v) => i with { Charge = i.Charge with { Standard = v } }),
            Text("chargeBasis", "收费依据", i => i.Charge.Basis, (i, v) => i with { Charge = i.Charge with { Basis = v } }),
            Text("chargeReduction", "减免规定", i => i.Charge.Reduction, (i, v) => i with { Charge = i.Charge with { Reduction = v } }),
            new("intermediaries", "中介服务", ElementKind.Rows, i => ElementValue.Of(i.Intermediaries.Select(m => new[] { m.Name, m.Basis, m.Provider, m.CountsToLimit ? ElementValue.Yes : ElementValue.No })),
                (i, v, _) => i with { Intermediaries = [.. v.Rows.Select(r => new Intermediary(r[0], r[1], r[2], r[3] == ElementValue.Yes))] })
            { Columns = [new("名称"), new("设定依据"), new("提供机构"), new("计入办理期限", ElementKind.YesNo)] },
        ]),
        new("flow", "流程和结果",
        [
            new("steps", "办理流程", ElementKind.Rows, i => ElementValue.Of(i.Steps.Select(s => new[] { s.Name, s.MaxDays?.ToString(CultureInfo.InvariantCulture) ?? "", s.Key ?? "" })),
                (i, v, p) => i with { Steps = [.. v.Rows.Select(r => new ItemStep(r[0], ElementValue.NumberOf(r[1], "steps", "环节时限", p), r[2].Length > 0 ? r[2] : null))] })
            { Columns = [new("环节"), new("时限（工作日）", ElementKind.Number), new("环节代号")], Hint = "代号供系统识别环节，例如 accept、review、decide，新环节可以不填。" },
            Text("resultName", "办理结果", i => i.ResultName, (i, v) => i with { ResultName = v }),
            Text("resultValidity", "结果有效期", i => i.ResultValidity, (i, v) => i with { ResultValidity = v }),
        ]),
        new("help", "地点、咨询和问答",
        [
            new("places", "办理地点", ElementKind.Rows, i => Places(i.Places), (i, v, _) => i with { Places = Places(v) }) { Columns = PlaceColumns, Hint = "服务点会自动列出，这里只写另设的专门地点。" },
            Text("consultVia", "咨询方式", i => i.ConsultVia, (i, v) => i with { ConsultVia = v }),
            Text("complainVia", "监督投诉方式", i => i.ComplainVia, (i, v) => i with { ComplainVia = v }),
            new("questions", "常见问题", ElementKind.Rows, i => Questions(i.Questions), (i, v, _) => i with { Questions = Questions(v) }) { Columns = QuestionColumns },
        ]),
        new("joint", "联办",
        [
            Joint("jointName", "联办事项", j => j.Name, (j, v) => j with { Name = v }) with { Hint = "几个部门一起办的“一件事”名称，单独办理的留空。" },
            new("jointLead", "牵头部门", ElementKind.Choice, i => ElementValue.Of(i.Joint?.Lead ?? ""), (i, v, _) => WithJoint(i, j => j with { Lead = v.Text })) { Choices = ChoiceSource.Departments },
            new("jointPartners", "配合部门", ElementKind.Choices, i => ElementValue.Of(i.Joint?.Partners ?? []), (i, v, _) => WithJoint(i, j => j with { Partners = v.List })) { Choices = ChoiceSource.Departments },
            Joint("jointMode", "联办方式", j => j.Mode, (j, v) => j with { Mode = v }),
            new("jointParts", "一并办理", ElementKind.Lines, i => ElementValue.Of(i.Joint?.Parts ?? []), (i, v, _) => WithJoint(i, j => j with { Parts = v.List })),
            new("jointShares", "征求意见", ElementKind.Rows, i => ElementValue.Of((i.Joint?.Shares ?? []).Select(ShareCells)), (i, v, p) => WithJoint(i, j => j with { Shares = [.. v.Rows.Select(r => Share(r, p))] }))
            {
                Columns =
                [
                    new("部门", ElementKind.Choice) { Choices = ChoiceSource.Departments }, new("时限（工作日）", ElementKind.Number), new("分送的材料", ElementKind.LongText), new("分送的表单内容", ElementKind.LongText),
                    new("逾期视为同意", ElementKind.YesNo), new("不同意不得准予", ElementKind.YesNo), new("依据"),
                ],
                Hint = "受理时同时分送，各有时限，意见汇总给牵头部门。材料和表单内容写名称，用顿号隔开，不写就是全部。",
            },
            new("jointOptional", "可选办理", ElementKind.Lines, i => ElementValue.Of(i.Joint?.Optional ?? []), (i, v, _) => WithJoint(i, j => j with { Optional = v.List })),
        ]),
        new("penalty", "处罚裁量",
        [
            Lines("penaltyKinds", "处罚种类", i => i.PenaltyKinds, (i, v) => i with { PenaltyKinds = v }, "一行一种，例如 罚款。"),
            Text("discretionBasis", "裁量依据", i => i.DiscretionBasis, (i, v) => i with { DiscretionBasis = v }),
            new("discretion", "裁量档次", ElementKind.Rows, i => ElementValue.Of(i.Discretion.SelectMany(b => b.Tiers.Select(t => new[] { b.Name, b.Unit, Plain(b.Min), Plain(b.Max), t.Name, t.Circumstances, Plain(t.Min), Plain(t.Max) }))), WriteDiscretion)
            {
                Columns = [new("情形"), new("单位"), new("法定下限"), new("法定上限"), new("档次"), new("适用情节"), new("下限"), new("上限")],
                SampleKey = ServiceItem.DiscretionTiers, Hint = "一行一档，同一情形的各档连着写。",
            },
        ]),
    ];

    internal static ElementValue Places(IEnumerable<HandlingPlace> places) => ElementValue.Of(places.Select(p => new[] { p.Name, p.Address, p.Hours, p.Phone }));
    internal static IReadOnlyList<HandlingPlace> Places(ElementValue value) => [.. value.Rows.Select(r => new HandlingPlace(r[0], r[1], r[2], r[3]))];
    internal static ElementValue Questions(IEnumerable<ItemQuestion> questions) => ElementValue.Of(questions.Select(q => new[] { q.Question, q.Answer }));
    internal static IReadOnlyList<ItemQuestion> Questions(ElementValue value) => [.. value.Rows.Select(r => new ItemQuestion(r[0], r[1]))];
    internal static ChoiceSource Words(IReadOnlyList<string> words) => new(words);

    private static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static Element<ServiceItem> Text(string name, string label, Func<ServiceItem, string> read, Func<ServiceItem, string, ServiceItem> write) =>
        new(name, label, ElementKind.Text, i => ElementValue.Of(read(i)), (i, v, _) => write(i, v.Text));

    private static Element<ServiceItem> YesNo(string name, string label, Func<ServiceItem, bool> read, Func<ServiceItem, bool, ServiceItem> write) =>
        new(name, label, ElementKind.YesNo, i => ElementValue.Of(read(i)), (i, v, _) => write(i, v.IsYes)) { Hint = YesNoHint };

    private static Element<ServiceItem> Lines(string name, string label, Func<ServiceItem, IReadOnlyList<string>> read, Func<ServiceItem, IReadOnlyList<string>, ServiceItem> write, string hint) =>
        new(name, label, ElementKind.Lines, i => ElementValue.Of(read(i)), (i, v, _) => write(i, v.List)) { Hint = hint };

    private static Element<ServiceItem> Code<TCode>(string name, string label, Func<ServiceItem, string?> read, Func<ServiceItem, TCode?, ServiceItem> write, string hint) where TCode : struct, IIdentifier<TCode> =>
        new(name, label, ElementKind.Text, i => ElementValue.Of(read(i) ?? ""), (i, v, problems) =>
        {
            if (v.Text.Length == 0) return write(i, null);
            if (TCode.TryRead(v.Text, out var code, out var reason)) return write(i, code);
            problems.Add(new(name, reason));
            return i;
        }) { Hint = hint };

    private static Element<ServiceItem> Joint(string name, string label, Func<JointHandling, string> read, Func<JointHandling, string, JointHandling> write) =>
        new(name, label, ElementKind.Text, i => ElementValue.Of(i.Joint is { } j ? read(j) : ""), (i, v, _) => WithJoint(i, j => write(j, v.Text)));

    private static ServiceItem WithJoint(ServiceItem item, Func<JointHandling, JointHandling> change)
    {
        var joint = change(item.Joint ?? new("", "", [], "", [], []));
        return item with { Joint = joint is { Name: "", Lead: "", Mode: "", Partners.Count: 0, Parts.Count: 0, Optional.Count: 0, Shares.Count: 0 } ? null : joint };
    }

    private static string[] ShareCells(JointShare share) =>
    [
        share.Department, share.Days.ToString(CultureInfo.InvariantCulture), string.Join('、', share.Materials), string.Join('、', share.Fields),
        share.SilenceAgrees ? ElementValue.Yes : ElementValue.No, share.Binding ? ElementValue.Yes : ElementValue.No, share.Basis,
    ];

    private static JointShare Share(IReadOnlyList<string> r, List<FieldProblem> problems)
    {
        static string[] Names(string text) => text.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(r[0], ElementValue.NumberOf(r[1], "jointShares", "征求意见的时限", problems) ?? 0, Names(r[2]), Names(r[3]), r[4] == ElementValue.Yes, r[5] == ElementValue.Yes, r[6]);
    }

    private static string[] MaterialCells(ItemMaterial m) =>
        [m.Name, m.Required ? ElementValue.Yes : ElementValue.No, m.Form, m.Copies.ToString(CultureInfo.InvariantCulture), m.Source, m.ReplacedByLicence ?? "", m.MayFollow ? ElementValue.Yes : ElementValue.No, m.Basis, m.Notes, m.MayCommit ? ElementValue.Yes : ElementValue.No];

    // A material that keeps its name keeps its code: drafts and cases refer to it.
    private static ServiceItem WriteMaterials(ServiceItem item, ElementValue value, List<FieldProblem> problems)
    {
        var codes = item.Materials.GroupBy(m => m.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Code, StringComparer.Ordinal);
        var next = item.Materials.Select(m => int.TryParse(m.Code.AsSpan(1), CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty().Max();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return item with { Materials = [.. value.Rows.Select(Material)] };

        ItemMaterial Material(IReadOnlyList<string> r) => new(
            codes.TryGetValue(r[0], out var code) && taken.Add(code) ? code : $"M{++next:00}", r[0], r[1] == ElementValue.Yes, r[2],
            ElementValue.NumberOf(r[3], "materials", $"材料“{r[0]}”的份数", problems) ?? 1, r[4], r[5].Length > 0 ? r[5] : null, r[6] == ElementValue.Yes, r[7], r[8], r.Count > 9 && r[9] == ElementValue.Yes);
    }

    private static ServiceItem WriteDiscretion(ServiceItem item, ElementValue value, List<FieldProblem> problems)
    {
        decimal Read(string text, string what) => ElementValue.DecimalOf(text, "discretion", what, problems);
        var branches = new List<DiscretionBranch>();
        foreach (var r in value.Rows)
        {
            var tier = new DiscretionTier(r[4], r[5], Read(r[6], "下限"), Read(r[7], "上限"));
            if (branches.Count > 0 && branches[^1].Name == r[0]) branches[^1] = branches[^1] with { Tiers = [.. branches[^1].Tiers, tier] };
            else branches.Add(new(r[0], r[1], Read(r[2], "法定下限"), Read(r[3], "法定上限"), [tier]));
        }
        return item with { Discretion = branches };
    }
}
