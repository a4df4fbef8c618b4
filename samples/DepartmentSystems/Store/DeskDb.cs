using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DepartmentSystems.Store;

/// <summary>The database of one department's system.</summary>
public sealed class DeskDb(DbContextOptions<DeskDb> options) : DbContext(options)
{
    public DbSet<CaseRecord> Cases => Set<CaseRecord>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<MaterialRecord> Materials => Set<MaterialRecord>();
    public DbSet<InboundMessage> Inbound => Set<InboundMessage>();
    public DbSet<Reply> Replies => Set<Reply>();
    public DbSet<SeenSignature> Signatures => Set<SeenSignature>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<Setting> Settings => Set<Setting>();

    // SQLite compares no offsets; milliseconds since 1970 it does.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseRecord>(c =>
        {
            c.HasKey(x => x.Number);
            c.Property(x => x.State).HasConversion<string>();
            c.Property(x => x.Ending).HasConversion<string>();
            c.HasIndex(x => new { x.State, x.TurnSince });
        });
        modelBuilder.Entity<HistoryEntry>().HasIndex(h => h.Case);
        modelBuilder.Entity<MaterialRecord>(m =>
        {
            m.HasKey(x => new { x.Case, x.Id });
            m.HasIndex(x => new { x.Fetched, x.NextAt });
        });
        modelBuilder.Entity<InboundMessage>(m =>
        {
            m.HasKey(x => new { x.Source, x.Id });
            m.Property(x => x.State).HasConversion<string>();
            m.HasIndex(x => new { x.Case, x.Sequence }).IsUnique();
        });
        modelBuilder.Entity<Reply>(r =>
        {
            r.HasKey(x => x.Id);
            r.Property(x => x.State).HasConversion<string>();
            r.HasIndex(x => new { x.Case, x.Sequence }).IsUnique();
            r.HasIndex(x => new { x.State, x.NextAt });
        });
        modelBuilder.Entity<SeenSignature>(s =>
        {
            s.HasKey(x => new { x.Kid, x.Jti });
            s.HasIndex(x => x.At);
        });
        modelBuilder.Entity<Counter>().HasKey(c => c.Name);
        modelBuilder.Entity<Setting>().HasKey(s => s.Name);
    }

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(t => t.ToUnixTimeMilliseconds(), m => DateTimeOffset.FromUnixTimeMilliseconds(m));
}
