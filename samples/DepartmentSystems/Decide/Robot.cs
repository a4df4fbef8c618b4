using System.Text.Json.Nodes;
using DepartmentSystems.OwnForms;
using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Decide;

/// <summary>Handles cases by itself, where that is switched on: accepts, examines the own form, decides, issues and closes.</summary>
public sealed class Robot(IReadOnlyList<DepartmentSystem> systems, DecideCase decide, FormCabinet forms, TimeProvider clock, ILogger<Robot> logger) : SystemLoop(systems, logger)
{
    private const int AtOnce = 16;
    private const string Name = "系统自动办理";

    protected override async Task<bool> Step(DepartmentSystem system, CancellationToken stop)
    {
        var switches = system.Switches;
        if (!switches.AutoDecide || switches.Down || system.Connection is null) return false;
        var before = clock.GetUtcNow() - TimeSpan.FromSeconds(switches.DecideAfterSeconds);
        var due = await system.Read(db => Due(db, before).Select(c => c.Number).ToListAsync(stop));
        foreach (var number in due)
        {
            await system.Change(async db =>
            {
                if (await Due(db, before).SingleOrDefaultAsync(c => c.Number == number, stop) is { } found) await Handle(db, system.Profile, found, stop);
                return true;
            }, stop);
        }
        return due.Count == AtOnce;
    }

    private static IQueryable<CaseRecord> Due(DeskDb db, DateTimeOffset before) =>
        db.Cases.Where(c => (c.State == CaseState.Pending || c.State == CaseState.Handling) && c.TurnSince <= before).OrderBy(c => c.TurnSince).Take(AtOnce);

    private async Task Handle(DeskDb db, SystemProfile profile, CaseRecord about, CancellationToken stop)
    {
        var problems = forms.Of(about.Item)?.Problems(JsonNode.Parse(about.Form)!.AsObject()) ?? [];
        if (about.State is CaseState.Pending) await Do(Act.Accept, new());
        if (problems.Count == 0)
        {
            await Do(Act.Step, new() { Step = "审查", Opinion = "系统核验通过" });
            await Do(Act.Grant, new());
            return;
        }
        await Do(Act.Step, new() { Step = "审查", Opinion = "系统核验未通过" });
        await Do(Act.Refuse, new() { Reason = string.Join("；", problems) });

        async Task Do(string act, ActInput input)
        {
            if (await decide.Run(db, profile, about, act, input with { Officer = Name }, stop) is { } refusal) throw new InvalidOperationException(refusal.Reason);
        }
    }
}
