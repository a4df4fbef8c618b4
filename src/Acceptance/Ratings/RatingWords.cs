using System.Text.Json;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Ratings;

/// <summary>The levels and tags of ratings, from ratings.json. Levels as GB/T 39735-2020: 1 非常不满意 to 5 非常满意; 1 and 2 are bad ones (差评).</summary>
internal static class RatingWords
{
    internal const int Levels = 5;

    /// <summary>The highest level that is a bad rating.</summary>
    internal const int Bad = 2;

    private static readonly Words All = Read();

    internal static IReadOnlyList<string> GoodTags => All.Good;

    internal static IReadOnlyList<string> BadTags => All.Bad;

    internal static string Level(int level) => All.Levels[level - 1];

    private static Words Read()
    {
        using var stream = typeof(RatingWords).Assembly.GetManifestResourceStream("Yiwang.Acceptance.Ratings.ratings.json") ?? throw new InvalidOperationException("The words of ratings are missing.");
        return JsonSerializer.Deserialize<Words>(stream, Journal.Json)!;
    }

    private sealed record Words(IReadOnlyList<string> Levels, IReadOnlyList<string> Good, IReadOnlyList<string> Bad);
}
