using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Yiwang.Catalogue.Search;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;

namespace Yiwang.Bench;

/// <summary>
/// Searches the catalogue at two sizes. The ceiling is the same queries' terms looked up bare on the same index: one TermQuery each,
/// the first twenty, no facets, no other words, no letters.
/// </summary>
internal static class SearchBench
{
    private const int Rounds = 20;

    internal static void Run(string root)
    {
        var data = Path.Combine(root, "data");
        var texts = CsvRows.Read(Path.Combine(root, "tests", "Yiwang.Tests", "Search"), "queries.csv", new ImportReport(), "query").ConvertAll(r => r["query"]);
        Console.WriteLine("| documents | build s | work | p50 ms | p99 ms | max ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var size in (int[])[1_000, 87_000])
        {
            var folder = System.IO.Directory.CreateTempSubdirectory("yiwang-bench-search-").FullName;
            try
            {
                using var index = ItemIndex.Open(folder);
                var items = SampleItems.Many(data, size).ToList();
                var watch = Stopwatch.StartNew();
                index.Rebuild(items, 1);
                var build = watch.Elapsed.TotalSeconds;
                index.Use(SampleItems.Words(data));
                var county = RegionCode.Parse("330203", null);
                Measure("search, whole city", texts, text => index.Search(new(text), null, 20));
                Measure("search, one county", texts, text => index.Search(new(text, county), null, 20));
                Measure("list with facets", ["个人", "法人"], audience => index.Search(new(null, default, OnApplication: true, Audience: audience == "个人" ? "person" : "company"), null, 20));
                Measure("list of a county", ["SCJG", "GAJ"], department => index.Search(new(null, county, Department: department), null, 20));
                Measure("suggest", [.. texts.SelectMany(t => Enumerable.Range(1, Math.Min(6, t.Length)).Select(n => t[..n]))], text => index.Suggest(text, default, 10));
                Measure("replace one item", ["XK-SCJG-001"], code => index.Replace([ItemCode.Parse(code, null)], items.Where(i => i.Card.Code.Value == code), 2), 5);
                Bare(folder, texts, size, build);

                void Measure(string work, List<string> inputs, Action<string> act, int rounds = Rounds) => Report(size, build, work, Times(inputs, act, rounds));
            }
            finally
            {
                System.IO.Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Bare(string folder, List<string> texts, int size, double build)
    {
        using var files = FSDirectory.Open(folder);
        using var reader = DirectoryReader.Open(files);
        var searcher = new IndexSearcher(reader);
        var terms = texts.SelectMany(t => Words.Pairs(Words.Fold(t))).Select(t => ItemDocument.Term(ItemDocument.City, t.Text)).ToList();
        Report(size, build, "ceiling: a bare term", Times(terms, term => searcher.Search(new TermQuery(new Term(ItemDocument.Name, term)), 20), Rounds));
    }

    private static List<double> Times(List<string> inputs, Action<string> act, int rounds)
    {
        for (var i = 0; i < 2; i++) inputs.ForEach(act);
        var times = new List<double>(inputs.Count * rounds);
        for (var i = 0; i < rounds; i++)
        {
            foreach (var input in inputs)
            {
                var start = Stopwatch.GetTimestamp();
                act(input);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        times.Sort();
        return times;
    }

    private static void Report(int size, double build, string work, List<double> times) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {size} | {build:0.0} | {work} | {times[times.Count / 2]:0.00} | {times[Math.Min(times.Count - 1, times.Count * 99 / 100)]:0.00} | {times[^1]:0.00} |"));
}
