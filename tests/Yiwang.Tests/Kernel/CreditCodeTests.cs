using System.Text.Json;
using CsCheck;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Tests.Kernel;

public sealed class CreditCodeTests
{
    [Theory]
    [InlineData("", "请填写统一社会信用代码")]
    [InlineData("91350100M000100Y4", "统一社会信用代码应为 18 位，现为 17 位，请核对证照上的代码")]
    [InlineData("91350100M000100Y44", "统一社会信用代码最后一位应为 3，请核对证照上的代码")]
    [InlineData("913501O0M000100Y43", "统一社会信用代码第 7 位不能是“O”（不使用 I、O、S、V、Z），请核对证照上的代码")]
    [InlineData("91350100M000100S43", "统一社会信用代码第 16 位不能是“S”（不使用 I、O、S、V、Z），请核对证照上的代码")]
    [InlineData("9135010AM000100Y43", "统一社会信用代码第 8 位应为数字，请核对证照上的代码")]
    [InlineData("91330200MA2T000150", "统一社会信用代码最后一位应为 H，请核对证照上的代码")]
    [InlineData("91303200MA2T00015H", "统一社会信用代码最后一位应为 A，请核对证照上的代码")]
    public void A_wrong_code_is_refused_with_what_to_check(string text, string expected)
    {
        Assert.False(CreditCode.TryRead(text, out var code, out var reason));

        Assert.Equal(expected, reason);
        Assert.Equal(default, code);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => CreditCode.Parse(text, null)).Message);
    }

    [Theory]
    [InlineData("91350100M000100Y43", '9', '1')]
    [InlineData("11330200002999014E", '1', '1')]
    [InlineData("12330200MB1X99903W", '1', '2')]
    [InlineData("91330200MA2T00015H", '9', '1')]
    [InlineData("92330203MA2T00023L", '9', '2')]
    [InlineData("51330200502999029K", '5', '1')]
    [InlineData("11330203MB0T0004X8", '1', '1')]
    [InlineData("93330225MA2T000318", '9', '3')]
    public void A_right_code_tells_authority_and_type(string text, char authority, char type)
    {
        var code = CreditCode.Parse(text, null);

        Assert.Equal(authority, code.Authority);
        Assert.Equal(type, code.OrganisationType);
        Assert.True(code.InnerCheckHolds);
        Assert.Equal(text, code.ToString());
    }

    [Fact]
    public void A_failed_inner_check_is_no_reason_to_refuse()
    {
        const string first17 = "91350100M000100Y5";

        var code = CreditCode.Parse(first17 + CheckDigits.Credit(first17), null);

        Assert.False(code.InnerCheckHolds);
    }

    [Theory]
    [InlineData("91350100M000100y43")]
    [InlineData(" 91350100m000100Y43 ")]
    [InlineData("９１３５０１００Ｍ０００１００Ｙ４３")]
    public void Spaces_lower_case_and_full_width_are_forgiven(string text) => Assert.Equal("91350100M000100Y43", CreditCode.Parse(text, null).Value);

    [Fact]
    public void The_default_means_none() => Assert.Equal("", default(CreditCode).ToString());

    [Fact]
    public void All_sample_bodies_have_right_codes()
    {
        var bodies = Samples.Rows("id_examples.csv", "kind", "value").Where(row => row["kind"] == "统一社会信用代码").ToList();

        Assert.NotEmpty(bodies);
        Assert.All(bodies, row => Assert.True(CreditCode.Parse(row["value"], null).InnerCheckHolds, row["value"]));
    }

    [Fact]
    public void Every_right_code_survives_reading_and_json() => Samples.CreditCodes.Sample(text =>
    {
        var code = CreditCode.Parse(text, null);
        Assert.Equal(text, code.Value);
        Assert.Equal(code, JsonSerializer.Deserialize<CreditCode>(JsonSerializer.Serialize(code)));
    });

    [Fact]
    public void Every_changed_character_is_refused() => Gen.Select(Samples.CreditCodes, Gen.Int[0, 17], Gen.OneOf(Gen.Char['0', '9'], Gen.Char['A', 'Z'])).Sample((text, at, c) =>
        text[at] == c || !CreditCode.TryParse(text.With(at, c), null, out _));

    [Fact]
    public void Every_swap_of_different_neighbours_is_refused() => Gen.Select(Samples.CreditCodes, Gen.Int[0, 16]).Sample((text, at) =>
        text[at] == text[at + 1] || !CreditCode.TryParse(text.Swapped(at), null, out _));
}
