using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Board;

/// <summary>Tells screens that there is something new to show, by server-sent events.</summary>
internal static class BoardEvents
{
    // Between two events: a wall screen need not be drawn more often.
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(2);

    // Without news, so that what other nodes took, and what only time changes, is shown too.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(15);

    internal static void MapBoard(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{SupervisionRoutes.Board}/events", (JournalSignal signal, TimeProvider clock, IHostApplicationLifetime lifetime, CancellationToken gone) =>
            TypedResults.ServerSentEvents(News(signal, clock, lifetime.ApplicationStopping, gone)))
        .RequireAuthorization(Policies.Supervisor).ExcludeFromDescription();

    /// <summary>One event at once, then one for each time that the reader took something; ends when the reader leaves or the platform stops.</summary>
    private static async IAsyncEnumerable<SseItem<string>> News(JournalSignal signal, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        using var bell = signal.On(WatchJournal.Name);
        while (!either.IsCancellationRequested)
        {
            yield return new SseItem<string>(clock.GetUtcNow().ToString("O"), "changed");
            try
            {
                await Task.Delay(AtLeast, either.Token);
                await bell.Wait(AtMost, either.Token);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }
}
