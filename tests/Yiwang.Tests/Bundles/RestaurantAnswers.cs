namespace Yiwang.Tests.Bundles;

/// <summary>The form of 开餐馆一件事, filled in.</summary>
internal static class RestaurantAnswers
{
    private const string Haishu = "330203000000", Owner = "330290199005121024";

    /// <summary>All answers of the restaurant; each section takes its own.</summary>
    internal static List<KeyValuePair<string, string>> All =>
    [
        new("form.licence_opName", "王静"), new("form.licence_opIdNo", Owner), new("form.licence_gender", "女"), new("form.licence_ethnic", "汉族"), new("form.licence_mobile", "16000000001"),
        new("form.licence_domicile.region", Haishu), new("form.licence_domicile.detail", "月湖街道示例路 1 号"), new("form.licence_hasName", "true"), new("form.licence_shopName", "甲测小馆"), new("form.licence_formType", "个人经营"),
        new("form.licence_scope", "餐饮服务"), new("form.licence_place.region", Haishu), new("form.licence_place.detail", "月湖街道示例路 8 号"), new("form.licence_placeProof", "租赁合同"), new("form.licence_staff", "4"),
        new("form.licence_sendWay", "窗口领取"), new("form.licence_commit", "true"),
        new("form.food_bizForm", "餐饮服务经营者"), new("form.food_bizItems", "热食类食品制售"), new("form.food_area", "80"), new("form.food_healthCert", "4"), new("form.food_mode", "一般程序"),
        new("form.food_safetyMgr[0].name", "王静"), new("form.food_safetyMgr[0].idNo", Owner), new("form.food_safetyMgr[0].post", "专职"), new("form.food_equipment[0].name", "灶台"), new("form.food_equipment[0].count", "2"),
        new("form.food_rules", "食品贮存"), new("form.food_rules", "从业人员健康管理"),
        new("form.drainage_isKey", "false"), new("form.drainage_contact.name", "王静"), new("form.drainage_contact.idNo", Owner), new("form.drainage_waterUse", "5"), new("form.drainage_discharge", "4"),
        new("form.drainage_outlets[0].no", "1"), new("form.drainage_outlets[0].place", "后厨"), new("form.drainage_outlets[0].bore", "110"), new("form.drainage_outlets[0].pipe", "示例路污水管"), new("form.drainage_outlets[0].kind", "污水"),
        new("form.drainage_pollutants[0].name", "动植物油"), new("form.drainage_pollutants[0].value", "60"), new("form.drainage_period", "间歇"), new("form.drainage_facilities", "隔油池"), new("form.drainage_validFor", "5年"),
        new("form.fire_所在楼层", "1 层"), new("form.fire_消防安全责任人.name", "王静"), new("form.fire_消防安全责任人.idNo", Owner), new("form.fire_办理方式", "一般程序"),
    ];
}
