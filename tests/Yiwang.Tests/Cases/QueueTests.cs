using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Appointments;
using Yiwang.Bench;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class QueueOnSqlite(SqliteSite site) : QueueTests(site), IClassFixture<SqliteSite>;

public sealed class QueueOnPostgres(PostgresSite site) : QueueTests(site), IClassFixture<PostgresSite>;

/// <summary>排队叫号和预约: everybody gets one number, each number is called to one counter, and a slot takes no more than its places.</summary>
public abstract class QueueTests(Site site) : IAsyncLifetime
{
    private const string Password = "yiwang-demo-2026", Haishu = "330203000000-01", Yuyao = "330281000000-01";

    public ValueTask InitializeAsync()
    {
        site.Morning();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        site.Clock.Back();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task While_the_hall_is_closed_no_number_is_given_and_it_is_said_when_it_opens()
    {
        At(WorkCalendar.DayInNingbo(site.Clock.GetUtcNow()).ToString("yyyy-MM-dd", null), 20, 0);
        using var resident = await PageClient.SignIn(site.Address, "chenwei", Password);
        using var machine = await PageClient.SignIn(site.Address, "window-haishu", Password);
        var page = $"queue/{Haishu}";

        var online = await resident.SendAll(page, (await resident.Open(page)).Token, "take", [new("group", "A")]);
        var there = await machine.SendAll("desk/queue/machine", (await machine.Open("desk/queue/machine")).Token, "take", [new("group", "A")]);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (online.Status, there.Status));
        Assert.Contains("现在不办公", online.Text, StringComparison.Ordinal);
        Assert.Contains("开门前一小时起可以取号", there.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tickets_of_a_group_count_up_and_are_called_in_their_order_to_one_counter_each()
    {
        using var machine = await PageClient.SignIn(site.Address, "window-haishu", Password);
        string[] numbers = [await Take(machine, "A"), await Take(machine, "A"), await Take(machine, "B")];

        var first = await Call(machine, "3", "A");
        var busy = await Call(machine, "3", "A");
        var screen = (await machine.Read("desk/queue/screen")).Text;
        await Act(machine, "done");
        var second = await Call(machine, "3");
        await Act(machine, "missed");
        var (_, desk) = await machine.Read("desk/queue");

        Assert.Equal(["A001", "A002", "B001"], numbers);
        Assert.Contains("<strong>A001</strong>", first.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, busy.Status);
        Assert.Contains("请A001号到3号窗口", screen, StringComparison.Ordinal);
        Assert.Contains("<strong>A002</strong>", second.Text, StringComparison.Ordinal);
        Assert.Contains("已过号，重新排队", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("王静", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resident_takes_one_number_online_sees_how_many_are_before_and_gives_it_up()
    {
        using var machine = await PageClient.SignIn(site.Address, "window-yuyao", Password);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        using var other = await PageClient.SignIn(site.Address, "chenwei", Password);
        await Take(machine, "C");
        var page = $"queue/{Yuyao}";
        var taken = await resident.SendAll(page, (await resident.Open(page)).Token, "take", [new("group", "C")]);
        var twice = await resident.SendAll(page, (await resident.Open(page)).Token, "take", [new("group", "D")]);
        var theirs = await other.SendAll(taken.Address, (await resident.Open(taken.Address)).Token, "cancel", []);
        var gone = await resident.SendAll(taken.Address, (await resident.Open(taken.Address)).Token, "cancel", []);

        Assert.Contains("前面还有 1 人", taken.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
        Assert.NotEqual(HttpStatusCode.OK, theirs.Status);
        Assert.Contains("已取消", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_takes_no_more_than_its_places_and_the_code_checks_in_before_those_who_come_later()
    {
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        var day = await FreeDay(resident, Haishu);
        var booked = await Book(resident, Haishu, day, "09:00");
        var again = await Book(resident, Haishu, day, "10:00");
        var code = Regex.Match(booked.Text, "yw-number\">(?<code>\\d{6})", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["code"].Value;
        var slots = (await resident.Read($"appointments/{Haishu}?group=B&day={day}")).Text;

        Assert.Equal(6, code.Length);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Matches("09:00<small>余 2</small>", slots);

        // On the day: too early, then in time; a walk-in who came before is called after.
        using var machine = await PageClient.SignIn(site.Address, "window-haishu", Password);
        var early = await CheckIn(machine, code);
        At(day, 8, 50);
        using var later = await PageClient.SignIn(site.Address, "window-haishu", Password);
        var ticket = await CheckIn(later, code);
        var once = await CheckIn(later, code);
        site.Clock.Back();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (early.Status, ticket.Status, once.Status));
        Assert.Contains("/queue/tickets/", ticket.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_book_at_once_no_slot_is_overbooked()
    {
        using var resident = await PageClient.SignIn(site.Address, "jiace", Password);
        var day = await FreeDay(resident, Yuyao);
        var point = await site.In(s => s.GetRequiredService<Directory.IDirectory>().ServicePoint(Yuyao, default).AsTask());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => site.In(async services =>
        {
            services.GetRequiredService<CurrentActor>().Become(new Actor(Actor.ApplicantKind, $"many-{i}", $"申请人{i}"));
            return await services.GetRequiredService<AppointmentActs>().Book(point!, "B", DateOnly.ParseExact(day, "yyyy-MM-dd", null), new TimeOnly(14, 0), default);
        })));

        Assert.Equal(3, outcomes.Count(o => o.IsDone));
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal("slot-full", o.Refusal!.Code));
    }

    [Fact]
    public async Task Who_does_not_come_three_times_books_nothing_for_thirty_days()
    {
        for (var i = 0; i < 3; i++)
        {
            // A session does not outlive the days that pass.
            using var resident = await PageClient.SignIn(site.Address, "chenwei", Password);
            var day = await FreeDay(resident, Yuyao);
            Assert.Equal(HttpStatusCode.OK, (await Book(resident, Yuyao, day, "09:30")).Status);
            At(day, 12, 0);
            await site.Services.GetRequiredService<WatchAppointments>().Run(default);
        }
        using var anew = await PageClient.SignIn(site.Address, "chenwei", Password);

        var refused = await Book(anew, Yuyao, await FreeDay(anew, Yuyao), "09:30");

        Assert.Equal(3, Regex.Count((await anew.Read("my/appointments")).Text, "爽约</", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("没有到", refused.Text, StringComparison.Ordinal);
        site.Clock.Back();
    }

    private void At(string day, int hour, int minute)
    {
        var then = WorkCalendar.StartInNingbo(DateOnly.ParseExact(day, "yyyy-MM-dd", null)).AddHours(hour).AddMinutes(minute);
        site.Clock.Forward(then - site.Clock.GetUtcNow());
    }

    private static async Task<string> FreeDay(PageClient client, string point) =>
        Regex.Match((await client.Read($"appointments/{point}")).Text, "<option value=\"(?<day>\\d{4}-\\d\\d-\\d\\d)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["day"].Value;

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Book(PageClient client, string point, string day, string start)
    {
        var page = $"appointments/{point}?group=B&day={day}";
        return await client.SendAll(page, (await client.Open(page)).Token, "book", [new("start", start)]);
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> CheckIn(PageClient machine, string code) =>
        await machine.SendAll("desk/queue/machine", (await machine.Open("desk/queue/machine")).Token, "check-in", [new("code", code)]);

    private static async Task<string> Take(PageClient machine, string group)
    {
        var taken = await machine.SendAll("desk/queue/machine", (await machine.Open("desk/queue/machine")).Token, "take", [new("group", group)]);
        return Regex.Match(taken.Text, "<h1>(?<number>\\w+)</h1>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["number"].Value;
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Call(PageClient window, string counter, params string[] groups) =>
        await window.SendAll("desk/queue", (await window.Open("desk/queue")).Token, "next", [new("counter", counter), .. groups.Select(g => KeyValuePair.Create("groups", g))]);

    private static async Task Act(PageClient window, string act)
    {
        var (_, text) = await window.Read("desk/queue");
        await window.SendAll("desk/queue", (await window.Open("desk/queue")).Token, "act", [new("ticket", PageClient.Hidden(text, "ticket")), new("act", act)]);
    }
}
