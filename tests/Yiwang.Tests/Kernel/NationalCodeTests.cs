using System.Text.Json;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Tests.Kernel;

/// <summary>The codes under which the nation and the province know an item.</summary>
public sealed class NationalCodeTests
{
    [Theory]
    [InlineData("11370800MB285591843370117002011", 3, "37", "01", false)]
    [InlineData("11330200002999014E3330131023000", 3, "33", "01", true)]
    [InlineData("11330203MB0T0004X84000123014000", 4, "00", "01", true)]
    [InlineData("11330203MB0T0004X84002014003001", 4, "00", "20", false)]
    public void An_implementation_code_tells_organ_level_and_base_code(string text, int level, string area, string type, bool main)
    {
        var code = ImplementationCode.Parse(text, null);

        Assert.Equal(text[..18], code.Organ.Value);
        Assert.Equal((level, area, type, main), (code.ExerciseLevel, code.Catalog.Area, code.Catalog.ItemType, code.Catalog.IsMain));
        Assert.Equal(code, JsonSerializer.Deserialize<ImplementationCode>(JsonSerializer.Serialize(code)));
        Assert.Equal("07", ImplementationCode.Parse(text + "07", null).Situation);
    }

    [Theory]
    [InlineData("11330200002999014E9330131023000", "行使层级")]
    [InlineData("11330200002999014F3330131023000", "统一社会信用代码")]
    [InlineData("11330200002999014E3330131023", "28 位")]
    [InlineData("11330200002999014E3339931023000", "事项类型")]
    [InlineData("11330200002999014E33301310230000A", "末两位")]
    [InlineData("", "31 位")]
    public void A_wrong_implementation_code_says_what_to_check(string text, string says)
    {
        Assert.False(ImplementationCode.TryRead(text, out _, out var reason));
        Assert.Contains(says, reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("009931023000")]
    [InlineData("00013102300A")]
    [InlineData("00013102300")]
    [InlineData("")]
    public void A_wrong_base_code_is_refused(string text)
    {
        Assert.False(CatalogCode.TryRead(text, out _, out var reason));
        Assert.StartsWith("事项基本编码", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Organ_level_and_base_code_make_an_implementation_code() => Assert.Equal(
        "11330200002999014E3330131023000",
        ImplementationCode.Of(CreditCode.Parse("11330200002999014E", null), RegionLevel.City, CatalogCode.Parse("330131023000", null)).Value);

    [Theory]
    [InlineData("许可-00001-001", "许可")]
    [InlineData("许可—00193—001—02", "许可")]
    [InlineData(" 处罚-02345-000 ", "处罚")]
    [InlineData("公共服务-00012-000", "公共服务")]
    public void A_code_of_the_province_tells_its_category(string text, string category) => Assert.Equal(category, ZhejiangPowerCode.Parse(text, null).Category);

    [Theory]
    [InlineData("许可-123-000")]
    [InlineData("许可-00123")]
    [InlineData("XK-00123-000")]
    [InlineData("许可-00123-000-1")]
    public void A_wrong_code_of_the_province_is_refused_with_an_example(string text)
    {
        Assert.False(ZhejiangPowerCode.TryRead(text, out _, out var reason));
        Assert.Contains("许可-00001-001", reason, StringComparison.Ordinal);
    }
}
