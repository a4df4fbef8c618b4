using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Identifiers;
using Yiwang.Supervision.Figures;

namespace Yiwang.Supervision.Board;

/// <summary>The board, at most two seconds old.</summary>
internal sealed class LiveBoard(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly KeptFor<string, BoardNow> _boards = new(TimeSpan.FromSeconds(2), scopes, clock);

    /// <summary>The board of a region, or of the whole city.</summary>
    internal Task<BoardNow> Of(RegionCode? region, CancellationToken stop) => _boards.Get(region?.Value ?? "", services => services.GetRequiredService<ReadBoard>().Of(region, stop), stop);
}
