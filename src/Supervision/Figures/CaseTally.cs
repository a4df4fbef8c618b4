using Yiwang.Kernel.Calendar;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Figures;

/// <summary>What one case adds to the figures, as it stands. The figures are the sum of this over all cases, and of nothing else.</summary>
internal static class CaseTally
{
    /// <summary>Adds what a case counts for, once or, to take it back, minus once.</summary>
    internal static void Add(Dictionary<TallyKey, int[]> sums, WatchedCase found, int times)
    {
        Count(sums, found, At(found.SubmittedAt), times, (Measure.Submitted, 1), (Measure.Online, FollowCase.IsVisit(found.Channel) ? 0 : 1));
        if (found.AcceptedOn is { } accepted) Count(sums, found, Of(accepted), times, (Measure.Accepted, 1));
        if (found.CorrectionAt is { } told) Count(sums, found, At(told), times, (Measure.Corrections, 1));
        if (found.RatedAt is { } rated) Count(sums, found, At(rated), times, (Measure.Rated, 1), (Measure.BadlyRated, found.Rating <= 2 ? 1 : 0));
        if (found.EndedAt is { } ended) Count(sums, found, At(ended), times, [.. End(found)]);
    }

    private static IEnumerable<(Measure, int)> End(WatchedCase found)
    {
        yield return (found.Ending switch { Ending.Granted => Measure.Granted, Ending.Refused => Measure.Refused, Ending.Declined => Measure.Declined, _ => Measure.Stopped }, 1);
        if (found.DecidedOn is not { } decided) yield break;
        yield return (decided > found.PromisedDue ? Measure.Late : decided < found.PromisedDue ? Measure.Early : Measure.OnTime, 1);
        yield return (Measure.OneVisit, found.Visits <= 1 ? 1 : 0);
        yield return (Measure.Days, found.Days);
        yield return (Measure.PromisedDays, found.PromisedDays);
    }

    private static void Count(Dictionary<TallyKey, int[]> sums, WatchedCase found, Moment at, int times, params (Measure Measure, int Number)[] counts)
    {
        foreach (var key in Keys(found, at))
        {
            if (!sums.TryGetValue(key, out var row)) sums.Add(key, row = new int[Tallies.Measures.Count]);
            foreach (var (measure, number) in counts) row[(int)measure] += times * number;
        }
    }

    private static IEnumerable<TallyKey> Keys(WatchedCase found, Moment at)
    {
        var (region, department, item) = (found.Region.Value, found.Department, found.Item.Value);
        yield return new(Grain.Day, at.Day, region, department, item, found.Channel, found.Point);
        yield return new(Grain.Department, at.Day, region, department, Channel: found.Channel);
        yield return new(Grain.Item, at.Month, region, department, item);
        if (found.Point.Length > 0) yield return new(Grain.Point, at.Month, region, department, Point: found.Point);
        if (at.Hour is { } hour) yield return new(Grain.Hour, hour, region, department);
    }

    /// <summary>The month, day and hour (where it is known) of something, as periods are written.</summary>
    private readonly record struct Moment(string Month, string Day, string? Hour);

    private static Moment Of(DateOnly day) => new(Periods.Month(day), Periods.Day(day), null);

    private static Moment At(DateTimeOffset at) => Of(WorkCalendar.DayInNingbo(at)) with { Hour = Periods.Hour(at) };
}
