using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;
using Yiwang.Supervision.Board;
using Yiwang.Supervision.Figures;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Letters;
using Yiwang.Supervision.Open;
using Yiwang.Supervision.Rules;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision;

/// <summary>电子监察: compares what the journal tells of every case, whoever handles it, with published rules, and holds departments to answer.</summary>
public sealed class SupervisionModule : IRoom
{
    /// <summary>Working days in which a department answers a card, unless <c>Supervision:AnswerDays</c> says otherwise.</summary>
    private const int AnswerDays = 3;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new FindingSettings(configuration.GetValue("Supervision:AnswerDays", AnswerDays)));
        services.AddScoped<CurrentSight>();
        services.AddScoped<ReadBoard>();
        services.AddSingleton<LiveBoard>();
        services.AddSingleton<OpenFigures>();
        services.AddScoped<ReadFigures>();
        services.AddScoped<CasesBehind>();
        services.AddScoped<MonthlyReport>();
        services.AddScoped<Recount>();
        services.AddScoped<RuleBook>();
        services.AddScoped<RaiseFindings>();
        services.AddScoped<FindingActs>();
        services.AddScoped<LetterActs>();
        services.AddJournalReader<WatchJournal>();
        services.AddSingleton<WatchTime>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchTime>());
        services.AddSingleton(new DeskEntry(Policies.Supervisor, SupervisionRoutes.Findings, "eye", "电子监察", "预警、黄牌、红牌，核实部门的答复"));
        services.AddSingleton(new DeskEntry(Policies.Supervisor, SupervisionRoutes.Board, "world", "实时运行", "今天的申报和办结、在办和超期，可投到大屏"));
        services.AddSingleton(new DeskEntry(Policies.Supervisor, SupervisionRoutes.Efficiency, "chart-bar", "效能监察", "各地区、部门、事项、服务点的效能指数和月报"));
        services.AddSingleton(new DeskEntry(Policies.Supervised, SupervisionRoutes.Letters, "message", "督办", "督办通知书和部门的反馈"));
        services.AddSingleton(new DeskEntry(Policies.Supervisor, SupervisionRoutes.Looks, "list-search", "查看记录", "谁在什么时候看过一件办件的个人信息"));
        services.AddSingleton(new DeskEntry(Policies.Supervisor, SupervisionRoutes.Rules, "settings", "监察规则", "规则的条件、级别和版本"));
        services.AddSingleton(new DeskEntry(Policies.Handler, SupervisionRoutes.Findings, "eye", "电子监察", "本部门的预警和需要答复的黄牌、红牌"));
        services.AddSingleton(new DeskEntry(Policies.Handler, SupervisionRoutes.Efficiency, "chart-bar", "效能监察", "本部门的效能指数，各事项的办件情况"));
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(SupervisionModule).Assembly);

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapBoard();
        routes.MapEfficiency();
        routes.MapLetters();
    }
}
