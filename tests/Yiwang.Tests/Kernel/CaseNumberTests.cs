using System.Text.Json;
using CsCheck;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Tests.Kernel;

public sealed class CaseNumberTests
{
    private static readonly RegionCode Haishu = RegionCode.Parse("330203", null);
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("", "请填写办件编号")]
    [InlineData("33020320261124000017", "办件编号应为 21 位，现为 20 位，请核对收件凭证")]
    [InlineData("33020320261124000017AA", "办件编号应为 21 位，现为 22 位，请核对收件凭证")]
    [InlineData("3302032026112400001-A", "办件编号的写法不对，请核对收件凭证")]
    [InlineData("33020320261124O00017A", "办件编号的写法不对，请核对收件凭证")]
    [InlineData("99020320261124000017A", "办件编号：区划代码开头两位不是省级代码")]
    [InlineData("3302K120261124000017A", "办件编号：开发园区代码应为 3302K 加一个字母")]
    [InlineData("33020320261324000017A", "办件编号第 7 至 14 位不是日期，请核对收件凭证")]
    [InlineData("33020320260230000017A", "办件编号第 7 至 14 位不是日期，请核对收件凭证")]
    [InlineData("33020320261124000000A", "办件编号第 15 至 20 位的序号从 000001 起，请核对收件凭证")]
    public void A_wrong_number_is_refused_with_what_to_check(string text, string expected)
    {
        Assert.False(CaseNumber.TryRead(text, out var number, out var reason));

        Assert.Equal(expected, reason);
        Assert.Equal(default, number);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => CaseNumber.Parse(text, null)).Message);
    }

    [Theory]
    [InlineData("330382221408191000009")]
    [InlineData("330000261711151100004")]
    [InlineData("330200011506250000001")]
    [InlineData("330203012601040000017")]
    [InlineData("330281032512310000001")]
    public void The_provinces_own_21_digit_numbers_are_not_taken_for_ours(string text) => Assert.False(CaseNumber.TryParse(text, null, out _));

    [Theory]
    [InlineData("330203", 1, "330203", "33020320261124000001")]
    [InlineData("330203004", 17, "330203", "33020320261124000017")]
    [InlineData("330203004001", 999_999, "330203", "33020320261124999999")]
    [InlineData("3302KA", 17, "3302KA", "3302KA20261124000017")]
    [InlineData("3302", 17, "330200", "33020020261124000017")]
    public void A_number_is_made_of_the_county_the_day_and_the_sequence(string region, int sequence, string county, string body)
    {
        var number = CaseNumber.Create(RegionCode.Parse(region, null), Day, sequence);

        Assert.Equal(body, number.Value[..20]);
        Assert.Equal(CaseNumber.MaxLength, number.Value.Length);
        Assert.Equal(county, number.Region.ShortForm);
        Assert.Equal(Day, number.Date);
        Assert.Equal(sequence, number.Sequence);
        Assert.Equal(number, CaseNumber.Parse(number.ToString(), null));
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public void A_sequence_outside_1_to_999999_is_refused(int sequence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseNumber.Create(Haishu, Day, sequence));

    [Fact]
    public void Spaces_lower_case_and_full_width_are_forgiven()
    {
        var number = CaseNumber.Create(RegionCode.Parse("3302KA", null), Day, 17);

        Assert.Equal(number, CaseNumber.Parse($"　{number.Value.ToLowerInvariant().Replace('2', '２')} ", null));
    }

    [Fact]
    public void The_default_means_none() => Assert.Equal("", default(CaseNumber).ToString());

    /// <summary>The check character is that of GB/T 36904-2018, whose published identifiers prove the computing.</summary>
    [Theory]
    [InlineData("11100000000013338W01111430000006122244L20230000403001", 'U')]
    [InlineData("11100000000013338W01111430000006122244L20230000403002", 'S')]
    [InlineData("11100000000013338W00911330105002500287C2025052201002", '0')]
    [InlineData("11330200002999014E00111330200002999014E2025000001001", '5')]
    [InlineData("11330200002999014E00111330200002999014E2025000001002", '3')]
    [InlineData("11330200002999014E01211330203MB0T0004X8330203202600017001", 'D')]
    public void The_check_character_is_ISO_7064_MOD_37_36(string text, char expected) => Assert.Equal(expected, CheckDigits.Alphanumeric(text));

    [Fact]
    public void Every_number_survives_reading_and_json() => Samples.CaseNumbers.Sample(number =>
    {
        Assert.Equal(number, CaseNumber.Parse(number.Value, null));
        Assert.Equal(number, CaseNumber.Create(number.Region, number.Date, number.Sequence));
        Assert.Equal(number, JsonSerializer.Deserialize<CaseNumber>(JsonSerializer.Serialize(number)));
    });

    [Fact]
    public void Every_changed_character_is_refused() =>
        Gen.Select(Samples.CaseNumbers, Gen.Int[0, 20], Gen.OneOf(Gen.Char['0', '9'], Gen.Char['A', 'Z'])).Sample((number, at, c) =>
            number.Value[at] == c || !CaseNumber.TryParse(number.Value.With(at, c), null, out _));

    [Fact]
    public void Some_swaps_of_neighbours_are_missed()
    {
        Assert.True(CaseNumber.TryParse("330203202611240008901", null, out _));
        Assert.True(CaseNumber.TryParse("330203202611240009801", null, out _));
    }

    /// <summary>MOD 37,36 promises every single error, but of the swaps only nearly all.</summary>
    [Fact]
    public void Fewer_than_one_swap_of_neighbours_in_two_hundred_is_missed()
    {
        var tried = 0;
        var missed = 0;
        for (var sequence = 1; sequence <= 5000; sequence++)
        {
            var text = CaseNumber.Create(Haishu, Day, sequence).Value;
            for (var at = 0; at < text.Length - 1; at++)
            {
                if (text[at] == text[at + 1]) continue;
                tried++;
                if (CaseNumber.TryParse(text.Swapped(at), null, out _)) missed++;
            }
        }

        Assert.InRange(missed, 0, tried / 200);
    }
}
