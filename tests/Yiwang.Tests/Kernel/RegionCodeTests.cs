using System.Text.Json;
using CsCheck;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Tests.Kernel;

public sealed class RegionCodeTests
{
    [Theory]
    [InlineData("", "请选择地区")]
    [InlineData("3", "区划代码应为 6、9 或 12 位，现为 1 位")]
    [InlineData("33020300", "区划代码应为 6、9 或 12 位，现为 8 位")]
    [InlineData("3302030040001", "区划代码应为 6、9 或 12 位，现为 13 位")]
    [InlineData("33020A", "区划代码第 6 位应为数字")]
    [InlineData("33O203", "区划代码第 3 位应为数字")]
    [InlineData("3302A0", "区划代码第 5 位应为数字")]
    [InlineData("030203", "区划代码开头两位不是省级代码")]
    [InlineData("990203", "区划代码开头两位不是省级代码")]
    [InlineData("330003", "区划代码第 3、4 位缺失")]
    [InlineData("330000001", "区划代码第 3、4 位缺失")]
    [InlineData("330203600", "区划代码第 7 至 9 位 600 不是乡镇街道代码")]
    [InlineData("330203004999", "区划代码第 10 至 12 位 999 不是村社区代码")]
    [InlineData("330203004600", "区划代码第 10 至 12 位 600 不是村社区代码")]
    [InlineData("330203000001", "村社区代码缺少乡镇街道代码")]
    [InlineData("3302KA001", "开发园区代码之后应为 0")]
    [InlineData("3302KA000001", "开发园区代码之后应为 0")]
    [InlineData("3302K1", "开发园区代码应为 3302K 加一个字母")]
    [InlineData("4403KA", "区划代码第 5 位应为数字")]
    public void A_wrong_code_is_refused_with_what_is_wrong(string text, string expected)
    {
        Assert.False(RegionCode.TryRead(text, out var code, out var reason));

        Assert.Equal(expected, reason);
        Assert.Equal(default, code);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => RegionCode.Parse(text, null)).Message);
    }

    [Theory]
    [InlineData("33", "330000000000", "330000", RegionLevel.Province, null)]
    [InlineData("330000", "330000000000", "330000", RegionLevel.Province, null)]
    [InlineData("3302", "330200000000", "330200", RegionLevel.City, "330000")]
    [InlineData("330200", "330200000000", "330200", RegionLevel.City, "330000")]
    [InlineData("330203", "330203000000", "330203", RegionLevel.County, "330200")]
    [InlineData("330205", "330205000000", "330205", RegionLevel.County, "330200")]
    [InlineData("330206", "330206000000", "330206", RegionLevel.County, "330200")]
    [InlineData("330211", "330211000000", "330211", RegionLevel.County, "330200")]
    [InlineData("330212", "330212000000", "330212", RegionLevel.County, "330200")]
    [InlineData("330213", "330213000000", "330213", RegionLevel.County, "330200")]
    [InlineData("330225", "330225000000", "330225", RegionLevel.County, "330200")]
    [InlineData("330226", "330226000000", "330226", RegionLevel.County, "330200")]
    [InlineData("330281", "330281000000", "330281", RegionLevel.County, "330200")]
    [InlineData("330282", "330282000000", "330282", RegionLevel.County, "330200")]
    [InlineData("330204", "330204000000", "330204", RegionLevel.County, "330200")]
    [InlineData("330283", "330283000000", "330283", RegionLevel.County, "330200")]
    [InlineData("3302KA", "3302KA000000", "3302KA", RegionLevel.Zone, "330200")]
    [InlineData("3302KK", "3302KK000000", "3302KK", RegionLevel.Zone, "330200")]
    [InlineData("330203004", "330203004000", "330203004", RegionLevel.Town, "330203")]
    [InlineData("330203004000", "330203004000", "330203004", RegionLevel.Town, "330203")]
    [InlineData("330203106", "330203106000", "330203106", RegionLevel.Town, "330203")]
    [InlineData("330225200", "330225200000", "330225200", RegionLevel.Town, "330225")]
    [InlineData("330206401", "330206401000", "330206401", RegionLevel.Town, "330206")]
    [InlineData("330203004001", "330203004001", "330203004001", RegionLevel.Village, "330203004")]
    [InlineData("330203106202", "330203106202", "330203106202", RegionLevel.Village, "330203106")]
    [InlineData("330281100202", "330281100202", "330281100202", RegionLevel.Village, "330281100")]
    [InlineData("441900003", "441900003000", "441900003", RegionLevel.Town, "441900")]
    public void A_right_code_tells_its_level_and_the_region_above(string text, string value, string shortForm, RegionLevel level, string? parent)
    {
        var code = RegionCode.Parse(text, null);

        Assert.Equal(value, code.Value);
        Assert.Equal(value, code.ToString());
        Assert.Equal(shortForm, code.ShortForm);
        Assert.Equal(level, code.Level);
        Assert.Equal(parent, code.Parent?.ShortForm);
        Assert.Equal(code, RegionCode.Parse(code.ShortForm, null));
    }

    [Theory]
    [InlineData("330203004001", "330203")]
    [InlineData("330203004", "330203")]
    [InlineData("330203", "330203")]
    [InlineData("3302KA", "3302KA")]
    [InlineData("3302", "330200")]
    public void The_county_of_a_place_is_what_its_case_numbers_go_by(string text, string county) =>
        Assert.Equal(county, RegionCode.Parse(text, null).County.ShortForm);

    [Theory]
    [InlineData("3302", "330203004001", true)]
    [InlineData("3302", "3302KA", true)]
    [InlineData("330203", "330203", true)]
    [InlineData("330203", "330203004", true)]
    [InlineData("330203", "330205", false)]
    [InlineData("330203004", "330203", false)]
    [InlineData("330203", "3302KK", false)]
    [InlineData("3301", "330203", false)]
    public void A_region_contains_itself_and_what_lies_in_it(string outer, string inner, bool expected) =>
        Assert.Equal(expected, RegionCode.Parse(outer, null).Contains(RegionCode.Parse(inner, null)));

    [Fact]
    public void Spaces_lower_case_and_full_width_are_forgiven() => Assert.Equal("3302KA000000", RegionCode.Parse(" ３３０２ka ", null).Value);

    [Fact]
    public void Ningbo_is_330200() => Assert.Equal(RegionCode.Parse("330200", null), RegionCode.Ningbo);

    [Fact]
    public void The_default_means_none_and_has_no_level()
    {
        Assert.Equal("", default(RegionCode).ToString());
        Assert.Throws<InvalidOperationException>(() => default(RegionCode).Level);
    }

    [Fact]
    public void Every_region_of_the_data_has_a_right_code_level_and_parent()
    {
        var rows = Samples.Rows("regions.csv", "code", "code12", "level", "parent");

        Assert.Equal(3824, rows.Count);
        Assert.All(rows, row =>
        {
            Assert.True(RegionCode.TryRead(row["code"], out var code, out var reason), reason);
            if (row["code12"].Length > 0) Assert.Equal(row["code12"], code.Value);
            Assert.Equal(Enum.Parse<RegionLevel>(row["level"], ignoreCase: true), code.Level);
            Assert.Equal(row["parent"].Length == 0 ? null : RegionCode.Parse(row["parent"], null), code.Parent);
        });
    }

    [Fact]
    public void Every_right_code_survives_reading_short_form_and_json() => Samples.Regions.Sample(text =>
    {
        var code = RegionCode.Parse(text, null);
        Assert.Equal(text, code.Value);
        Assert.Equal(code, RegionCode.Parse(code.ShortForm, null));
        Assert.Equal(code, JsonSerializer.Deserialize<RegionCode>(JsonSerializer.Serialize(code)));
    });

    [Fact]
    public void Every_region_lies_in_its_province_and_below_its_parent() => Samples.Regions.Sample(text =>
    {
        var code = RegionCode.Parse(text, null);
        Assert.True(RegionCode.Parse(text[..2], null).Contains(code));
        Assert.True(code.Parent is not { } parent || (parent.Level < code.Level && parent.Contains(code) && !code.Contains(parent)));
    });
}
