using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Yiwang.Tests.Faults;

/// <summary>A program of ours in a process of its own, stopped by its process id.</summary>
internal sealed class Processes : IDisposable
{
    private const int AnswerTries = 2400;

    private readonly List<Process> _running = [];

    internal Process Start(string program, params string[] arguments) => Start(program, arguments, []);

    internal Process Start(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // One that lives for seconds gains nothing from watching itself.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _running.Add(process);
        return process;
    }

    internal static string Program(string folder, string name) => Path.Combine(RepositoryFiles.Root, folder, "bin", "Debug", "net10.0", name);

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until it answers: for minutes, since a first start on a busy machine imports all reference data.</summary>
    internal static async Task Answers(Uri address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var i = 0; ; i++)
        {
            try
            {
                if ((await http.GetAsync(address)).IsSuccessStatusCode) return;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                Assert.True(i < AnswerTries, $"{address} does not answer");
            }
            await Task.Delay(100);
        }
    }

    public void Dispose()
    {
        foreach (var process in _running.Where(p => !p.HasExited)) process.Kill();
        foreach (var process in _running) process.Dispose();
    }
}
