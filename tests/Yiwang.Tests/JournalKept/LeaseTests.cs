using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;
using Hosted = Microsoft.Extensions.Hosting.IHostedService;

namespace Yiwang.Tests.JournalKept;

/// <summary>A reader that several nodes work for: for each entry that it takes it writes down which, and by which node.</summary>
/// <typeparam name="TReader">Stands for the reader: two with the same are one reader.</typeparam>
/// <typeparam name="TNode">Stands for the node.</typeparam>
internal sealed class Tally<TReader, TNode>(YiwangDb db) : IJournalReader
{
    public static string Name => $"test.tally-{typeof(TReader).Name}";

    public static IReadOnlyCollection<string> Kinds { get; } = [$"{Name}.counted"];

    public Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        db.AddRange(entries.Select(e => new JournalEntry
        {
            Stream = $"tally/{Guid.NewGuid():N}", Kind = $"{Name}.taken", Actor = "platform:test", At = DateTimeOffset.UnixEpoch, OpensStream = true,
            Data = new JsonObject { ["position"] = e.Position, ["node"] = typeof(TNode).Name }.ToJsonString(),
        }));
        return Task.CompletedTask;
    }
}

/// <summary>A site where such readers can work.</summary>
public abstract class TallySite : Site
{
    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddScoped(typeof(Tally<,>));
}

public sealed class SqliteTallySite : TallySite
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class PostgresTallySite : TallySite
{
    protected override Task<string?> Postgres() => PostgresSite.NewDatabase();
}

public sealed class LeasesOnSqlite(SqliteTallySite site) : LeaseTests(site), IClassFixture<SqliteTallySite>;

public sealed class LeasesOnPostgres(PostgresTallySite site) : LeaseTests(site), IClassFixture<PostgresTallySite>;

/// <summary>Several nodes share a reader by lease: one works at a time, and each entry is taken once whoever works.</summary>
public abstract class LeaseTests(TallySite site)
{
    private sealed class First;

    private sealed class Second;

    private sealed class Waiting;

    private sealed class Vanishing;

    private sealed class Changing;

    private readonly StillClock _clock = new();

    [Fact]
    public async Task While_one_node_holds_the_lease_the_other_takes_nothing()
    {
        using var first = await Start<Waiting, First>();
        var one = await Write<Waiting>();
        await Taken<Waiting>(1);

        using var second = await Start<Waiting, Second>();
        var others = new List<long>();
        for (var i = 0; i < 20; i++) others.Add(await Write<Waiting>());
        var taken = await Taken<Waiting>(21);
        await Stop(first, second);

        Assert.Equal([one, .. others], taken.Select(t => t.Position));
        Assert.All(taken, t => Assert.Equal(nameof(First), t.Node));
    }

    [Fact]
    public async Task When_the_node_that_held_the_lease_is_gone_another_goes_on_where_it_stopped()
    {
        using var first = await Start<Vanishing, First>();
        var before = await Write<Vanishing>();
        await Taken<Vanishing>(1);
        await Stop(first);
        var held = await Holder<Vanishing>();

        var after = await Write<Vanishing>();
        using var second = await Start<Vanishing, Second>();
        _clock.Forward(TimeSpan.FromMinutes(1));
        var taken = await Taken<Vanishing>(2);
        await Stop(second);

        Assert.Equal([(before, nameof(First)), (after, nameof(Second))], taken);
        Assert.NotEqual(held, await Holder<Vanishing>());
    }

    [Fact]
    public async Task However_often_the_lease_changes_hands_each_entry_is_taken_once_and_in_order()
    {
        List<long> written = [await Write<Changing>()];
        Hosted running = await Start<Changing, First>();
        await Taken<Changing>(1);
        var closing = new List<string>();
        for (var round = 0; round < 6; round++)
        {
            // Both work, and each lease is over as soon as it is taken; then one goes in the middle of the work.
            Hosted next = round % 2 == 0 ? await Start<Changing, Second>() : await Start<Changing, First>();
            var writing = Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            {
                _clock.Forward(TimeSpan.FromMinutes(1));
                return Write<Changing>();
            }));
            await Stop(running);
            written.AddRange(await writing);
            written.Add(await Write<Changing>());
            _clock.Forward(TimeSpan.FromMinutes(1));
            closing.Add((await Taken<Changing>(written.Count))[^1].Node);
            running = next;
        }
        await Stop(running);

        Assert.Equal(written.Order(), (await Taken<Changing>(written.Count)).Select(t => t.Position));
        Assert.Equal([nameof(Second), nameof(First), nameof(Second), nameof(First), nameof(Second), nameof(First)], closing);
    }

    private async Task<JournalReaderLoop<Tally<TReader, TNode>>> Start<TReader, TNode>()
    {
        var loop = ActivatorUtilities.CreateInstance<JournalReaderLoop<Tally<TReader, TNode>>>(site.Services, _clock);
        await loop.StartAsync(TestContext.Current.CancellationToken);
        return loop;
    }

    /// <summary>A node that stops leaves its lease behind, as one does that dies.</summary>
    private static Task Stop(params IEnumerable<Hosted> loops) => Task.WhenAll(loops.Select(loop => loop.StopAsync(CancellationToken.None)));

    /// <summary>Writes an entry that the reader wants; its position.</summary>
    private Task<long> Write<TReader>() => site.In(async services =>
    {
        var db = services.GetRequiredService<YiwangDb>();
        var entry = new JournalEntry { Stream = $"case/{Guid.NewGuid():N}", Kind = Tally<TReader, First>.Kinds.Single(), Data = "{}", Actor = "platform:test", At = DateTimeOffset.UnixEpoch, OpensStream = true };
        db.Add(entry);
        await db.SaveChangesAsync();
        return entry.Position;
    });

    /// <summary>Waits until so many have been taken; what was taken, in the order of taking.</summary>
    private async Task<List<(long Position, string Node)>> Taken<TReader>(int atLeast)
    {
        for (var i = 0; ; i++)
        {
            var taken = await site.In(services => services.GetRequiredService<YiwangDb>().Set<JournalEntry>().AsNoTracking()
                .Where(e => e.Kind == $"{Tally<TReader, First>.Name}.taken").OrderBy(e => e.Position).Select(e => e.Data).ToListAsync());
            if (taken.Count >= atLeast) return [.. taken.Select(data => JsonNode.Parse(data)!).Select(t => ((long)t["position"]!, (string)t["node"]!))];
            Assert.True(i < 1800, $"{taken.Count} of {atLeast} were taken");
            await Task.Delay(25);
        }
    }

    private Task<string?> Holder<TReader>() =>
        site.In(services => services.GetRequiredService<YiwangDb>().Set<JournalCheckpoint>().Where(c => c.Reader == Tally<TReader, First>.Name).Select(c => c.LeaseOwner).SingleAsync());
}
