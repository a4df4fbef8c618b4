using System.Text.Json;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Tests.Kernel;

public sealed class ItemCodeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("XK")]
    [InlineData("XK-001")]
    [InlineData("AB-SCJG-001")]
    [InlineData("XK-SCJG-01")]
    [InlineData("XK-SCJG-0001")]
    [InlineData("XK-SCJG-00A")]
    [InlineData("XK-SC1G-001")]
    [InlineData("XK--001")]
    [InlineData("XK-GAJ--001")]
    [InlineData("XK_SCJG_001")]
    [InlineData("XK SCJG 001")]
    [InlineData("许可-00001-001")]
    [InlineData("XK-ABCDEFGHIJKLMNOPQRSTUVWXYZA-001")]
    public void A_wrong_code_is_refused_with_an_example(string text)
    {
        Assert.False(ItemCode.TryRead(text, out var code, out var reason));

        Assert.Contains("XK-SCJG-004", reason, StringComparison.Ordinal);
        Assert.Equal(default, code);
        Assert.Throws<FormatException>(() => ItemCode.Parse(text, null));
    }

    [Theory]
    [InlineData("XK-SCJG-001", "XK")]
    [InlineData("CF-GAJ-JJ-003", "CF")]
    [InlineData("QZ-GAJ-JJ-003", "QZ")]
    [InlineData("ZS-SWJ-001", "ZS")]
    [InlineData("JF-MZJ-001", "JF")]
    [InlineData("CJ-MZJ-001", "CJ")]
    [InlineData("QR-MZJ-001", "QR")]
    [InlineData("JL-MZJ-001", "JL")]
    [InlineData("QT-MZJ-001", "QT")]
    [InlineData("ZB-MZJ-001", "ZB")]
    [InlineData("GG-MZJ-001", "GG")]
    public void A_right_code_tells_its_category(string text, string category)
    {
        var code = ItemCode.Parse(text, null);

        Assert.Equal(category, code.Category);
        Assert.Equal(text, code.ToString());
        Assert.Equal(code, JsonSerializer.Deserialize<ItemCode>(JsonSerializer.Serialize(code)));
    }

    [Theory]
    [InlineData(" xk-scjg-001 ")]
    [InlineData("ＸＫ－ＳＣＪＧ－００１")]
    [InlineData("XK—SCJG—001")]
    public void Spaces_lower_case_full_width_and_dashes_are_forgiven(string text) => Assert.Equal("XK-SCJG-001", ItemCode.Parse(text, null).Value);

    [Fact]
    public void The_default_means_none() => Assert.Equal("", default(ItemCode).ToString());

    [Fact]
    public void Every_item_of_the_catalogue_has_a_right_code_of_its_category()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Data, "items.json")));
        var items = file.RootElement.EnumerateArray().ToList();

        Assert.Equal(343, items.Count);
        Assert.All(items, item =>
        {
            var id = item.GetProperty("id").GetString();
            Assert.True(ItemCode.TryRead(id, out var code, out var reason), reason);
            Assert.Equal(id, code.Value);
            Assert.Equal(item.GetProperty("category_code_local").GetString(), code.Category);
        });
    }
}
