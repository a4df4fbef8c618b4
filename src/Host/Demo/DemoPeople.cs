using System.Text.Json.Nodes;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Host.Demo;

/// <summary>The demo's applicants: numbers from the block that is never issued.</summary>
internal static class DemoPeople
{
    private static readonly string[] Names = ["王静", "陈伟", "赵磊"];

    internal static JsonObject Resident(int which)
    {
        var first17 = $"330290199{which}0615{100 + which}";
        return new JsonObject
        {
            ["kind"] = "person", ["name"] = Names[which - 1], ["idNumber"] = first17 + ResidentId.CheckCharacter(first17), ["phone"] = $"1600000010{which}",
        };
    }

    /// <summary>A whole application of 个体工商户注册登记 to the department of Haishu, with one scan of identity card and lease.</summary>
    internal static JsonObject Application(string scan) => new()
    {
        ["itemCode"] = "XK-SCJG-004", ["regionCode"] = "330203", ["servicePointCode"] = "330281000000-01", ["channel"] = "kiosk",
        ["applicant"] = Resident(1), ["form"] = Form(Resident(1)), ["materials"] = new JsonArray(new JsonObject { ["code"] = "M02", ["materialId"] = scan }, new JsonObject { ["code"] = "M03", ["materialId"] = scan }),
    };

    /// <summary>A filled-in 个体工商户登记申请书.</summary>
    internal static JsonObject Form(JsonObject applicant) => new()
    {
        ["opName"] = (string)applicant["name"]!, ["opIdNo"] = (string)applicant["idNumber"]!, ["gender"] = "女", ["ethnic"] = "汉族", ["mobile"] = (string)applicant["phone"]!,
        ["domicile"] = new JsonObject { ["region"] = "330203000000", ["detail"] = "月湖街道示例路 1 号" },
        ["hasName"] = true, ["shopName"] = "宁波市海曙区甲测便利店", ["formType"] = "个人经营", ["scope"] = new JsonArray("日用百货销售"),
        ["place"] = new JsonObject { ["region"] = "330203000000", ["detail"] = "月湖街道示例路 8 号" }, ["placeProof"] = "租赁合同",
        ["fund"] = 5, ["staff"] = 2, ["sendWay"] = "窗口领取", ["commit"] = true,
    };
}
