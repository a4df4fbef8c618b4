using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Elements;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Changes;

/// <summary>The keeping of items by editors and reviewers.</summary>
internal static class ChangeSetup
{
    internal static void AddItemChanges(this IServiceCollection services)
    {
        services.AddScoped<ChangeRights>();
        services.AddScoped<ItemCheck>();
        services.AddScoped<PublishChange>();
        services.AddScoped<ChangeActs>();
        services.AddScoped<ReadChoices>();
        services.AddScoped<EditElements>();
        services.AddScoped<KeptItems>();
        services.AddScoped<ReadChange>();
        services.AddSingleton<PublishDue>();
        services.AddHostedService(provider => provider.GetRequiredService<PublishDue>());
        services.AddSingleton(new DeskEntry(Policies.ItemKeeper, ChangeRoutes.Items, "list-check", "事项库", "新增、变更、承接、审核和发布事项"));
    }
}
