using System.Text.Json;
using CsCheck;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Pages;

namespace Yiwang.Tests.Kernel;

public sealed class ResidentIdTests
{
    [Theory]
    [InlineData("", "请填写身份证号")]
    [InlineData("  ", "请填写身份证号")]
    [InlineData("33020019850315001", "身份证号应为 18 位，现为 17 位，请核对证件")]
    [InlineData("3302001985031500133", "身份证号应为 18 位，现为 19 位，请核对证件")]
    [InlineData("330203450612021", "身份证号应为 18 位，现为 15 位，请核对证件")]
    [InlineData("3302001985031500IX", "身份证号第 17 位应为数字，请核对证件")]
    [InlineData("X30200198503150013", "身份证号第 1 位应为数字，请核对证件")]
    [InlineData("030200198503150013", "身份证号不会以 0 开头，请核对证件")]
    [InlineData("330200199002290012", "身份证号第 7 至 14 位 19900229 不是有效的出生日期，请核对证件")]
    [InlineData("330200198513150019", "身份证号第 7 至 14 位 19851315 不是有效的出生日期，请核对证件")]
    [InlineData("330200190002290012", "身份证号第 7 至 14 位 19000229 不是有效的出生日期，请核对证件")]
    [InlineData("330200184912310012", "身份证号第 7 至 14 位 18491231 不是有效的出生日期，请核对证件")]
    [InlineData("330200210101010012", "身份证号第 7 至 14 位 21010101 不是有效的出生日期，请核对证件")]
    [InlineData("330200998503150012", "身份证号第 7 至 14 位 99850315 不是有效的出生日期，请核对证件")]
    [InlineData("330200198503150014", "身份证号最后一位应为 3，请核对证件")]
    [InlineData("33020019850315001X", "身份证号最后一位应为 3，请核对证件")]
    [InlineData("11010519491231002A", "身份证号最后一位应为 X，请核对证件")]
    public void A_wrong_number_is_refused_with_what_to_check(string text, string expected)
    {
        Assert.False(ResidentId.TryRead(text, out var id, out var reason));

        Assert.Equal(expected, reason);
        Assert.Equal(default, id);
        Assert.False(ResidentId.TryParse(text, null, out _));
        Assert.Equal(expected, Assert.Throws<FormatException>(() => ResidentId.Parse(text, null)).Message);
    }

    [Fact]
    public void No_text_is_refused() => Assert.False(ResidentId.TryRead(null, out _, out _));

    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", false)]
    [InlineData("440524188001010014", "1880-01-01", true)]
    [InlineData("330200198503150013", "1985-03-15", true)]
    [InlineData("33020019780620001X", "1978-06-20", true)]
    [InlineData("330203190001010013", "1900-01-01", true)]
    [InlineData("330204192006120022", "1920-06-12", false)]
    [InlineData("330283189912311232", "1899-12-31", true)]
    [InlineData("330225188808080149", "1888-08-08", false)]
    [InlineData("330203194506120216", "1945-06-12", true)]
    public void A_right_number_tells_birth_date_and_sex_even_when_its_region_is_abolished(string text, string birthDate, bool isMale)
    {
        var id = ResidentId.Parse(text, null);

        Assert.Equal(DateOnly.Parse(birthDate), id.BirthDate);
        Assert.Equal(isMale, id.IsMale);
        Assert.False(id.IsTestRegion);
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData("3302901850010110")]
    [InlineData("3302902100123110")]
    public void The_first_and_the_last_birth_year_are_taken(string first16)
    {
        var first17 = first16 + "1";

        Assert.True(ResidentId.TryRead(first17 + ResidentId.CheckCharacter(first17), out _, out var reason), reason);
    }

    [Theory]
    [InlineData("33020019780620001x")]
    [InlineData(" 33020019780620001X ")]
    [InlineData("３３０２００１９７８０６２０００１Ｘ")]
    [InlineData("　33020019780620001ｘ")]
    public void Spaces_lower_case_and_full_width_are_forgiven(string text) => Assert.Equal("33020019780620001X", ResidentId.Parse(text, null).Value);

    [Theory]
    [InlineData("330290201201038121", true)]
    [InlineData("330299195212098823", true)]
    [InlineData("330200198503150013", false)]
    public void The_test_block_is_330290_to_330299(string text, bool expected) => Assert.Equal(expected, ResidentId.Parse(text, null).IsTestRegion);

    [Fact]
    public void The_masked_number_shows_four_characters_at_each_end()
    {
        Assert.Equal("3302**********0013", Show.Masked("330200198503150013"));
        Assert.Equal("", Show.Masked(""));
    }

    [Fact]
    public void The_region_is_as_written() => Assert.Equal("330204", ResidentId.Parse("330204192006120022", null).RegionPrefix);

    [Fact]
    public void The_default_means_none() => Assert.Equal("", default(ResidentId).ToString());

    [Fact]
    public void All_sample_people_have_right_numbers()
    {
        var people = Samples.Rows("id_examples.csv", "kind", "value", "birth", "sex").Where(row => row["kind"] == "公民身份号码").ToList();

        Assert.NotEmpty(people);
        Assert.All(people, row =>
        {
            var id = ResidentId.Parse(row["value"], null);
            Assert.Equal(DateOnly.Parse(row["birth"]), id.BirthDate);
            Assert.Equal(row["sex"] == "男", id.IsMale);
            Assert.True(id.IsTestRegion);
        });
    }

    [Fact]
    public void Every_right_number_survives_reading_and_json() => Samples.ResidentIds.Sample(text =>
    {
        var id = ResidentId.Parse(text, null);
        Assert.Equal(text, id.Value);
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(id));
        Assert.Equal(id, JsonSerializer.Deserialize<ResidentId>(JsonSerializer.Serialize(id)));
    });

    [Fact]
    public void Every_changed_digit_is_refused() => Gen.Select(Samples.ResidentIds, Gen.Int[0, 16], Gen.Char['0', '9']).Sample((text, at, digit) =>
        text[at] == digit || !ResidentId.TryParse(text.With(at, digit), null, out _));

    [Fact]
    public void Every_swap_of_different_neighbours_is_refused() => Gen.Select(Samples.ResidentIds, Gen.Int[0, 16]).Sample((text, at) =>
        text[at] == text[at + 1] || !ResidentId.TryParse(text.Swapped(at), null, out _));

    [Fact]
    public void Json_refuses_a_wrong_number_with_its_reason()
    {
        var thrown = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ResidentId>("\"330200198503150014\""));

        Assert.StartsWith("身份证号最后一位应为 3，请核对证件", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ResidentId>("330200198503150013"));
    }
}
