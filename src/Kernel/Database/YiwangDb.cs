using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Kernel.Database;

/// <summary>
/// The one database context of all rooms. Each room adds its own tables; entities are internal to their rooms, so a
/// neighbour cannot query them. Saving seals the journal entries that were appended, in the same transaction.
/// </summary>
public sealed class YiwangDb(DbContextOptions<YiwangDb> options) : DbContext(options)
{
    private readonly DbContextOptions<YiwangDb> _options = options;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.StoreIdentifiers();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTimeColumn>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(YiwangDb).Assembly);
        Dialect.Of(this).AddTo(modelBuilder);
        var services = _options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider
            ?? throw new InvalidOperationException("YiwangDb must be made by the container: its tables come from the rooms.");
        foreach (var room in services.GetServices<IRoom>()) room.AddTables(modelBuilder);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var appended = await JournalSealing.Seal(this, cancellationToken);
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (appended && Database.CurrentTransaction is null) this.GetService<JournalSignal>().Pulse();
        return written;
    }

    /// <summary>Not offered: sealing the journal needs the database, and blocking on it would waste a thread.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");
}
