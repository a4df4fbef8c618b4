using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Yiwang.Bench;

/// <summary>Another node of the platform on the same database, in a process of its own.</summary>
internal sealed class OtherNode : IDisposable
{
    private readonly Process _process;

    private OtherNode(Process process, Uri address) => (_process, Address) = (process, address);

    internal Uri Address { get; }

    internal static OtherNode Start(string postgres)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "yiwang.dll"), "serve", "--demo", "--urls", address, "--postgres", postgres, "--data", System.IO.Directory.CreateTempSubdirectory("yiwang-bench-node-").FullName])
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        };
        // Both nodes read what either has sealed.
        start.Environment["Personal__KeyFile"] = SharedKey.Path;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return new(process, new Uri(address));
    }

    /// <summary>Waits until it serves.</summary>
    internal async Task Answers()
    {
        using var http = new HttpClient();
        while (true)
        {
            if (_process.HasExited) throw new InvalidOperationException($"The other node ended with {_process.ExitCode}.");
            try
            {
                if ((await http.GetAsync(new Uri(Address, "health/ready"))).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
            }
            await Task.Delay(100);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
