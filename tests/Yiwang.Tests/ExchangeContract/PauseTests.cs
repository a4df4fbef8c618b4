using Yiwang.Exchange.Deliver;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.ExchangeContract;

/// <summary>How long the exchange waits before it tries again, for a message and for a system.</summary>
public sealed class PauseTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private readonly StillClock _clock = new();

    [Fact]
    public void A_message_waits_a_second_then_twice_as_long_each_time_and_never_much_longer_than_an_hour()
    {
        for (var failures = 0; failures < Retries.Most; failures++)
        {
            var meant = Math.Min(Math.Pow(2, failures), 3600);
            // Scattered a little, so that what failed together does not come back together.
            Assert.All(Enumerable.Range(0, 50).Select(_ => Retries.After(failures).TotalSeconds), seconds => Assert.InRange(seconds, meant * 0.9, meant * 1.1));
        }
        Assert.True(Enumerable.Range(0, 50).Select(_ => Retries.After(5)).Distinct().Count() > 1);
    }

    [Fact]
    public void A_message_is_tried_for_more_than_a_day_before_it_is_dead() =>
        Assert.True(Enumerable.Range(0, Retries.Most - 1).Sum(failures => Retries.After(failures).TotalHours) > 24);

    [Fact]
    public void Four_failures_in_a_row_stop_nothing_and_the_fifth_stops_all()
    {
        var breaker = new Breaker(_clock);

        Fail(breaker, "SYS-04", 4);
        var before = (breaker.Allowance("SYS-04", 32), breaker.OpenUntil("SYS-04"));
        Fail(breaker, "SYS-04", 1);

        Assert.Equal((32, null), before);
        Assert.Equal(0, breaker.Allowance("SYS-04", 32));
        Assert.True(breaker.OpenUntil("SYS-04") > _clock.GetUtcNow());
    }

    [Fact]
    public void After_each_pause_one_message_tries_and_each_pause_is_longer_up_to_two_minutes()
    {
        var breaker = new Breaker(_clock);
        Fail(breaker, "SYS-04", 5);

        var pauses = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            var pause = breaker.OpenUntil("SYS-04")!.Value - _clock.GetUtcNow();
            pauses.Add(pause.TotalSeconds);
            _clock.Forward(pause - Moment);
            Assert.Equal(0, breaker.Allowance("SYS-04", 32));
            _clock.Forward(Moment);
            Assert.Equal(1, breaker.Allowance("SYS-04", 32));
            Fail(breaker, "SYS-04", 1);
        }

        Assert.Equal([5, 10, 20, 40, 80, 120, 120, 120], pauses);
    }

    [Fact]
    public void One_success_closes_it_and_forgets_what_was()
    {
        var breaker = new Breaker(_clock);
        Fail(breaker, "SYS-04", 7);

        breaker.Succeeded("SYS-04");
        var after = (breaker.Allowance("SYS-04", 32), breaker.OpenUntil("SYS-04"));
        Fail(breaker, "SYS-04", 4);

        Assert.Equal((32, null), after);
        Assert.Equal(32, breaker.Allowance("SYS-04", 32));
    }

    [Fact]
    public void What_one_system_does_stops_nothing_for_another()
    {
        var breaker = new Breaker(_clock);

        Fail(breaker, "SYS-04", 9);

        Assert.Equal((0, 32), (breaker.Allowance("SYS-04", 32), breaker.Allowance("SYS-06", 32)));
        Assert.Null(breaker.OpenUntil("SYS-06"));
    }

    private static void Fail(Breaker breaker, string system, int times)
    {
        for (var i = 0; i < times; i++) breaker.Failed(system);
    }
}
