using System.Security.Cryptography;
using System.Text.Json;

namespace DepartmentSystems.Connections;

/// <summary>Where the connection files are.</summary>
public sealed record ConnectionFolder(string Path);

/// <summary>Reads each system's connection file when it comes and whenever it changes.</summary>
public sealed class ConnectionWatch(IReadOnlyList<DepartmentSystem> systems, ConnectionFolder folder, ILogger<ConnectionWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Dictionary<DepartmentSystem, byte[]> _read = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var system in systems)
        {
            if (!await Look(system, cancellationToken)) logger.LogInformation("{System} waits for its connection file {File}", system.Profile.Code, FileOf(system));
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var system in systems) await Look(system, stoppingToken);
        }
    }

    private string FileOf(DepartmentSystem system) => Path.Combine(folder.Path, $"{system.Profile.Code}.json");

    private async Task<bool> Look(DepartmentSystem system, CancellationToken stop)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(FileOf(system), stop);
            if (_read.TryGetValue(system, out var before) && bytes.AsSpan().SequenceEqual(before)) return system.Connection is not null;
            _read[system] = bytes;
            var connection = Connection.Read(bytes, system.Profile.Code);
            system.Connect(connection);
            logger.LogInformation("{System} is connected to {Platform}", system.Profile.Code, connection.Platform);
            return true;
        }
        catch (IOException)
        {
            // Not there yet, or being written: look again.
            return false;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or CryptographicException or ArgumentException)
        {
            logger.LogWarning("{System}: the connection file cannot be read yet: {Reason}", system.Profile.Code, exception.Message);
            return false;
        }
    }
}
