using Yiwang.Exchange;
using Yiwang.Supervision.Findings;

namespace Yiwang.Supervision.Board;

/// <summary>实时运行: what happens today, as far as the reader sees.</summary>
/// <param name="Day">Today in Ningbo.</param>
/// <param name="Submitted">Handed in today.</param>
/// <param name="Decided">Decided today.</param>
/// <param name="Open">在办: not ended yet.</param>
/// <param name="Late">Of those, past the promised day.</param>
/// <param name="Regions">By district.</param>
/// <param name="Hours">By hour of the day, from the first to the present one.</param>
/// <param name="Channels">What was handed in today, by channel.</param>
/// <param name="Ages">What is open, by days since it was handed in.</param>
/// <param name="Slowest">The items of this month that took longest.</param>
/// <param name="Systems">The connected systems; only for who sees the whole city.</param>
/// <param name="Latest">The findings made last.</param>
internal sealed record BoardNow(
    DateOnly Day, long Submitted, long Decided, int Open, int Late, IReadOnlyList<RegionNow> Regions, IReadOnlyList<HourNow> Hours, IReadOnlyList<NamedCount> Channels,
    IReadOnlyList<NamedCount> Ages, IReadOnlyList<SlowItem> Slowest, IReadOnlyList<SystemStanding> Systems, IReadOnlyList<Finding> Latest);

/// <summary>What happens today in a district.</summary>
internal sealed record RegionNow(string Code, string Name, long Submitted, long Decided, int Open, int Late);

/// <summary>What happened in an hour.</summary>
internal sealed record HourNow(int Hour, long Submitted, long Decided);

/// <summary>A number of something.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How many.</param>
public sealed record NamedCount(string Name, long Count);

/// <summary>An item with the working days that it took and that were promised, on average.</summary>
internal sealed record SlowItem(string Name, double Days, double PromisedDays, long Decided);
