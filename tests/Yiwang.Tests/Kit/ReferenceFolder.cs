using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Host;
using Yiwang.Kernel.Importing;

namespace Yiwang.Tests.Kit;

/// <summary>A copy of the reference data that a test may change and import.</summary>
public sealed class ReferenceFolder : IDisposable
{
    private readonly string _path = System.IO.Directory.CreateTempSubdirectory("yiwang-reference-").FullName;

    public ReferenceFolder()
    {
        foreach (var file in System.IO.Directory.GetFiles(RepositoryFiles.Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_path, Path.GetRelativePath(RepositoryFiles.Data, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Changes the text of one file.</summary>
    public void Change(string file, Func<string, string> change)
    {
        var path = Path.Combine(_path, file);
        var before = File.ReadAllText(path);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }

    /// <summary>Imports it, as <c>yiwang import</c> does.</summary>
    public Task<ImportReport> ImportInto(Site site) => site.In(services => services.GetRequiredService<ImportRun>().Run(_path, default));

    /// <summary>Imports it into a site's database from another process, as far as the site can tell.</summary>
    public async Task<ImportReport> ImportBeside(Site site)
    {
        await using var other = YiwangApp.Build(site.Settings, builder => builder.Configuration["Personal:KeyFile"] = SharedKey.Path);
        await using var scope = other.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportRun>().Run(_path, default);
    }

    public void Dispose() => System.IO.Directory.Delete(_path, recursive: true);
}
