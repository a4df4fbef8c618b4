using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.JournalKept;

public sealed class JournalOnSqlite(SqliteSite site) : JournalTests(site), IClassFixture<SqliteSite>;

public sealed class JournalOnPostgres(PostgresSite site) : JournalTests(site), IClassFixture<PostgresSite>;

public abstract class JournalTests(Site site)
{
    [Fact]
    public async Task An_altered_row_is_named_and_a_mended_journal_fits_again()
    {
        using var channel = await Channel.For(site);
        await channel.Submitted();
        var victim = await In(db => db.Set<JournalEntry>().OrderBy(e => e.Position).Skip(20).FirstAsync());
        var before = await Verify();

        await In(db => db.Set<JournalEntry>().Where(e => e.Position == victim.Position).ExecuteUpdateAsync(e => e.SetProperty(x => x.Data, victim.Data + " ")));
        var altered = await Verify();
        await In(db => db.Set<JournalEntry>().Where(e => e.Position == victim.Position).ExecuteUpdateAsync(e => e.SetProperty(x => x.Data, victim.Data)));

        Assert.Null(before.Fault);
        Assert.Equal(victim.Position, altered.Fault?.Position);
        Assert.Null((await Verify()).Fault);
    }

    [Fact]
    public async Task A_row_that_vanished_from_the_end_is_found_by_the_days_root()
    {
        var tomorrow = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime.AddDays(2));
        await site.Save(new JournalEntry { Stream = "case/gone", Kind = "test.kept", Data = "{}", Actor = "platform:test", At = site.Clock.GetUtcNow() });
        await In(async db =>
        {
            await PublishRoots.Publish(db, tomorrow, default);
            return 0;
        });

        await In(db => db.Set<JournalEntry>().Where(e => e.Stream == "case/gone").ExecuteDeleteAsync());
        var report = await Verify();
        await In(db => db.Set<JournalRoot>().ExecuteDeleteAsync());

        Assert.Contains("每日根", report.Fault?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_reader_goes_past_an_entry_that_a_transaction_still_running_has_written()
    {
        if (site is SqliteSite) return;
        using var services = site.Services.CreateScope();
        using var others = site.Services.CreateScope();
        var (early, late) = (services.ServiceProvider.GetRequiredService<YiwangDb>(), others.ServiceProvider.GetRequiredService<YiwangDb>());

        // The early one has the older transaction number, and takes its position last.
        await using var earlyTransaction = await early.BeginWrite(default);
        await early.Database.ExecuteSqlAsync($"select pg_current_xact_id()");
        await using var lateTransaction = await late.BeginWrite(default);
        var held = await Append(late);
        var committed = await Append(early);
        await earlyTransaction.Commit(default);
        var during = await In(async db => await Dialect.Of(db).SettledUpTo(db, default));
        await lateTransaction.Commit(default);
        var after = await In(async db => await Dialect.Of(db).SettledUpTo(db, default));

        Assert.True(held < committed);
        Assert.True(during < held, $"{during} is not below {held}");
        Assert.True(after >= committed, $"{after} is below {committed}");
    }

    private static async Task<long> Append(YiwangDb db)
    {
        var entry = new JournalEntry { Stream = $"case/{Guid.NewGuid():N}", Kind = "test.held", Data = "{}", Actor = "platform:test", At = DateTimeOffset.UnixEpoch, OpensStream = true };
        db.Add(entry);
        await db.SaveChangesAsync();
        return entry.Position;
    }

    [Fact]
    public async Task Two_writers_cannot_both_be_next_in_a_stream()
    {
        var stream = $"case/{Guid.NewGuid():N}";

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => In(async db =>
        {
            db.Add(new JournalEntry { Stream = stream, Kind = "test.raced", Data = "{}", Actor = "platform:test", At = site.Clock.GetUtcNow(), OpensStream = true });
            return (await db.TrySave(default)).IsDone;
        })));

        Assert.Single(outcomes, done => done);
    }

    [Fact]
    public async Task What_fails_to_save_leaves_neither_change_nor_entry()
    {
        var entries = await In(db => db.Set<JournalEntry>().CountAsync());

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => site.In(async services =>
        {
            var journal = services.GetRequiredService<Journal>();
            journal.Append("case/half", new CaseWithdrawn("半途"));
            var db = services.GetRequiredService<YiwangDb>();
            db.Add(new JournalRoot { Day = new DateOnly(2020, 1, 1), Entries = 1, LastPosition = 1, Root = null! });
            return await db.SaveChangesAsync();
        }));

        Assert.Equal(entries, await In(db => db.Set<JournalEntry>().CountAsync()));
    }

    private Task<JournalReport> Verify() => site.In(services => services.GetRequiredService<JournalVerification>().Run(default));

    private Task<T> In<T>(Func<YiwangDb, Task<T>> work) => site.In(services => work(services.GetRequiredService<YiwangDb>()));
}
