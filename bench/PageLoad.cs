using System.Diagnostics;

namespace Yiwang.Bench;

/// <summary>So many requests a second, whether or not earlier ones have been answered.</summary>
internal static class PageLoad
{
    /// <summary>A client that waits for no connection; with somebody's cookies where it is somebody's.</summary>
    internal static HttpClient Client(Uri address, string? cookies = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        if (cookies is not null) http.DefaultRequestHeaders.Add("Cookie", cookies);
        return http;
    }

    /// <summary>Fetches pages; the times in milliseconds, from the moment at which each was due.</summary>
    internal static Task<(List<double> Times, int Failed)> Run(HttpClient http, Func<int, string> next, int perSecond, int seconds) => Run(i => http.GetAsync(new Uri(next(i), UriKind.Relative)), perSecond, seconds);

    /// <summary>Sends requests; the times in milliseconds, from the moment at which each was due.</summary>
    internal static async Task<(List<double> Times, int Failed)> Run(Func<int, Task<HttpResponseMessage>> send, int perSecond, int seconds)
    {
        var requests = new Task<double?>[perSecond * seconds];
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < requests.Length; i++)
        {
            var due = begin + (long)((double)i / perSecond * Stopwatch.Frequency);
            for (var left = due - Stopwatch.GetTimestamp(); left > 0; left = due - Stopwatch.GetTimestamp()) await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1, 1000d * left / Stopwatch.Frequency)));
            requests[i] = One(i, due);
        }
        var times = await Task.WhenAll(requests);
        return ([.. times.Where(t => t is not null).Select(t => t!.Value).DefaultIfEmpty(double.NaN)], times.Count(t => t is null));

        async Task<double?> One(int i, long due)
        {
            try
            {
                using var response = await send(i);
                await response.Content.CopyToAsync(Stream.Null);
                return response.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(due).TotalMilliseconds : null;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                return null;
            }
        }
    }
}
