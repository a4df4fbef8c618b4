using System.Text;
using Yiwang.Bench;
using Yiwang.Catalogue;
using Yiwang.Catalogue.Search;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Search;

public sealed class IndexTests : IDisposable
{
    private static readonly RegionCode County = RegionCode.Parse("330203", null);
    private static readonly List<IndexedItem> Items = SampleItems.Items(RepositoryFiles.Data);
    private readonly IndexFolder _folder = new();
    private readonly ItemIndex _index;

    public IndexTests()
    {
        _index = _folder.Open();
        _index.Rebuild(Items, 7);
        _index.Use(SampleItems.Words(RepositoryFiles.Data));
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Without_a_region_each_base_item_stands_once_and_with_one_exactly_its_items()
    {
        var city = _index.Search(new(), null, 1).Value;
        var county = _index.Search(new(Region: County), null, 1).Value;

        Assert.Equal(Items.Count(i => i.Lead), city.Total);
        Assert.Equal(Items.Count(i => i.Card.Region == County), county.Total);
        Assert.Equal(county.Total, city.Facets.Regions.Single(r => r.Value == County.Value).Count);
        Assert.Equal(city.Facets.Regions, county.Facets.Regions);
    }

    [Fact]
    public void Facets_count_what_choosing_their_value_would_find_whatever_else_is_chosen()
    {
        ItemQuery[] queries = [new(), new("登记"), new(Region: County), new("许可", County, Category: "行政许可", Audience: "company", OnApplication: true)];
        foreach (var query in queries)
        {
            var facets = _index.Search(query, null, 1).Value.Facets;

            Assert.All(facets.Categories, f => Assert.Equal(f.Count, Total(query with { Category = f.Value })));
            Assert.All(facets.Departments, f => Assert.Equal(f.Count, Total(query with { Department = f.Value })));
            Assert.All(facets.Audiences, f => Assert.Equal(f.Count, Total(query with { Audience = f.Value })));
            Assert.All(facets.OnlineDepths, f => Assert.Equal(f.Count, Total(query with { OnlineDepth = f.Value })));
            Assert.All(facets.Regions, f => Assert.Equal(f.Count, Total(query with { Region = RegionCode.Parse(f.Value, null) })));
        }

        int Total(ItemQuery query) => _index.Search(query, null, 1).Value.Total;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("登记")]
    [InlineData("dengji")]
    public void Turning_the_pages_shows_everything_once(string? text)
    {
        var seen = new List<ItemCode>();
        string? cursor = null;
        var total = 0;
        do
        {
            var page = _index.Search(new(text), cursor, 7).Value;
            seen.AddRange(page.Items.Select(i => i.Code));
            (cursor, total) = (page.Next, page.Total);
        }
        while (cursor is not null);

        Assert.Equal(total, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.True(total > 30);
    }

    [Fact]
    public void A_cursor_that_is_not_ours_is_refused()
    {
        var cursor = _index.Search(new("登记"), null, 5).Value.Next!;

        string[] wrong = ["x", "=====", cursor[..^2], "A" + cursor[1..^1] + "A", new('A', 5000), "登记", Convert.ToBase64String(Encoding.UTF8.GetBytes("1|2|3|4"))];

        Assert.All(wrong, w => Assert.Equal("bad-cursor", _index.Search(new("登记"), w, 5).Refusal?.Code));
    }

    [Fact]
    public void Replaced_items_are_found_at_once_and_the_old_ones_are_gone()
    {
        var old = Items.Where(i => i.Card.Code.Value == "XK-SCJG-004").ToList();
        var renamed = old.Where(i => i.Lead || i.Card.Region == County).Select(i => i with { Card = i.Card with { Name = "鲸鱼饲养登记", Version = 2 } }).ToList();

        _index.Replace([old[0].Card.Code, ItemCode.Parse("XK-SCJG-001", null)], renamed, 8);

        Assert.Equal(2, _index.Search(new("鲸鱼饲养"), null, 5).Value.Items[0].Version);
        Assert.Equal("鲸鱼饲养登记", _index.Search(new("jysy"), null, 5).Value.Items[0].Name);
        Assert.DoesNotContain(_index.Search(new("个体工商户注册登记"), null, 50).Value.Items, i => i.Version == 1 && i.Code == old[0].Card.Code);
        Assert.DoesNotContain(_index.Search(new("企业设立登记"), null, 100).Value.Items, i => i.Code.Value == "XK-SCJG-001");
        Assert.Equal(Items.Count(i => i.Lead) - 1, _index.Search(new(), null, 1).Value.Total);
        Assert.Contains(_index.Suggest("鲸鱼", County, 5), s => s.Item == old[0].Card.Code);
        Assert.Equal(8, _index.Position);
    }

    [Fact]
    public void A_change_that_fails_half_way_leaves_everything_as_it_was()
    {
        Assert.Throws<InvalidOperationException>(() => _index.Rebuild(Items.Take(50).Concat(Failing()), 9));

        Assert.Equal(7, _index.Position);
        Assert.Equal(Items.Count(i => i.Lead), _index.Search(new(), null, 1).Value.Total);
        _index.Rebuild(Items.Take(1), 10);
        Assert.Equal(1, _index.Search(new(), null, 1).Value.Total);

        static IEnumerable<IndexedItem> Failing() => throw new InvalidOperationException("No more items.");
    }

    [Fact]
    public void An_index_that_is_opened_again_is_as_it_was()
    {
        var before = _index.Search(new("结婚"), null, 10).Value;
        _index.Dispose();

        using var again = _folder.Open();
        again.Use(SampleItems.Words(RepositoryFiles.Data));

        Assert.Equal(7, again.Position);
        Assert.Equal(before.Items, again.Search(new("结婚"), null, 10).Value.Items);
    }

    [Theory]
    [InlineData("garbage in every file")]
    [InlineData("every file cut short")]
    [InlineData("half of the files gone")]
    public void A_broken_folder_is_emptied_and_can_be_built_anew(string how)
    {
        _index.Dispose();
        var files = System.IO.Directory.GetFiles(_folder.Path).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        foreach (var (file, i) in files.Select((f, i) => (f, i)))
        {
            if (how[0] == 'g') File.WriteAllText(file, "这不是索引");
            else if (how[0] == 'e') File.WriteAllBytes(file, File.ReadAllBytes(file)[..(int)(new FileInfo(file).Length / 2)]);
            else if (i % 2 == 0) File.Delete(file);
        }

        using var again = _folder.Open();

        Assert.Null(again.Position);
        again.Rebuild(Items, 11);
        Assert.Equal(Items.Count(i => i.Lead), again.Search(new(), null, 1).Value.Total);
    }

    [Fact]
    public void A_folder_that_another_process_holds_is_not_emptied()
    {
        Assert.ThrowsAny<Exception>(() => _folder.Open());

        Assert.Equal(Items.Count(i => i.Lead), _index.Search(new(), null, 1).Value.Total);
    }

    [Fact]
    public void Whatever_is_typed_gets_an_answer()
    {
        string[] typed =
        [
            "", "   ", "　", "\0\u0001\u001b", "😀", "身份证😀", "<script>alert(1)</script>", "+-&&||!(){}[]^\"~*?:\\/", "name:*", "身份证 AND (", "\"身份证", "身份证~2^9", "*", "?", "怎么办理", "的", "\ud83d", "身\udc00份证",
            new('证', 10_000), new('z', 10_000), new('a', 60), "zhzhzhshshshzhzhshsh", string.Concat(Enumerable.Repeat("身份证丢了怎么补办 ", 1000)), "'; drop table catalogue_items; --", "ＸＫ－ＳＣＪＧ－００４", "xkscjg004",
        ];
        foreach (var text in typed)
        {
            Assert.True(_index.Search(new(text), null, 10).IsDone);
            Assert.True(_index.Search(new(text, County), null, 10).IsDone);
            Assert.NotNull(_index.Suggest(text, default, 10));
        }
        Assert.Equal("QR-GAJ-006", _index.Search(new("(身份证):*"), null, 1).Value.Items[0].Code.Value);
        Assert.Equal("XK-SCJG-004", _index.Search(new("ＸＫ－ＳＣＪＧ－００４"), null, 1).Value.Items[0].Code.Value);
        Assert.Equal(0, _index.Search(new("鱻龘"), null, 1).Value.Total);
    }

    [Fact]
    public void What_was_meant_is_said_when_it_was_written_otherwise()
    {
        Assert.Equal("个体工商户", _index.Search(new("个体公商户"), null, 1).Value.DidYouMean);
        Assert.Null(_index.Search(new("个体工商户"), null, 1).Value.DidYouMean);
    }

    [Theory]
    [InlineData("居住", "居住证申领")]
    [InlineData("juzhuz", "居住证申领")]
    [InlineData("jzzsl", "居住证申领")]
    [InlineData("jhdengj", "内地居民结婚登记")]
    [InlineData("gongjij", "住房公积金")]
    public void What_is_being_typed_is_completed(string typed, string wanted) => Assert.Contains(_index.Suggest(typed, default, 10), s => s.Text.Contains(wanted, StringComparison.Ordinal));

    [Fact]
    public async Task Many_search_while_one_writes()
    {
        var stop = TestContext.Current.CancellationToken;
        var one = Items.Where(i => i.Card.Code.Value == "XK-SCJG-004").ToList();
        var searching = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                // Old or new, but never neither.
                Assert.Equal("XK-SCJG-004", _index.Search(new("个体工商户注册登记"), null, 1).Value.Items[0].Code.Value);
                Assert.NotEmpty(_index.Suggest("getigong", default, 3));
            }
        }, stop)).ToList();

        for (var i = 0; i < 10; i++) _index.Replace([one[0].Card.Code], one, 20 + i);

        await Task.WhenAll(searching);
        Assert.Equal(29, _index.Position);
    }
}
