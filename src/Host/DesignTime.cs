using Microsoft.EntityFrameworkCore.Design;
using Yiwang.Kernel.Database;

namespace Yiwang.Host;

/// <summary>Lets the migration tool see the model. <c>YIWANG_POSTGRES</c> chooses the provider; no connection is made.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<YiwangDb>
{
    public YiwangDb CreateDbContext(string[] args) =>
        YiwangApp.Build(new HostSettings { DataFolder = Path.Combine(Path.GetTempPath(), "yiwang-design") }).Services.CreateScope().ServiceProvider.GetRequiredService<YiwangDb>();
}
