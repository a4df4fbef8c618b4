using System.Net;
using System.Text.Json.Nodes;
using Yiwang.Host.Demo;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.ExchangeContract;

public sealed class MappingsOnSqlite(SqliteSite site) : MappingTests(site), IClassFixture<SqliteSite>;

public sealed class MappingsOnPostgres(PostgresSite site) : MappingTests(site), IClassFixture<PostgresSite>;

/// <summary>表单通: a system gets the form as its own form has it, field by field and code by code (data/exchange/mappings.json).</summary>
public abstract class MappingTests(Site site) : IAsyncLifetime
{
    private FakeSystem _system = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site);
        _channel = await Channel.For(site);
    }

    [Fact]
    public async Task Every_field_comes_under_the_departments_name_and_every_choice_as_its_code()
    {
        var number = await _channel.Submitted();

        Same(SelfEmployed(), (await _system.Got(number, "case.dispatched"))["data"]!["form"]);
    }

    [Fact]
    public async Task The_list_of_fields_has_the_departments_names_beside_the_labels_that_the_applicant_read()
    {
        var number = await _channel.Submitted();

        var fields = (await _system.Got(number, "case.dispatched"))["data"]!["formFields"]!.AsArray().Select(f => ((string?)f!["name"], (string?)f["label"])).ToList();

        Assert.Equal(25, fields.Count);
        Assert.Equal([("JYZXM", "经营者姓名"), ("SFZHM", "公民身份号码"), ("XB", "性别"), ("MZ", "民族")], fields.Take(4));
        Assert.Contains(("ZCXS", "组成形式"), fields);
        // What was not filled in is listed all the same.
        Assert.Contains(("KYRQ", "开业日期"), fields);
    }

    [Fact]
    public async Task What_the_applicant_corrects_comes_in_the_departments_words_too()
    {
        var number = await _channel.Submitted();
        await _system.Got(number, "case.dispatched");
        await _system.Say(number, "correction.required", new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "组成形式", ["why"] = "与场所使用证明不符" }) });
        var form = DemoPeople.Form(DemoPeople.Resident(1));
        (form["placeProof"], form["sendWay"], form["sendAddr"]) = ("自有(不动产权证)", "邮寄", new JsonObject { ["region"] = "330203000000", ["detail"] = "月湖街道示例路 1 号" });

        var corrected = await _channel.Post($"api/v1/cases/{number}/corrections", new JsonObject { ["form"] = form });

        Assert.True(corrected.Status is HttpStatusCode.NoContent, corrected.Body.ToJsonString(Journal.Json));
        var expected = SelfEmployed();
        (expected["CSZM"], expected["LQFS"], expected["YJDZ"]) = ("ZY", "2", new JsonObject { ["region"] = "330203000000", ["detail"] = "月湖街道示例路 1 号" });
        Same(expected, (await _system.Got(number, "case.corrected"))["data"]!["form"]);
    }

    [Fact]
    public async Task Of_several_choices_each_becomes_a_code_and_what_has_none_stays_as_it_was_written()
    {
        var application = await _channel.Application("XK-SCJG-008");
        application["applicant"] = new JsonObject { ["kind"] = "company", ["name"] = "宁波甲测商贸有限公司", ["idNumber"] = "91330291MAFPTUQF57", ["phone"] = "16000000003" };
        var place = new JsonObject { ["region"] = "330203000000", ["detail"] = "月湖街道示例路 8 号" };
        application["form"] = new JsonObject
        {
            ["orgName"] = "宁波甲测商贸有限公司", ["uscc"] = "91330291MAFPTUQF57", ["legal"] = "王静", ["legalIdNo"] = (string?)DemoPeople.Resident(1)["idNumber"], ["domicile"] = place.DeepClone(), ["place"] = place.DeepClone(),
            ["mobile"] = "16000000003", ["bizForm"] = "餐饮服务经营者", ["subForm"] = new JsonArray("含网络经营", "中央厨房"), ["bizItems"] = new JsonArray("热食类食品制售", "自制饮品制售"), ["bulkCooked"] = false,
            ["area"] = 80.5, ["kitchenArea"] = 20, ["diners"] = 40, ["onlineUrl"] = "示例外卖店", ["staff"] = 6, ["healthCert"] = 5,
            ["safetyMgr"] = new JsonArray(new JsonObject { ["name"] = "王静", ["idNo"] = (string?)DemoPeople.Resident(1)["idNumber"], ["post"] = "专职" }), ["equipment"] = new JsonArray(new JsonObject { ["name"] = "冰箱", ["count"] = 2 }),
            ["rules"] = new JsonArray("从业人员健康管理", "食品贮存"), ["mode"] = "告知承诺", ["sendWay"] = "电子证照", ["commit"] = true,
        };
        var paper = await _channel.Material();
        application["materials"] = new JsonArray([.. new[] { "M02", "M03", "M04", "M05", "M06", "layout" }.Select(code => new JsonObject { ["code"] = code, ["materialId"] = paper })]);
        var answer = await _channel.Submit(application);
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Body.ToJsonString(Journal.Json));

        var form = (await _system.Got((string)answer.Body["caseNumber"]!, "case.dispatched"))["data"]!["form"]!.AsObject();

        Assert.Equal(["2", "2", "3", "0", "1"], new[] { "ZTYT", "BLFS", "LQFS", "SZSS", "BZSM" }.Select(field => (string?)form[field]));
        Assert.Equal(["W", "Z"], form["YTBZ"]!.AsArray().Select(code => (string?)code));
        Assert.Equal(["0501", "0901"], form["JYXM"]!.AsArray().Select(code => (string?)code));
        Assert.Equal(["01", "03"], form["GZZD"]!.AsArray().Select(code => (string?)code));
        Assert.Equal(("宁波甲测商贸有限公司", "示例外卖店", 80.5m, 40), ((string?)form["JYZMC"], (string?)form["WZ"], (decimal)form["JYMJ"]!, (int)form["ZDJCRS"]!));
        Same(place, form["JYCS"]);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the department's 个体工商户登记 system must get for <see cref="DemoPeople.Form"/>.</summary>
    private static JsonObject SelfEmployed() => new()
    {
        ["JYZXM"] = "王静", ["SFZHM"] = (string?)DemoPeople.Resident(1)["idNumber"], ["XB"] = "2", ["MZ"] = "汉族", ["YDDH"] = "16000000101",
        ["ZS"] = new JsonObject { ["region"] = "330203000000", ["detail"] = "月湖街道示例路 1 号" },
        ["SYMCBZ"] = "1", ["SYMC"] = "宁波市海曙区甲测便利店", ["ZCXS"] = "1", ["JYFW"] = new JsonArray("日用百货销售"),
        ["JYCS"] = new JsonObject { ["region"] = "330203000000", ["detail"] = "月湖街道示例路 8 号" }, ["CSZM"] = "ZL",
        ["ZJSE"] = 5, ["CYRS"] = 2, ["LQFS"] = "1", ["SQRCN"] = "1",
    };

    private static void Same(JsonNode expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected {expected.ToJsonString(Journal.Json)}\n     got {actual?.ToJsonString(Journal.Json)}");
}
