using System.Text.Json;
using Yiwang.Kernel.Journals;

namespace Yiwang.Supervision.Figures;

/// <summary>A part of the efficiency index.</summary>
/// <param name="Code">onTime, early, oneVisit, online or rating.</param>
/// <param name="Name">Its name.</param>
/// <param name="Weight">What it counts for; all add up to 100.</param>
/// <param name="Words">How it is counted.</param>
internal sealed record EfficiencyPart(string Code, string Name, int Weight, string Words);

/// <summary>效能指数: how well a region, a department, a window or an item does, from 0 to 100, by a published formula.</summary>
/// <remarks>
/// A part without anything to count (nobody rated) is left out and the others count for more. Cards that were not lifted take off points: one for a yellow
/// and three for a red card in every hundred decided cases, at most <see cref="MostOff"/>.
/// </remarks>
internal static class Efficiency
{
    /// <summary>What cards take off at most.</summary>
    internal const int MostOff = 20;

    /// <summary>What a yellow and a red card take off, for each in a hundred decided cases.</summary>
    internal const int Yellow = 1, Red = 3;

    /// <summary>The formula, which comes with the platform (efficiency.json).</summary>
    internal static IReadOnlyList<EfficiencyPart> Parts { get; } = Read();

    /// <summary>The share of a part, from 0 to 1; null where there is nothing to count.</summary>
    internal static double? Share(string part, Sum sum) => part switch
    {
        "onTime" => Of(sum[Measure.Early] + sum[Measure.OnTime], sum.Decided),
        "early" => Of(sum[Measure.Early], sum.Decided),
        "oneVisit" => Of(sum[Measure.OneVisit], sum.Decided),
        "online" => Of(sum[Measure.Online], sum[Measure.Submitted]),
        "rating" => Of(sum[Measure.Rated] - sum[Measure.BadlyRated], sum[Measure.Rated]),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    /// <summary>The index; null while nothing was decided.</summary>
    internal static double? Index(Sum sum)
    {
        if (sum.Decided == 0) return null;
        var counted = Parts.Select(p => (p.Weight, Share: Share(p.Code, sum))).Where(p => p.Share is not null).ToList();
        var points = counted.Sum(p => p.Weight * p.Share!.Value) * 100 / counted.Sum(p => p.Weight);
        return Math.Max(0, points - Off(sum));
    }

    /// <summary>What cards take off.</summary>
    internal static double Off(Sum sum) => sum.Decided == 0 ? 0 : Math.Min(MostOff, (Yellow * sum.YellowCards + Red * sum.RedCards) * 100.0 / sum.Decided);

    private static double? Of(long part, long whole) => whole == 0 ? null : (double)part / whole;

    private static List<EfficiencyPart> Read()
    {
        using var stream = typeof(Efficiency).Assembly.GetManifestResourceStream("Yiwang.Supervision.Figures.efficiency.json") ?? throw new InvalidOperationException("The formula of the efficiency index is missing.");
        return JsonSerializer.Deserialize<List<EfficiencyPart>>(stream, Journal.Json)!;
    }
}

/// <summary>What was counted of something over a time.</summary>
/// <param name="Counts">The measures, in their order.</param>
/// <param name="YellowCards">Yellow cards that were not lifted.</param>
/// <param name="RedCards">Red cards that were not lifted.</param>
public sealed record Sum(IReadOnlyList<long> Counts, int YellowCards = 0, int RedCards = 0)
{
    internal long this[Measure measure] => Counts[(int)measure];

    /// <summary>办结: granted or refused.</summary>
    internal long Decided => this[Measure.Granted] + this[Measure.Refused];

    /// <summary>Average working days from acceptance to decision; null while nothing was decided.</summary>
    internal double? AverageDays => Decided == 0 ? null : (double)this[Measure.Days] / Decided;

    /// <summary>Adds up.</summary>
    internal static Sum Of(IEnumerable<Sum> sums)
    {
        var (counts, yellow, red) = (new long[Tallies.Measures.Count], 0, 0);
        foreach (var sum in sums)
        {
            for (var i = 0; i < counts.Length; i++) counts[i] += sum.Counts[i];
            (yellow, red) = (yellow + sum.YellowCards, red + sum.RedCards);
        }
        return new(counts, yellow, red);
    }
}
