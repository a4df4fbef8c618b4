namespace Yiwang.Catalogue.Elements;

/// <summary>The elements that an organ has of its own in an implementing item, in the order of the form.</summary>
internal static class OwnElements
{
    /// <summary>The one section.</summary>
    internal static ElementSection<LocalElements> Section { get; } = new("own", "本地要素",
    [
        new("promisedDays", "承诺期限（工作日）", ElementKind.Number, l => ElementValue.Of(l.PromisedDays), (l, v, p) => l with { PromisedDays = v.Number("promisedDays", "承诺期限", p) }) { Hint = "只能比基本目录短，一样的留空。" },
        new("visits", "到现场次数", ElementKind.Number, l => ElementValue.Of(l.Visits), (l, v, p) => l with { Visits = v.Number("visits", "到现场次数", p) }) { Hint = "只能比基本目录少，一样的留空。" },
        new("sparedMaterials", "不再要求的材料", ElementKind.Choices, l => ElementValue.Of(l.SparedMaterials), (l, v, _) => l with { SparedMaterials = v.List }) { Choices = ChoiceSource.Materials },
        new("powerSource", "权力来源", ElementKind.Choice, l => ElementValue.Of(l.PowerSource), (l, v, _) => l with { PowerSource = v.Text }) { Choices = ItemElements.Words(ItemWords.PowerSources), Hint = "与基本目录一样的留空。" },
        new("places", "增加的办理地点", ElementKind.Rows, l => ItemElements.Places(l.Places), (l, v, _) => l with { Places = ItemElements.Places(v) }) { Columns = ItemElements.PlaceColumns, Hint = "服务点会自动列出，这里只写另设的专门地点。" },
        new("consultVia", "咨询方式", ElementKind.Text, l => ElementValue.Of(l.ConsultVia), (l, v, _) => l with { ConsultVia = v.Text }) { Hint = "与基本目录一样的留空。" },
        new("complainVia", "监督投诉方式", ElementKind.Text, l => ElementValue.Of(l.ComplainVia), (l, v, _) => l with { ComplainVia = v.Text }) { Hint = "与基本目录一样的留空。" },
        new("questions", "增加的常见问题", ElementKind.Rows, l => ItemElements.Questions(l.Questions), (l, v, _) => l with { Questions = ItemElements.Questions(v) }) { Columns = ItemElements.QuestionColumns },
    ]);
}
