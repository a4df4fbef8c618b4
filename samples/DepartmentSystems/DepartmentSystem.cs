using System.Text.Json;
using DepartmentSystems.Connections;
using DepartmentSystems.Store;
using DepartmentSystems.Switches;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems;

/// <summary>One department's system: its database, its connection to the platform and its switches.</summary>
public sealed class DepartmentSystem : IDisposable
{
    private readonly DbContextOptions<DeskDb> _options;
    private readonly SemaphoreSlim _oneWriter = new(1, 1);
    private volatile Connection? _connection;
    private volatile SwitchSettings _switches;

    private DepartmentSystem(SystemProfile profile, string data)
    {
        Profile = profile;
        MaterialFolder = Path.Combine(data, $"{profile.Path}-materials");
        Directory.CreateDirectory(MaterialFolder);
        _options = new DbContextOptionsBuilder<DeskDb>().UseSqlite($"Data Source={Path.Combine(data, $"{profile.Path}.db")}").Options;
        using var db = Open();
        db.Database.EnsureCreated();
        var stored = db.Settings.SingleOrDefault(s => s.Name == SwitchSettings.Name)?.Value;
        _switches = stored is null ? new SwitchSettings { AutoDecide = profile.AutoDecide } : JsonSerializer.Deserialize<SwitchSettings>(stored)!;
    }

    public SystemProfile Profile { get; }

    public string MaterialFolder { get; }

    /// <summary>How the platform is reached; null until the operator's file is there.</summary>
    public Connection? Connection => _connection;

    public SwitchSettings Switches => _switches;

    /// <summary>Raised after each change, for those who work in the background.</summary>
    public event EventHandler? Changed;

    public static DepartmentSystem Start(SystemProfile profile, string data) => new(profile, data);

    public void Connect(Connection connection)
    {
        _connection = connection;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public async Task Switch(SwitchSettings settings, CancellationToken stop)
    {
        await Change(async db =>
        {
            if (await db.Settings.FindAsync([SwitchSettings.Name], stop) is not { } row) db.Add(row = new Setting { Name = SwitchSettings.Name, Value = "" });
            row.Value = JsonSerializer.Serialize(settings);
            return true;
        }, stop);
        _switches = settings;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public async Task<T> Read<T>(Func<DeskDb, Task<T>> question)
    {
        await using var db = Open();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await question(db);
    }

    /// <summary>Does one change in one transaction. Changes of a system come one after another, so each sees the whole one before it.</summary>
    public async Task<T> Change<T>(Func<DeskDb, Task<T>> change, CancellationToken stop)
    {
        await _oneWriter.WaitAsync(stop);
        try
        {
            await using var db = Open();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var result = await change(db);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return result;
        }
        finally
        {
            _oneWriter.Release();
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    public void Dispose() => _oneWriter.Dispose();

    private DeskDb Open() => new(_options);
}
