using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Identifiers;
using Yiwang.Supervision.Figures;

namespace Yiwang.Supervision.Open;

/// <summary>What everybody may see of a month.</summary>
/// <param name="Regions">Region by region.</param>
/// <param name="Departments">The departments of one of them.</param>
internal sealed record OpenMonth(IReadOnlyList<FigureLine> Regions, IReadOnlyList<FigureLine> Departments);

/// <summary>办件统计 for everybody, at most a minute old.</summary>
internal sealed class OpenFigures(IServiceScopeFactory scopes, TimeProvider clock)
{
    // Whoever asks for months that nobody has lived in shall not fill the memory.
    private static readonly DateOnly First = new(2020, 1, 1);
    private readonly KeptFor<(DateOnly, RegionCode), OpenMonth> _months = new(TimeSpan.FromMinutes(1), scopes, clock);

    internal Task<OpenMonth> Of(DateOnly month, RegionCode region, CancellationToken stop) =>
        month < First || month > WorkCalendar.TodayInNingbo(clock)
            ? Task.FromResult(new OpenMonth([], []))
            : _months.Get((month, region), services => Read(services.GetRequiredService<ReadFigures>(), month, region, stop), stop);

    private static async Task<OpenMonth> Read(ReadFigures read, DateOnly month, RegionCode region, CancellationToken stop) =>
        new(Ordered(await read.Regions(Sight.Public, month, stop)), Ordered(await read.Departments(Sight.Public, month, region, stop)));

    private static List<FigureLine> Ordered(List<FigureLine> lines) => [.. lines.OrderByDescending(l => l.Sum.Decided).ThenBy(l => l.Code, StringComparer.Ordinal)];
}
