using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Personal;
using Yiwang.Kernel.Rooms;
using Yiwang.Kernel.Watch;

namespace Yiwang.Kernel.Database;

/// <summary>
/// The one database context of all rooms. Each room adds its own tables; entities are internal to their rooms, so a
/// neighbour cannot query them. Saving seals the journal entries that were appended, in the same transaction.
/// </summary>
public sealed class YiwangDb(DbContextOptions<YiwangDb> options) : DbContext(options)
{
    private readonly DbContextOptions<YiwangDb> _options = options;

    // Kinds of facts whose waiters are to be woken at the commit. One left over from a transaction that failed wakes somebody for nothing.
    private readonly Dictionary<string, int> _journalled = new(StringComparer.Ordinal);

    /// <summary>What personal data is sealed with.</summary>
    internal PersonalSeal Seal => Services.GetRequiredService<PersonalSeal>();

    private IServiceProvider Services => _options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider
        ?? throw new InvalidOperationException("YiwangDb must be made by the container: its tables come from the rooms.");

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
        foreach (var room in Services.GetServices<IRoom>()) room.AddTables(modelBuilder);
        modelBuilder.SealPersonal(Seal);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var alone = Database.CurrentTransaction is null;
        int written;
        using (alone && ChangeTracker.HasChanges() ? await this.GetService<WriterTurns>().Take(cancellationToken) : default)
        {
            foreach (var kind in await JournalSealing.Seal(this, cancellationToken)) _journalled[kind] = _journalled.GetValueOrDefault(kind) + 1;
            written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        if (alone) TellWhatWasJournalled();
        return written;
    }

    /// <summary>Wakes those who wait for the kinds of facts that have been committed.</summary>
    internal void TellWhatWasJournalled()
    {
        if (_journalled.Count == 0) return;
        foreach (var (kind, count) in _journalled) Telemetry.Facts.Add(count, new KeyValuePair<string, object?>("kind", kind));
        this.GetService<JournalSignal>().Pulse(_journalled.Keys);
        _journalled.Clear();
    }

    /// <summary>Not offered: sealing the journal needs the database, and blocking on it would waste a thread.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");
}
