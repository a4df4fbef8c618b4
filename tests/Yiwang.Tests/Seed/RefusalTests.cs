using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance;
using Yiwang.Bench;
using Yiwang.Host;
using Yiwang.Host.Commands;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Seeding;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Seed;

/// <summary>A real city never gets sample data by accident, and never runs on it.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("yiwang-seed-").FullName;

    [Fact]
    public async Task A_database_with_real_cases_is_not_seeded_and_stays_as_it_is()
    {
        await using var app = Build();
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null(await Prepare.Run(app, Settings, TextWriter.Null, default));
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        db.Add(new JournalEntry { Stream = "case/1", Kind = Yiwang.Kernel.Journals.FactAttribute.KindOf<CaseSubmitted>(), Data = "{}", Actor = "resident:1", At = DateTimeOffset.UnixEpoch.AddYears(56) });
        await db.SaveChangesAsync();
        var before = await db.Set<JournalEntry>().CountAsync();

        var outcome = await Seed(app);

        Assert.Equal("real-cases", outcome.Refusal?.Code);
        Assert.Equal(before, await db.Set<JournalEntry>().CountAsync());
    }

    [Fact]
    public async Task An_empty_database_gets_the_reference_data_first_and_production_refuses_what_was_seeded()
    {
        await using var app = Build();

        var seeded = await Seed(app);
        var refusal = await Prepare.Run(app, Settings with { Production = true }, TextWriter.Null, default);

        Assert.True(seeded.IsDone);
        Assert.Contains("示例数据", refusal, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    private HostSettings Settings => new() { DataFolder = _folder, ReferenceData = RepositoryFiles.Data, LogLevel = Microsoft.Extensions.Logging.LogLevel.Critical };

    private Microsoft.AspNetCore.Builder.WebApplication Build() => YiwangApp.Build(Settings, builder => builder.Configuration["Personal:KeyFile"] = SharedKey.Path);

    private Task<Outcome> Seed(Microsoft.AspNetCore.Builder.WebApplication app) => SeedCommand.Run(app, Settings, new("small", RepositoryFiles.Data), new Silent(), default);

    private sealed class Silent : IProgress<SeedStep>
    {
        public void Report(SeedStep value) { }
    }
}
