using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Kernel;

/// <summary>What is read once and kept in memory: however many ask at once, one of them reads.</summary>
public sealed class RememberedTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    private const int Asking = 50;

    private readonly FakeClock _clock = new();
    private readonly TaskCompletionSource _mayRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _reads;

    [Fact]
    public async Task When_it_is_too_old_one_reads_it_anew_and_the_others_do_not_wait()
    {
        var remembered = Remembered(slow: false);
        var first = await remembered.Get(default);
        Slow = true;
        _clock.Forward(TimeSpan.FromSeconds(31));
        var reader = remembered.Get(default).AsTask();
        await Task.WhenAll(Enumerable.Range(0, Asking).Select(async _ => Assert.Same(first, await remembered.Get(default))));
        _mayRead.SetResult();

        Assert.NotSame(first, await reader);
        Assert.Same(await reader, await remembered.Get(default));
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task After_it_was_forgotten_nobody_gets_what_was_and_one_reads_for_all()
    {
        var remembered = Remembered(slow: false);
        var first = await remembered.Get(default);
        Slow = true;
        remembered.Forget();
        var asking = Enumerable.Range(0, Asking).Select(_ => remembered.Get(default).AsTask()).ToList();
        _mayRead.SetResult();
        var answers = await Task.WhenAll(asking);

        Assert.DoesNotContain(first, answers);
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task What_was_read_before_a_change_does_not_outlive_it()
    {
        var remembered = Remembered(slow: true);
        var before = remembered.Get(default).AsTask();
        remembered.Forget();
        _mayRead.SetResult();
        await before;

        Assert.NotSame(await before, await remembered.Get(default));
    }

    [Fact]
    public async Task What_nobody_could_read_for_long_is_not_given_out_for_ever()
    {
        var remembered = Remembered(slow: false);
        var first = await remembered.Get(default);
        Slow = true;
        _clock.Forward(TimeSpan.FromSeconds(90));
        var asking = Enumerable.Range(0, Asking).Select(_ => remembered.Get(default).AsTask()).ToList();
        _mayRead.SetResult();

        Assert.DoesNotContain(first, await Task.WhenAll(asking));
        Assert.Equal(2, _reads);
    }

    private bool Slow { get; set; }

    private Remembered<object> Remembered(bool slow)
    {
        Slow = slow;
        return new(site.Services.GetRequiredService<IServiceScopeFactory>(), new Ticking(_clock), TimeSpan.FromSeconds(30), async (_, _) =>
        {
            Interlocked.Increment(ref _reads);
            if (Slow) await _mayRead.Task;
            return new object();
        });
    }

    // The pushed clock counts the time that passes, too.
    private sealed class Ticking(FakeClock clock) : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => clock.GetUtcNow().Ticks;
    }
}
