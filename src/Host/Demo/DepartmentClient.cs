using System.Text.Json;
using System.Text.Json.Nodes;

namespace Yiwang.Host.Demo;

/// <summary>The queue of the sample department system, through its machine interface: what a clerk does on its pages.</summary>
internal sealed class DepartmentClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http;

    private DepartmentClient(HttpClient http) => _http = http;

    internal static DepartmentClient Open(Uri systems, string data)
    {
        var connection = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "connections", "SYS-04.json"))).RootElement;
        var http = new HttpClient { BaseAddress = new Uri(systems, "scjg/") };
        http.DefaultRequestHeaders.Add("X-Demo-Key", connection.GetProperty("demoKey").GetString());
        return new DepartmentClient(http);
    }

    /// <summary>Waits until the case is in the queue, in one of these states if any are named.</summary>
    internal async Task WaitFor(string number, CancellationToken stop, params string[] states)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            using var response = await _http.GetAsync($"api/cases/{number}", stop);
            if (response.IsSuccessStatusCode)
            {
                var view = JsonNode.Parse(await response.Content.ReadAsStringAsync(stop))!;
                if (states.Length == 0 || states.Contains((string?)view["case"]?["state"], StringComparer.Ordinal)) return;
            }
            if (Environment.TickCount64 > until) throw new DemoException($"等了 {Patience.TotalSeconds:0} 秒，办件 {number} 没有到达部门系统");
            await Task.Delay(100, stop);
        }
    }

    internal async Task Act(string number, string act, JsonObject? body, CancellationToken stop)
    {
        using var response = await _http.PostAsJsonAsync($"api/cases/{number}/{act}", body ?? [], stop);
        if (!response.IsSuccessStatusCode) throw new DemoException($"部门系统不接受 {act}：{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(stop)}");
    }

    public void Dispose() => _http.Dispose();
}
