using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Host;
using Yiwang.Kernel.Blobs;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Faults;

/// <summary>A site that waits only a moment for a locked database.</summary>
public sealed class ImpatientSite : Site
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);

    protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["Database:SqliteTimeoutSeconds"] = "1";
}

public sealed class FaultTests(ImpatientSite site) : IClassFixture<ImpatientSite>
{
    [Fact]
    public async Task A_locked_database_is_told_as_busy_and_nothing_is_half_done()
    {
        using var channel = await Channel.For(site);
        var application = await channel.Application();
        await channel.Submitted();
        var before = await Cases();
        using var lockHolder = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "yiwang.db")};Pooling=False");
        await lockHolder.OpenAsync();
        Execute(lockHolder, "begin exclusive");

        var busy = await channel.Submit(application, "locked-1");
        Execute(lockHolder, "rollback");
        var after = await channel.Submit(application, "locked-1");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database-busy"), (busy.Status, busy.Code));
        Assert.Equal(HttpStatusCode.Created, after.Status);
        Assert.Equal(before + 1, await Cases());
    }

    [Fact]
    public async Task One_bad_row_is_named_by_file_and_line_and_nothing_of_the_import_is_kept()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("yiwang-import-").FullName;
        foreach (var file in System.IO.Directory.GetFiles(RepositoryFiles.Data)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var themes = Path.Combine(folder, "themes.csv");
        await File.WriteAllTextAsync(themes, (await File.ReadAllTextAsync(themes)).TrimEnd() + "\n别的办事,99,不存在的主题,0\n");
        var items = Path.Combine(folder, "items.json");
        await File.WriteAllTextAsync(items, (await File.ReadAllTextAsync(items)).Replace("\"id\": \"XK-SCJG-004\"", "\"id\": \"XK-SCJG-4\"", StringComparison.Ordinal));
        var facts = await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().CountAsync(e => e.Kind.StartsWith("catalogue")));

        var report = await site.In(services => services.GetRequiredService<ImportRun>().Run(folder, default));

        Assert.Equal(2, report.Problems.Count);
        Assert.Contains(report.Problems, p => p is { File: "themes.csv", Line: 68 });
        Assert.Contains(report.Problems, p => p.File == "items.json" && p.Line > 1 && p.Reason.Contains("XK-SCJG-4", StringComparison.Ordinal));
        Assert.Equal(facts, await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().CountAsync(e => e.Kind.StartsWith("catalogue"))));
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_would_break_the_platform_later_is_refused_when_it_is_imported()
    {
        using var data = new ReferenceFolder();
        data.Change("departments.csv", text => text.TrimEnd() + "\n" + SecondOf(text));
        data.Change("holidays.csv", text => text.TrimEnd() + "\n2027-13-01,星期五,元旦,holiday,0,0,0,,high\n");
        data.Change("regions.csv", text => text.Replace("浙江省宁波市海曙区,市辖区", "浙江省宁波市海曙区," + new string('长', 65), StringComparison.Ordinal));

        var report = await data.ImportInto(site);

        Assert.Contains(report.Problems, p => p.File == "departments.csv" && p.Reason.Contains("重复", StringComparison.Ordinal));
        Assert.Contains(report.Problems, p => p.File == "holidays.csv" && p.Reason.Contains("2027-13-01", StringComparison.Ordinal));
        Assert.Contains(report.Problems, p => p.File == "regions.csv" && p.Reason.Contains("过长", StringComparison.Ordinal));

        static string SecondOf(string text) => text.Split('\n').First(line => line.StartsWith("SCJG,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_departments_of_a_kind_in_one_county_are_refused_when_they_are_imported()
    {
        using var data = new ReferenceFolder();
        data.Change("departments_county.csv", text =>
        {
            var row = text.Split('\n').First(line => line.StartsWith("SCJG@330203,", StringComparison.Ordinal));
            return text.TrimEnd() + "\n" + row.Replace("SCJG@330203,", "SCJG2@330203,", StringComparison.Ordinal) + "\n";
        });

        var problem = Assert.Single((await data.ImportInto(site)).Problems);

        Assert.Equal("departments_county.csv", problem.File);
        Assert.Contains("已有同类的现行部门 SCJG@330203", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_the_same_data_again_changes_nothing()
    {
        var before = await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().CountAsync());

        var report = await site.In(services => services.GetRequiredService<ImportRun>().Run(RepositoryFiles.Data, default));

        Assert.Empty(report.Problems);
        Assert.Equal(343, report.Counts["事项"]);
        Assert.Equal(before, await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().CountAsync()));
    }

    [Fact]
    public async Task Production_refuses_to_start_with_demo_accounts()
    {
        var settings = site.Settings with { Production = true, Demo = false };
        await using var app = YiwangApp.Build(settings, builder => builder.Configuration["Personal:KeyFile"] = SharedKey.Path);

        var refusal = await Prepare.Run(app, settings, TextWriter.Null, default);

        Assert.Contains("生产模式拒绝启动", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sweep_takes_orphans_and_leaves_what_is_referred_to()
    {
        using var channel = await Channel.For(site);
        var kept = (string)(await channel.Upload(Channel.Pdf("留下的"))).Body["sha256"]!;
        var blobs = site.Services.GetRequiredService<IBlobs>();
        var orphan = (await blobs.Put(new MemoryStream("没有人要的"u8.ToArray()), 100, default))!.Sha256;
        site.Clock.Forward(TimeSpan.FromHours(25));

        await site.Services.GetRequiredService<SweepBlobs>().Sweep(default);
        site.Clock.Back();

        Assert.Null(blobs.Open(orphan));
        await using var content = blobs.Open(kept);
        Assert.NotNull(content);
    }

    private Task<int> Cases() => site.In(s => s.GetRequiredService<YiwangDb>().Set<Yiwang.Acceptance.Cases.Case>().CountAsync());

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
