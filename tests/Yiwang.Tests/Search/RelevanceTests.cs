using Yiwang.Bench;
using Yiwang.Catalogue.Search;
using Yiwang.Kernel.Importing;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Search;

public sealed class RelevanceTests
{
    [Fact]
    public void What_people_type_finds_the_item_that_they_want()
    {
        using var shelf = new IndexFolder();
        using var index = shelf.Open();
        index.Rebuild(SampleItems.Items(RepositoryFiles.Data), 1);
        index.Use(SampleItems.Words(RepositoryFiles.Data));
        var queries = CsvRows.Read(Path.Combine(RepositoryFiles.Root, "tests", "Yiwang.Tests", "Search"), "queries.csv", new ImportReport(), "query", "item", "kind");

        var reciprocal = 0.0;
        var misses = new List<string>();
        foreach (var query in queries)
        {
            var found = index.Search(new(query["query"]), null, 10).Value;
            var rank = found.Items.ToList().FindIndex(i => i.Code.Value == query["item"]) + 1;
            if (rank > 0) reciprocal += 1.0 / rank;
            if (rank != 1) misses.Add($"{query["query"]}: {query["item"]} at {rank} of {found.Total}, first {(found.Items.Count > 0 ? found.Items[0].Name : "nothing")}");
        }

        var mean = reciprocal / queries.Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"MRR {mean:0.000} of {queries.Count}\n{string.Join('\n', misses)}");
        Assert.Equal(60, queries.Count);
        Assert.True(mean >= 0.9, $"MRR {mean:0.000}\n{string.Join('\n', misses)}");
    }
}
